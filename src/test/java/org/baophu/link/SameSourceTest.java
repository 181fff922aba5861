package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baophu.link.Judged.word;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.baophu.link.evaluate.Evaluation;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;

/** Two registers full of namesakes; the first may hold some people twice. */
class SameSourceTest {
  static final List<String> SOURCES = List.of("first", "second");
  static final List<Field> FIELDS =
      List.of(
          new Field("given", FieldType.NAME),
          new Field("family", FieldType.NAME),
          new Field("born", FieldType.DATE),
          new Field("town", FieldType.CATEGORY));

  private static final int PEOPLE = 3_000;
  private static final LinkSettings SETTINGS = LinkSettings.defaults().withMode(LinkMode.LINK);

  private final int[] truth = new int[3 * PEOPLE];
  private int rows;

  /** What somebody is called, when born and where; some share all but the birth date. */
  static String[] person(SplittableRandom random) {
    String given = word(random.nextInt(60), 5);
    String family = word(random.nextInt(60), 3);
    String town = "town " + random.nextInt(10);
    String born = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(75 * 365)).toString();
    return new String[] {given, family, born, town};
  }

  /**
   * @param twice the share of people whom the first register holds twice
   */
  private Table registers(double twice) {
    SplittableRandom random = new SplittableRandom(7);
    Table.Builder builder = Table.builder(FIELDS, SOURCES);
    for (int person = 0; person < PEOPLE; person++) {
      String[] said = person(random);
      for (int record = 0; record < (person < twice * PEOPLE ? 3 : 2); record++) {
        truth[rows] = person;
        String born = random.nextInt(5) == 0 ? null : said[2];
        builder.add(record == 1 ? 1 : 0, "" + rows++, said[0], said[1], born, said[3]);
      }
    }
    return builder.build();
  }

  private LinkResult link(Table table) {
    return Linker.link(table, SETTINGS, Constraints.none(), Progress.none());
  }

  private double f1(LinkResult result) {
    int[] clusters = Judged.clusters(result, rows);
    return Evaluation.of(clusters, Arrays.copyOf(truth, rows)).pairs().f1().value();
  }

  @Test
  void isLearntWhereRegistersHoldEverybodyOnce() {
    LinkResult result = link(registers(0));

    // Nobody is found twice among 3,000 who match: log2(1 / 3000) = -11.6, but for doubt.
    List<Double> bits = result.model().sameSourceBits();
    assertThat(bits).hasSize(4);
    assertThat(bits.get(1)).isBetween(-12.0, -8.0);
    assertThat(bits.get(3)).isBetween(-12.0, -8.0);
    assertThat(List.of(bits.get(0), bits.get(2))).containsOnly(0.0);
    assertThat(f1(result)).isGreaterThan(0.995);
  }

  /**
   * 1,000 pairs match among 8 million of the first register, and across 4,000 among 12 million:
   * log2((1,000 / 8) / (4,000 / 12)) = -1.4.
   */
  @Test
  void isLearntOfEachRegisterForItself() {
    LinkResult result = link(registers(1 / 3.0));

    List<Double> bits = result.model().sameSourceBits();
    assertThat(bits.get(1)).isBetween(-2.0, -1.0);
    assertThat(bits.get(3)).isLessThan(-6);
    assertThat(f1(result)).isGreaterThan(0.99);
  }

  @Test
  void isKnownToAModelThatIsUsedAgain() {
    Table table = registers(0);
    LinkResult result = link(table);

    LinkResult again =
        Linker.link(table, result.model(), SETTINGS, Constraints.none(), Progress.none());

    assertThat(again.clusters()).isEqualTo(result.clusters());
  }

  @Test
  void isNothingWhereAnyTwoMayBeAPair() {
    LinkSettings all = LinkSettings.defaults().withMode(LinkMode.LINK_AND_DEDUPE);

    LinkResult result = Linker.link(registers(1 / 3.0), all, Constraints.none(), Progress.none());

    assertThat(result.model().sameSourceBits()).isEmpty();
  }
}
