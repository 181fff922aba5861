package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.baophu.link.evaluate.Evaluation;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A table with hardly anything to go by: two common names and a birth date, one row in ten twice.
 */
class NamesakesTest {
  private static final int PEOPLE = 4_500;

  /** One of so many names, the commonest borne by one in ten. */
  private static String name(SplittableRandom random, int kinds, long stem) {
    double skewed = Math.pow(random.nextDouble(), 2);
    SplittableRandom letters = new SplittableRandom(stem * 1_000 + (int) (kinds * skewed));
    StringBuilder name = new StringBuilder();
    for (int syllable = 2 + letters.nextInt(2); syllable > 0; syllable--) {
      name.append("bdfghklmnprstvw".charAt(letters.nextInt(15)));
      name.append("aeiou".charAt(letters.nextInt(5)));
    }
    return name.append("lnrst".charAt(letters.nextInt(5))).toString();
  }

  private static String typo(SplittableRandom random, String text) {
    int at = 1 + random.nextInt(text.length() - 2);
    return text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at + 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areNotTakenForMatches(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Table.Builder builder =
        Table.builder(
            List.of(
                new Field("given", FieldType.NAME),
                new Field("second", FieldType.NAME),
                new Field("surname", FieldType.NAME),
                new Field("born", FieldType.DATE)),
            List.of("s"));
    int[] truth = new int[PEOPLE + PEOPLE / 10];
    int row = 0;
    for (int person = 0; person < PEOPLE; person++) {
      String given = name(random, 120, 1);
      String second = random.nextInt(40) == 0 ? name(random, 30, 2) : null;
      String surname = name(random, 150, 3);
      int year = 1920 + random.nextInt(80);
      String rest = "-" + (101 + random.nextInt(12)) + "-" + (101 + random.nextInt(28));
      String born = year + rest.replace("-1", "-");
      for (int copy = 0; copy < (person % 10 == 0 ? 2 : 1); copy++) {
        boolean slip = copy == 1;
        boolean ofGiven = slip && random.nextBoolean();
        builder.add(
            0,
            person + "-" + copy,
            ofGiven ? typo(random, given) : given,
            second,
            slip && !ofGiven ? typo(random, surname) : surname,
            born);
        truth[row++] = person;
      }
    }

    Evaluation evaluation = Judged.link(builder.build(), LinkMode.LINK_AND_DEDUPE, truth);

    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.75);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.85);
  }
}
