package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.baophu.link.incremental.LinkState;
import org.baophu.link.incremental.Records;
import org.baophu.link.table.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes out from where the last run left off is what comes out of all records. */
class IncrementalLinkerTest {
  private static final List<String> SOURCES = List.of("tax", "insurance");

  /** Records that come, change and go. */
  private static final class Registers {
    private final TreeMap<String, String[]> records = new TreeMap<>();
    private final List<String[]> later = new ArrayList<>();
    private final SplittableRandom random;

    private Registers(long seed) {
      random = new SplittableRandom(seed);
      Sample sample = new Sample(220, seed);
      for (int row = 0; row < sample.rows.size(); row++) {
        String key = sample.sources.get(row) + sample.ids.get(row);
        if (random.nextInt(10) == 0) {
          String[] named = new String[7];
          System.arraycopy(sample.rows.get(row), 0, named, 0, 6);
          named[6] = key;
          later.add(named);
        } else {
          records.put(key, sample.rows.get(row));
        }
      }
    }

    private String any() {
      return List.copyOf(records.keySet()).get(random.nextInt(records.size()));
    }

    /** A day's work: some records come, some are corrected, some go. */
    private void day() {
      for (int i = random.nextInt(8); i > 0 && !later.isEmpty(); i--) {
        String[] named = later.remove(random.nextInt(later.size()));
        String[] row = new String[6];
        System.arraycopy(named, 0, row, 0, 6);
        records.put(named[6], row);
      }
      for (int i = random.nextInt(10); i > 0; i--) {
        String key = any();
        String[] changed = records.get(key).clone();
        int field = random.nextInt(6);
        // What another record says, often enough to bring records together or apart.
        changed[field] = random.nextInt(4) == 0 ? null : records.get(any())[field];
        records.put(key, changed);
      }
      for (int i = random.nextInt(6); i > 0; i--) {
        records.remove(any());
      }
    }

    private Records now() {
      List<String> keys = List.copyOf(records.keySet());
      return new Records() {
        @Override
        public int size() {
          return keys.size();
        }

        @Override
        public int source(int row) {
          return keys.get(row).charAt(0) - '0';
        }

        @Override
        public String recordId(int row) {
          return keys.get(row).substring(1);
        }

        @Override
        public @Nullable String[] values(int row) {
          return Objects.requireNonNull(records.get(keys.get(row)));
        }
      };
    }

    /** Some of yesterday's decisions, as far as their records are still there, and new ones. */
    private List<List<String>> decide(List<List<String>> before) {
      List<List<String>> decisions = new ArrayList<>();
      for (List<String> pair : before) {
        if (random.nextInt(4) > 0) {
          decisions.add(pair);
        }
      }
      for (int i = 0; i < 4; i++) {
        String a = any();
        String b = any();
        if (!a.equals(b)) {
          decisions.add(List.of(a, b));
        }
      }
      return decisions;
    }

    private List<RowPair> pairs(List<List<String>> decisions) {
      List<String> keys = List.copyOf(records.keySet());
      return decisions.stream()
          .filter(pair -> keys.containsAll(pair))
          .map(pair -> new RowPair(keys.indexOf(pair.get(0)), keys.indexOf(pair.get(1))))
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1000,1,false", "2,1000,2,false", "3,4,2,false", "4,3,1,true", "5,6,2,true"})
  void everyNightEqualsAFullOne(long seed, int largestBlock, int threads, boolean oneToOne) {
    LinkSettings settings =
        LinkSettings.defaults()
            .withLargestBlock(largestBlock)
            .withThreads(threads)
            .withOneToOne(oneToOne);
    Registers registers = new Registers(seed);
    // Decided pairs bind on the first night and have taught the model of all later ones.
    Constraints first =
        new Constraints(List.of(new RowPair(0, 1)), List.of(new RowPair(2, 3), new RowPair(4, 5)));
    LinkOutcome last = linker(registers.now(), settings, first).learn(null);
    FrozenModel frozen = last.frozen();
    assertThat(frozen.model().lessons()).isNotNull();
    List<List<String>> together = List.of();
    List<List<String>> apart = List.of();
    for (int night = 0; night < 6; night++) {
      registers.day();
      together = registers.decide(together);
      apart = registers.decide(apart);
      Records records = registers.now();
      Constraints constraints =
          new Constraints(
              registers.pairs(together),
              registers.pairs(apart),
              (a, b) -> compatible(records, a, b));

      LinkState state = Objects.requireNonNull(last.state());
      IncrementalLinker linker = linker(records, settings, constraints);
      LinkOutcome next =
          linker
              .next(frozen, Integer.MAX_VALUE, state, linker.difference(state).orElseThrow())
              .orElseThrow();

      LinkOutcome full =
          linker(records, settings, constraints)
              .full(frozen, Integer.MAX_VALUE, null)
              .orElseThrow();
      FrozenModelTest.assertSame(next.result(), full.result());
      assertSame(next.state(), full.state());
      FrozenModelTest.assertSame(
          next.result(),
          Linker.link(table(records), frozen, settings, constraints, Progress.none()));
      assertThat(next.counts().components()).isLessThan(full.counts().components() / 2);
      last = next;
    }
  }

  /** Women's and men's national ids, which their fourth digits tell, do not go together. */
  private static boolean compatible(Records records, int a, int b) {
    String one = records.values(a)[3];
    String other = records.values(b)[3];
    return one == null || other == null || one.charAt(3) == other.charAt(3);
  }

  private static IncrementalLinker linker(
      Records records, LinkSettings settings, Constraints constraints) {
    return new IncrementalLinker(
        Sample.FIELDS, SOURCES, records, settings, constraints, Progress.none());
  }

  private static Table table(Records records) {
    Table.Builder table = Table.builder(Sample.FIELDS, SOURCES);
    for (int row = 0; row < records.size(); row++) {
      table.add(records.source(row), records.recordId(row), records.values(row));
    }
    return table.build();
  }

  private static void assertSame(@Nullable LinkState some, @Nullable LinkState other) {
    LinkState state = Objects.requireNonNull(some);
    LinkState expected = Objects.requireNonNull(other);
    assertThat(state.ids()).isEqualTo(expected.ids());
    assertThat(state.contents()).isEqualTo(expected.contents());
    assertThat(state.blocks().keys()).isEqualTo(expected.blocks().keys());
    assertThat(state.blocks().values()).isEqualTo(expected.blocks().values());
    assertThat(state.rowsA()).isEqualTo(expected.rowsA());
    assertThat(state.rowsB()).isEqualTo(expected.rowsB());
    assertThat(state.evidence()).isEqualTo(expected.evidence());
    assertThat(state.weights()).isEqualTo(expected.weights());
    assertThat(state.clusters()).isEqualTo(expected.clusters());
    assertThat(state.memberships()).isEqualTo(expected.memberships());
    assertThat(state.constraints()).isEqualTo(expected.constraints());
  }

  @Test
  void withoutAnyDifferenceNothingIsComparedOrClusteredAgain() {
    Records records = new Registers(9).now();
    LinkSettings settings = LinkSettings.defaults();
    LinkOutcome first = linker(records, settings, Constraints.none()).learn(null);
    LinkState state = Objects.requireNonNull(first.state());

    IncrementalLinker linker = linker(records, settings, Constraints.none());
    LinkOutcome next =
        linker.next(first.frozen(), 1, state, linker.difference(state).orElseThrow()).orElseThrow();

    assertThat(next.counts()).isEqualTo(new LinkCounts(records.size(), 0, 0, 0, 0, 0, 0));
    FrozenModelTest.assertSame(next.result(), first.result());
    assertSame(next.state(), state);
  }

  @Test
  void aStateIsReadBackAsItWas() throws IOException {
    Records records = new Registers(10).now();
    Constraints constraints =
        new Constraints(List.of(new RowPair(0, 1)), List.of(new RowPair(3, 2)));
    LinkOutcome first = linker(records, LinkSettings.defaults(), constraints).learn(null);
    LinkState state = Objects.requireNonNull(first.state());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));

    LinkState read =
        LinkState.read(
            state.blocks().base(),
            new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertSame(read, state);
  }

  @Test
  void recordsThatShareAnIdLeaveNoState() {
    Records once = new Registers(11).now();
    Records twice =
        new Records() {
          @Override
          public int size() {
            return once.size();
          }

          @Override
          public int source(int row) {
            return once.source(row);
          }

          @Override
          public String recordId(int row) {
            return "the same";
          }

          @Override
          public @Nullable String[] values(int row) {
            return once.values(row);
          }
        };

    assertThat(linker(twice, LinkSettings.defaults(), Constraints.none()).learn(null).state())
        .isNull();
  }

  @Test
  void aBlockThatOutgrewWhatIsAllowedEndsTheRunBeforeItsPairsAreCompared() {
    Registers registers = new Registers(12);
    LinkSettings settings = LinkSettings.defaults();
    LinkOutcome first = linker(registers.now(), settings, Constraints.none()).learn(null);
    LinkState state = Objects.requireNonNull(first.state());
    List.copyOf(registers.records.keySet())
        .subList(0, 90)
        .forEach(key -> registers.records.put(key, sayTheSame(registers.records.get(key))));
    IncrementalLinker linker = linker(registers.now(), settings, Constraints.none());

    assertThat(linker.next(first.frozen(), 60, state, linker.difference(state).orElseThrow()))
        .isEmpty();
    assertThat(linker.full(first.frozen(), 60, null)).isEmpty();
  }

  private static String[] sayTheSame(String[] row) {
    String[] same = row.clone();
    same[3] = "020085000000";
    same[4] = "0900000000";
    same[5] = "Thôn An Minh";
    return same;
  }
}
