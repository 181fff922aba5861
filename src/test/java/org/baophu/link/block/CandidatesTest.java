package org.baophu.link.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private static final PairRule ANY = (a, b) -> true;

  private static Table table(int rows, int values) {
    Table.Builder builder =
        Table.builder(
            List.of(new Field("a", FieldType.CATEGORY), new Field("b", FieldType.CATEGORY)),
            List.of("s", "t"));
    SplittableRandom random = new SplittableRandom(4);
    for (int row = 0; row < rows; row++) {
      String a = random.nextInt(10) == 0 ? null : "a" + random.nextInt(values);
      builder.add(row % 2, "r" + row, a, "b" + random.nextInt(values));
    }
    return builder.build();
  }

  private static List<BlockingKey> oneKeyEach(List<Part> parts) {
    return parts.stream().map(part -> new BlockingKey(List.of(part), 0)).toList();
  }

  private static List<String> streamed(Candidates candidates) {
    List<String> pairs = new ArrayList<>();
    for (int chunk = 0; chunk < candidates.chunks(); chunk++) {
      candidates.stream(chunk, (key, a, b) -> pairs.add(a + " " + b));
    }
    return pairs;
  }

  @Test
  void yieldsEachPairThatAgreesOnAKeyOnce() {
    Table table = table(300, 25);
    List<Part> parts = Parts.of(table, 1);
    PairRule across = (a, b) -> table.source(a) != table.source(b);

    List<String> pairs = streamed(Candidates.of(table, oneKeyEach(parts), parts, across, 2));

    TreeSet<String> expected = new TreeSet<>();
    for (int a = 0; a < table.size(); a++) {
      for (int b = a + 1; b < table.size(); b++) {
        boolean same = table.value(a, 1).equals(table.value(b, 1));
        same |= table.value(a, 0) != null && table.value(a, 0).equals(table.value(b, 0));
        if (same && across.allows(a, b)) {
          expected.add(a + " " + b);
        }
      }
    }
    assertThat(pairs).doesNotHaveDuplicates().hasSameElementsAs(expected);
  }

  @Test
  void namesTheFirstKeyOfAPair() {
    Table table = table(200, 10);
    List<Part> parts = Parts.of(table, 1);
    Candidates candidates = Candidates.of(table, oneKeyEach(parts), parts, ANY, 1);

    for (int chunk = 0; chunk < candidates.chunks(); chunk++) {
      candidates.stream(chunk, (key, a, b) -> assertThat(candidates.firstKey(a, b)).isEqualTo(key));
    }
  }

  @Test
  void splitsOversizedBlocksByAFurtherPart() {
    Table table = table(6_000, 4);
    List<Part> parts = Parts.of(table, 1);
    BlockingKey onA = new BlockingKey(List.of(parts.get(0)), 0);

    List<String> pairs = streamed(Candidates.of(table, List.of(onA), parts, ANY, 1));

    // About 5400 rows in 4 blocks would be 3.6 million pairs; split by b, a quarter of them.
    assertThat(pairs.size()).isBetween(800_000, 1_000_000);
  }

  @Test
  void findsSelectiveKeysAndNoLongerOnesOfTheirs() {
    Table table = table(4_000, 100);
    List<Part> parts = Parts.of(table, 1);

    List<BlockingKey> keys = new KeySearch(table, parts, 0, 1).selective();

    // One value in a hundred is shared by 8 million / 100 pairs: too many alone, not together.
    assertThat(keys).extracting(BlockingKey::name).containsExactly("a:value + b:value");
    assertThat(keys.get(0).expectedPairs()).isBetween(500.0, 1_100.0);
  }
}
