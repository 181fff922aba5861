package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.baophu.link.Constraints;
import org.baophu.link.IncrementalLinker;
import org.baophu.link.LinkOutcome;
import org.baophu.link.LinkSettings;
import org.baophu.link.Progress;
import org.baophu.link.incremental.Blocks;
import org.baophu.link.incremental.LinkState;
import org.baophu.link.incremental.Records;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkMemoryTest {
  /** Forty people, each in two registers. */
  private static final Records RECORDS =
      new Records() {
        @Override
        public int size() {
          return 80;
        }

        @Override
        public int source(int row) {
          return row % 2;
        }

        @Override
        public String recordId(int row) {
          return String.valueOf(1_000 + row);
        }

        @Override
        public @Nullable String[] values(int row) {
          @Nullable String[] values = new @Nullable String[PersonTable.FIELDS.size()];
          values[0] = "Nông Văn " + (char) ('A' + row / 2 % 20) + row / 4;
          values[1] = 1950 + row / 2 + "-02-03";
          values[3] = "02008" + (1_000_000 + row / 2 * 7_919);
          return values;
        }
      };

  @TempDir private Path directory;
  private LearntModel model;
  private LinkOutcome outcome;

  @BeforeEach
  void write() {
    IncrementalLinker linker =
        new IncrementalLinker(
            PersonTable.FIELDS,
            PersonTable.sources(),
            RECORDS,
            LinkSettings.defaults(),
            Constraints.none(),
            Progress.none());
    outcome = linker.learn(null);
    RecordProfile profile =
        RecordProfile.of(linker.fingerprints(), PersonTable.sources()).with(outcome);
    LocalDate date = LocalDate.of(2026, 11, 1);
    model = new LearntModel("1.0", "2026-11-01-ab", date, profile, outcome.frozen());
    LinkMemory.write(new Workspace(directory), model, null, outcome.state(), "settings");
  }

  @Test
  void givesBackWhatWasLeft() {
    LinkMemory memory = LinkMemory.read(directory, 2);

    LearntModel read = memory.model().orElseThrow();
    LinkMemory.Kept kept = memory.state().orElseThrow();

    assertThat(read.version()).isEqualTo("1.0");
    assertThat(read.runKey()).isEqualTo("2026-11-01-ab");
    assertThat(read.date()).isEqualTo(model.date());
    assertThat(read.profile()).isEqualTo(model.profile());
    assertThat(read.frozen().model()).isEqualTo(model.frozen().model());
    assertThat(kept.settings()).isEqualTo("settings");
    assertThat(kept.model()).isEqualTo(memory.modelDigest()).hasSize(64);
    assertThat(kept.state().contents())
        .isEqualTo(Objects.requireNonNull(outcome.state()).contents());
  }

  @Test
  void theSameModelIsWrittenInTheSameBytes() throws IOException {
    byte[] before = Files.readAllBytes(directory.resolve("frozen"));
    LearntModel read = LinkMemory.findModel(directory).orElseThrow();

    LinkMemory.write(new Workspace(directory), read, null, outcome.state(), "settings");

    assertThat(Files.readAllBytes(directory.resolve("frozen"))).isEqualTo(before);
  }

  @Test
  void aModelThatStaysIsHandedOnAsItIs(@TempDir Path next) throws IOException {
    LinkMemory memory = LinkMemory.read(directory, 2);
    LearntModel read = memory.model().orElseThrow();

    LinkMemory.write(new Workspace(next), read, memory, outcome.state(), "settings");

    assertThat(next.resolve("frozen")).hasSameBinaryContentAs(directory.resolve("frozen"));
    assertThat(LinkMemory.read(next, 1).state().orElseThrow().model())
        .isEqualTo(memory.modelDigest());
  }

  /** By the last night's memory, twice, as where a night is begun again. */
  private LinkState handedOn(Path next) {
    LinkMemory memory = LinkMemory.read(directory, 2);
    LearntModel read = memory.model().orElseThrow();
    LinkState state = memory.state().orElseThrow().state();
    LinkMemory.write(new Workspace(next), read, memory, state, "settings");
    LinkMemory.write(new Workspace(next), read, memory, state, "settings");
    return state;
  }

  @Test
  void blocksThatStayAreNotWrittenAgain(@TempDir Path next) throws IOException {
    LinkState state = handedOn(next);

    Path blocked = next.resolve("blocked");
    assertThat(Files.isSameFile(blocked, directory.resolve("blocked"))).isTrue();
    assertThat(LinkMemory.read(next, 1).state().orElseThrow().state().blocks().values())
        .isEqualTo(state.blocks().values());
    assertThat(next.toFile().list()).containsExactlyInAnyOrder("frozen", "blocked", "linked");
  }

  @Test
  void blocksThatCannotBeHandedOnAreWrittenAgain(@TempDir Path next) throws IOException {
    LinkMemory memory = LinkMemory.read(directory, 2);
    byte[] blocked = Files.readAllBytes(directory.resolve("blocked"));
    Files.delete(directory.resolve("blocked"));
    LinkMemory.write(
        new Workspace(next),
        memory.model().orElseThrow(),
        memory,
        memory.state().orElseThrow().state(),
        "settings");

    assertThat(Files.readAllBytes(next.resolve("blocked"))).isEqualTo(blocked);
    assertThat(LinkMemory.read(next, 1).state()).isPresent();
  }

  @Test
  void aStateWithTheBlocksOfAnotherIsAsIfItHadNeverBeen(@TempDir Path next) throws IOException {
    LinkState state = Objects.requireNonNull(outcome.state());
    int[] values = state.blocks().values();
    values[3]++;
    LinkState other =
        new LinkState(
            state.ids(),
            state.contents(),
            Blocks.of(state.blocks().keys(), state.rows(), values),
            state.rowsA(),
            state.rowsB(),
            state.evidence(),
            state.weights(),
            state.clusters(),
            state.memberships(),
            state.constraints());
    LinkMemory.write(new Workspace(next), model, null, other, "settings");
    assertThat(LinkMemory.read(next, 1).state()).isPresent();

    Files.copy(
        directory.resolve("blocked"), next.resolve("blocked"), StandardCopyOption.REPLACE_EXISTING);

    assertThat(LinkMemory.read(next, 1).state()).isEmpty();
  }

  private boolean isThere(String name) {
    LinkMemory memory = LinkMemory.read(directory, 2);
    return name.equals("frozen") ? memory.model().isPresent() : memory.state().isPresent();
  }

  @Test
  void whatIsMissingDamagedOrCutOffIsAsIfItHadNeverBeen() throws IOException {
    for (String name : List.of("frozen", "linked", "blocked")) {
      write();
      assertThat(isThere(name)).isTrue();
      Path file = directory.resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      for (int at = 0; at < bytes.length; at += Math.max(1, bytes.length / 40)) {
        byte[] damaged = bytes.clone();
        damaged[at] ^= 4;
        Files.write(file, damaged);
        assertThat(isThere(name)).isFalse();
        Files.write(file, Arrays.copyOf(bytes, at));
        assertThat(isThere(name)).isFalse();
      }
      Files.delete(file);
      assertThat(isThere(name)).isFalse();
    }
  }
}
