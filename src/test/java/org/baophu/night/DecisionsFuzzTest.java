package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.baophu.identity.Decision;
import org.baophu.identity.Decisions;
import org.baophu.identity.Verdict;
import org.baophu.intake.InputFile;
import org.baophu.intake.InputKind;
import org.baophu.intake.InputRefusedException;
import org.baophu.intake.IntakeSettings;
import org.baophu.intake.Row;
import org.baophu.intake.RowReader;
import org.baophu.issue.DataIssue;
import org.baophu.person.RecordKey;
import org.baophu.standard.CommuneRegister;
import org.baophu.standard.DecisionRow;
import org.baophu.standard.PlanningRows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of decisions with anything in them: each is refused or read, each row used or rejected with
 * a reason, and what binds never contradicts itself.
 */
class DecisionsFuzzTest {
  private static final PlanningRows ROWS =
      new PlanningRows(CommuneRegister.on(LocalDate.of(2026, 11, 1)));
  private static final String[] SOURCES = {
    "tax", "insurance", "TAX", "business", "poverty", "", "taxes", "=tax", "\0"
  };
  private static final String[] IDS = {
    "1", "2", "3", "4", "'=5", "", "x".repeat(300), "a;b", "ữ", " 1 "
  };
  private static final String[] VERDICTS = {
    "match", "no_match", "match", "no_match", "revoke", "", "MATCH", "maybe", "1"
  };
  private static final String[] DAYS = {
    "2026-11-01", "2026-11-02", "", "01/11/2026", "2026-02-30", "yesterday", "0", "9999999999"
  };

  @TempDir private Path directory;

  private static String any(String[] of, SplittableRandom random) {
    return '"' + of[random.nextInt(of.length)].replace("\"", "\"\"") + '"';
  }

  private static String text(SplittableRandom random) {
    StringBuilder text =
        new StringBuilder("source_a,id_a,source_b,id_b,decision,decided_by,decided_on,note\n");
    for (int row = random.nextInt(30); row >= 0; row--) {
      String[] cells = {
        any(SOURCES, random),
        any(IDS, random),
        any(SOURCES, random),
        any(IDS, random),
        any(VERDICTS, random),
        any(IDS, random),
        any(DAYS, random),
        any(IDS, random)
      };
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString();
  }

  private static byte[] torn(String text, SplittableRandom random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int tears = random.nextInt(4); tears > 0; tears--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private List<Decision> read(byte[] content) throws IOException {
    Path file = Files.write(directory.resolve("clerk.csv"), content);
    List<Decision> decisions = new ArrayList<>();
    try (RowReader reader =
        RowReader.open(new InputFile(InputKind.DECISIONS, file), IntakeSettings.defaults())) {
      List<DataIssue> issues = new ArrayList<>();
      for (Row row = reader.next(issues::add); row != null; row = reader.next(issues::add)) {
        issues.clear();
        DecisionRow decision = ROWS.decision(row, issues::add);
        assertThat(decision == null)
            .as("rejected with a reason: %s", issues)
            .isEqualTo(issues.stream().anyMatch(issue -> issue.problem().rejects()));
        if (decision != null && !decision.decision().isEmpty()) {
          decisions.add(
              new Decision(
                  decision.a(),
                  decision.b(),
                  Verdict.valueOf(decision.decision().toUpperCase(Locale.ROOT)),
                  decision.decidedBy(),
                  decision.decidedOn(),
                  decision.note()));
        }
      }
    } catch (InputRefusedException e) {
      assertThat(e).hasMessageContaining("clerk.csv");
    }
    return decisions;
  }

  private static void assertNoContradiction(Decisions decisions) {
    Map<RecordKey, RecordKey> group = new HashMap<>();
    for (Decision decision : decisions.inForce()) {
      if (decision.verdict() == Verdict.MATCH) {
        RecordKey a = group.getOrDefault(decision.a(), decision.a());
        RecordKey b = group.getOrDefault(decision.b(), decision.b());
        group.putIfAbsent(decision.a(), a);
        group.putIfAbsent(decision.b(), b);
        group.replaceAll((key, own) -> own.equals(b) ? a : own);
      }
    }
    for (Decision decision : decisions.inForce()) {
      RecordKey a = group.getOrDefault(decision.a(), decision.a());
      RecordKey b = group.getOrDefault(decision.b(), decision.b());
      assertThat(decision.verdict() == Verdict.NO_MATCH && a.equals(b)).isFalse();
    }
  }

  private void fuzz(int times, int seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int binding = 0;
    for (int i = 0; i < times; i++) {
      Decisions decisions = Decisions.of(read(torn(text(random), random)));
      assertNoContradiction(decisions);
      binding += decisions.inForce().size();
    }
    assertThat(binding).as("some decisions can be used").isGreaterThan(times / 10);
  }

  @Test
  void filesOfDecisionsAreReadOrRefused() throws IOException {
    fuzz(300, 1);
  }

  @Test
  @Tag("trial")
  void manyFilesOfDecisionsAreReadOrRefused() throws IOException {
    for (int seed = 2; seed < 22; seed++) {
      fuzz(1_000, seed);
    }
  }
}
