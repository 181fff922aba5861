package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baophu.link.Judged.word;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.baophu.link.evaluate.Evaluation;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A roll of voters on which few stand twice. Whoever lives in one house shares surname, street, zip
 * and telephone, which say much more together than a given name and a year of birth.
 */
class HouseholdsTest {
  private static final int HOUSEHOLDS = 800;
  private static final int MEMBERS = 3;
  private static final LinkSettings SETTINGS = LinkSettings.defaults();

  private final List<Integer> truth = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areMostlyNotTakenForOnePerson(long seed) {
    Evaluation evaluation = Judged.link(roll(seed, 0), LinkMode.DEDUPE, truth());

    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.6);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.95);
  }

  /** Tables in which training finds the relatives; sons may be called after their fathers. */
  @ParameterizedTest
  @CsvSource({"2, 0", "3, 0", "2, 0.1"})
  void areHeldAgainstAMatchOnceTheyAreKnown(long seed, double namesakes) {
    Evaluation evaluation = Judged.link(roll(seed, namesakes), LinkMode.DEDUPE, truth());

    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.93);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.98);
  }

  @Test
  void areAPartOfTheExplanation() {
    Table table = roll(3, 0);
    LinkResult result = Linker.link(table, SETTINGS, Constraints.none(), Progress.none());
    Explainer explainer = new Explainer(table, result.model(), SETTINGS);
    explainer.count(result.clusters());

    int taken = 0;
    for (int pair = 0; pair < result.pairs().size(); pair++) {
      Explanation explanation =
          explainer.explain(result.pairs().rowA(pair), result.pairs().rowB(pair));
      assertThat(explanation.weightBits()).isEqualTo(result.pairs().weightBits(pair));
      double bits =
          explanation.parts().stream()
              .filter(part -> part.field().equals(Explanation.RELATIVES))
              .mapToDouble(Explanation.Part::bits)
              .sum();
      assertThat(bits).isLessThanOrEqualTo(0);
      taken += bits < -1 ? 1 : 0;
    }
    assertThat(taken).isPositive();
  }

  @Test
  void areKnownToAModelThatIsUsedAgain() {
    Table table = roll(2, 0);
    LinkResult result = Linker.link(table, SETTINGS, Constraints.none(), Progress.none());

    LinkResult again =
        Linker.link(table, result.model(), SETTINGS, Constraints.none(), Progress.none());

    assertThat(result.model().relatives()).isNotNull();
    assertThat(again.clusters()).isEqualTo(result.clusters());
    assertThat(again.pairs().bits()).isEqualTo(result.pairs().bits());
  }

  private int[] truth() {
    return truth.stream().mapToInt(i -> i).toArray();
  }

  /**
   * @param namesakes the share of households in which two have all names in common
   */
  private Table roll(long seed, double namesakes) {
    SplittableRandom random = new SplittableRandom(seed);
    Table.Builder builder =
        Table.builder(
            List.of(
                new Field("last", FieldType.NAME),
                new Field("first", FieldType.NAME),
                new Field("middle", FieldType.NAME),
                new Field("born", FieldType.DATE),
                new Field("street", FieldType.TEXT),
                new Field("zip", FieldType.IDENTIFIER),
                new Field("phone", FieldType.PHONE)),
            List.of("roll"));
    for (int household = 0; household < HOUSEHOLDS; household++) {
      addHousehold(builder, random, household, household < namesakes * HOUSEHOLDS);
    }
    return builder.build();
  }

  private void addHousehold(
      Table.Builder builder, SplittableRandom random, int household, boolean namesakes) {
    String last = word(random.nextInt(300), 3);
    String[] home = home(random);
    String father = namesakes ? word(random.nextInt(150), 5) : "";
    for (int member = 0; member < MEMBERS; member++) {
      String first = namesakes && member < 2 ? father : word(random.nextInt(150), 5);
      String middle = random.nextInt(4) == 0 ? null : word(random.nextInt(150), 9);
      String born = Integer.toString(1930 + random.nextInt(75));
      for (int count = 0; count < (random.nextInt(16) == 0 ? 2 : 1); count++) {
        builder.add(
            0,
            household + "-" + member + "-" + count,
            last,
            count == 1 && random.nextInt(5) == 0 ? first.substring(1) : first,
            middle,
            born,
            home[0],
            home[1],
            random.nextInt(3) == 0 ? null : home[2]);
        truth.add(household * MEMBERS + member);
      }
    }
  }

  private static String[] home(SplittableRandom random) {
    return new String[] {
      (1 + random.nextInt(200)) + " " + word(random.nextInt(300), 7) + " street",
      Integer.toString(27000 + random.nextInt(60)),
      Integer.toString(500_000_000 + random.nextInt(400_000_000))
    };
  }
}
