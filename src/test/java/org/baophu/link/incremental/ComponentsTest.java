package org.baophu.link.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  private static final int ROWS = 40;

  @Test
  void threeRowsInARowAreOneComponentAndTheFourthIsAnother() {
    Components components = new Components(4);
    components.join(2, 1);
    components.join(0, 1);
    components.join(0, 2);
    components.touch(1);

    assertThat(components.touchedRows()).containsExactly(0, 1, 2);
    assertThat(components.touched()).isEqualTo(1);
    assertThat(with(components, 3)).containsExactly(3);
  }

  /** Against sets that are put together as rows are joined. */
  @Test
  void areWhatSetsSay() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      Components components = new Components(ROWS);
      List<Set<Integer>> sets = new ArrayList<>();
      for (int row = 0; row < ROWS; row++) {
        sets.add(new HashSet<>(Set.of(row)));
      }
      for (int join = 0; join < round % 50; join++) {
        int a = random.nextInt(ROWS);
        int b = random.nextInt(ROWS);
        components.join(a, b);
        join(sets, a, b);
      }
      Set<Integer> expected = new TreeSet<>();
      Set<Set<Integer>> touched = new HashSet<>();
      for (int touch = 0; touch < round % 7; touch++) {
        int row = random.nextInt(ROWS);
        components.touch(row);
        expected.addAll(sets.get(row));
        touched.add(sets.get(row));
      }

      assertThat(components.touchedRows())
          .containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
      assertThat(components.touched()).isEqualTo(touched.size());
      for (int row = 0; row < ROWS; row++) {
        assertThat(with(components, row)).containsExactlyInAnyOrderElementsOf(sets.get(row));
      }
    }
  }

  private static void join(List<Set<Integer>> sets, int a, int b) {
    Set<Integer> all = new HashSet<>(sets.get(a));
    all.addAll(sets.get(b));
    all.forEach(row -> sets.set(row, all));
  }

  private static List<Integer> with(Components components, int row) {
    List<Integer> rows = new ArrayList<>();
    components.forEachWith(row, rows::add);
    return rows;
  }
}
