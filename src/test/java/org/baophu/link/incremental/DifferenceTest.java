package org.baophu.link.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Fingerprints and differences, held against what maps and sorting say of the same records. */
class DifferenceTest {
  private static final List<String> SOURCES = List.of("tax", "business", "insurance");

  private record Said(int source, String id, @Nullable String value) {}

  private static Records records(List<Said> said) {
    return new Records() {
      @Override
      public int size() {
        return said.size();
      }

      @Override
      public int source(int row) {
        return said.get(row).source();
      }

      @Override
      public String recordId(int row) {
        return said.get(row).id();
      }

      @Override
      public @Nullable String[] values(int row) {
        return new @Nullable String[] {said.get(row).value(), "x"};
      }
    };
  }

  private static Fingerprints prints(List<Said> said, int threads) {
    return Fingerprints.of(records(said), SOURCES, 2, threads);
  }

  private static List<Said> drawn(Random random, int most) {
    Map<String, Said> drawn = new TreeMap<>();
    for (int i = random.nextInt(most); i > 0; i--) {
      int source = random.nextInt(3);
      String id = "r" + random.nextInt(most);
      String value = random.nextInt(5) == 0 ? null : "v" + random.nextInt(3);
      drawn.put(source + id, new Said(source, id, value));
    }
    List<Said> said = new ArrayList<>(drawn.values());
    java.util.Collections.shuffle(said, random);
    return said;
  }

  private static List<Said> inOrder(List<Said> said) {
    return said.stream()
        .sorted(
            Comparator.comparing((Said one) -> SOURCES.get(one.source())).thenComparing(Said::id))
        .toList();
  }

  private static LinkState state(Fingerprints prints) {
    int rows = prints.size();
    return new LinkState(
        prints.ids(),
        prints.contents(),
        Blocks.of(0, rows, new int[0]),
        new int[0],
        new int[0],
        new int[0],
        new int[0],
        new int[rows],
        new double[rows],
        new LinkState.Bond[0]);
  }

  @Test
  void rowsStandBySourceNameThenByRecordIdOnAnyNumberOfThreads() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      List<Said> said = drawn(random, 60);
      Fingerprints prints = prints(said, 1 + round % 3);

      List<Said> placed =
          IntStream.range(0, prints.size()).mapToObj(place -> said.get(prints.row(place))).toList();
      assertThat(placed).isEqualTo(inOrder(said));
      for (int source = 0; source < 3; source++) {
        int own = source;
        assertThat(prints.records(source))
            .isEqualTo(said.stream().filter(one -> one.source() == own).count());
        assertThat(prints.missing(source, 0))
            .isEqualTo(
                said.stream().filter(one -> one.source() == own && one.value() == null).count());
      }
    }
  }

  @Test
  void whatIsNewChangedGoneOrTheSameIsWhatMapsSay() {
    Random random = new Random(2);
    for (int round = 0; round < 300; round++) {
      List<Said> then = inOrder(drawn(random, 40));
      List<Said> now = inOrder(drawn(random, 40));
      Difference found = Difference.of(prints(now, 1), state(prints(then, 1))).orElseThrow();

      int added = 0;
      int changed = 0;
      for (int place = 0; place < now.size(); place++) {
        Said own = now.get(place);
        Optional<Said> earlier =
            then.stream()
                .filter(one -> one.source() == own.source() && one.id().equals(own.id()))
                .findFirst();
        added += earlier.isEmpty() ? 1 : 0;
        changed += earlier.isPresent() && !earlier.get().equals(own) ? 1 : 0;
        assertThat(found.before(place)).isEqualTo(then.indexOf(own));
      }
      for (int place = 0; place < then.size(); place++) {
        assertThat(found.now(place)).isEqualTo(now.indexOf(then.get(place)));
      }
      assertThat(found.fresh())
          .isEqualTo(
              IntStream.range(0, now.size())
                  .filter(place -> !then.contains(now.get(place)))
                  .toArray());
      assertThat(found.added()).isEqualTo(added);
      assertThat(found.changed()).isEqualTo(changed);
      assertThat(found.withdrawn()).isEqualTo(then.size() - now.size() + added);
    }
  }

  @Test
  void whatIsKnownOfUnchangedRowsIsCopiedToWhereTheyAreNow() {
    Random random = new Random(4);
    for (int round = 0; round < 300; round++) {
      List<Said> then = inOrder(drawn(random, 40));
      List<Said> now = inOrder(drawn(random, 40));
      Difference found = Difference.of(prints(now, 1), state(prints(then, 1))).orElseThrow();
      int[] places = IntStream.range(0, then.size()).toArray();
      int[] copied = new int[now.size()];
      Arrays.fill(copied, -1);

      List<Integer> copies = new ArrayList<>();
      found.copyUnchanged(
          (from, to, rows) -> {
            System.arraycopy(places, from, copied, to, rows);
            copies.add(rows);
          });

      assertThat(copied).isEqualTo(IntStream.range(0, now.size()).map(found::before).toArray());
      // No more copies than there are beginnings of rows that stay together.
      long runs =
          IntStream.range(0, now.size())
              .filter(row -> found.before(row) >= 0)
              .filter(row -> found.before(row) == 0 || row == 0 || !follows(found, row))
              .count();
      assertThat(copies).hasSize(Math.toIntExact(runs)).doesNotContain(0);
    }
  }

  private static boolean follows(Difference found, int row) {
    return found.before(row - 1) == found.before(row) - 1;
  }

  @Test
  void rowsInAnotherOrderAreNotKnownAgain() {
    List<Said> said = inOrder(drawn(new Random(3), 50));
    LinkState state = state(prints(said, 1));
    long first = state.ids()[0];
    state.ids()[0] = state.ids()[1];
    state.ids()[1] = first;

    assertThat(Difference.of(prints(said, 1), state)).isEmpty();
  }
}
