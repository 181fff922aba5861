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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A roll of voters on which few stand twice. Whoever lives in one house shares surname, street, zip
 * and telephone, which say much more together than a given name and a year of birth.
 */
class HouseholdsTest {
  private static final int HOUSEHOLDS = 800;
  private static final int MEMBERS = 3;

  private final List<Integer> truth = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areMostlyNotTakenForOnePerson(long seed) {
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
      addHousehold(builder, random, household);
    }

    Evaluation evaluation =
        Judged.link(builder.build(), LinkMode.DEDUPE, truth.stream().mapToInt(i -> i).toArray());

    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.6);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.95);
  }

  private void addHousehold(Table.Builder builder, SplittableRandom random, int household) {
    String last = word(random.nextInt(300), 3);
    String[] home = home(random);
    for (int member = 0; member < MEMBERS; member++) {
      String first = word(random.nextInt(150), 5);
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
