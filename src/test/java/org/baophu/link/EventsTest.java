package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.baophu.link.evaluate.Evaluation;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A date may be that of an event: it differs in all records of one person. */
class EventsTest {
  private static final int PEOPLE = 2_000;
  private static final String[] ELECTIONS = {
    "1997-05-01", "2001-06-07", "2005-05-05", "2010-05-06", "2015-05-07", "2017-06-08", "2019-12-12"
  };

  private final List<Integer> truth = new ArrayList<>();
  private Table.Builder builder =
      Table.builder(List.of(new Field("none", FieldType.TEXT)), List.of("s"));

  private static String word(SplittableRandom random, int kinds, int stem) {
    double skewed = Math.pow(random.nextDouble(), 1.5);
    SplittableRandom letters = new SplittableRandom(stem * 1_000L + (int) (kinds * skewed));
    StringBuilder word = new StringBuilder();
    for (int syllable = 2 + letters.nextInt(2); syllable > 0; syllable--) {
      word.append("bdfghklmnprstvw".charAt(letters.nextInt(15)));
      word.append("aeiou".charAt(letters.nextInt(5)));
    }
    return word.toString();
  }

  private static String slip(SplittableRandom random, String text) {
    int at = 1 + random.nextInt(text.length() - 2);
    return random.nextInt(10) > 0
        ? text
        : text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at + 1);
  }

  private void begin(String date, String other) {
    builder =
        Table.builder(
            List.of(
                new Field("name", FieldType.PERSON_NAME),
                new Field("party", FieldType.CATEGORY),
                new Field("place", FieldType.CATEGORY),
                new Field(date, FieldType.DATE),
                new Field(other, FieldType.DATE)),
            List.of("s"));
  }

  private void add(int person, String... values) {
    builder.add(0, "r" + truth.size(), values);
    truth.add(person);
  }

  private Evaluation judged() {
    int[] people = truth.stream().mapToInt(Integer::intValue).toArray();
    return Judged.link(builder.build(), LinkMode.LINK_AND_DEDUPE, people);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void contradictNothing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    begin("election", "nominated");
    for (int person = 0; person < PEOPLE; person++) {
      String name = word(random, 300, 1) + " " + word(random, 900, 2);
      String party = "party " + random.nextInt(6);
      String place = word(random, 400, 3);
      for (int election = random.nextInt(5); election < ELECTIONS.length; election += 2) {
        String where = random.nextInt(6) > 0 ? place : word(random, 400, 3);
        String day = String.valueOf(110 + random.nextInt(18)).substring(1);
        String nominated = ELECTIONS[election].substring(0, 5) + "04-" + day;
        add(person, slip(random, name), party, where, ELECTIONS[election], nominated);
      }
    }

    Evaluation evaluation = judged();

    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.9);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void areNoBirthDatesThoughSonsHaveTheirFathersNames(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    begin("born", "died");
    for (int father = 0; father < PEOPLE; father++) {
      String name = word(random, 300, 1) + " " + word(random, 900, 2);
      String party = "party " + random.nextInt(6);
      String place = word(random, 400, 3);
      for (int person = 2 * father; person < 2 * father + 1 + random.nextInt(2); person++) {
        int year = 1930 + random.nextInt(20) + 28 * (person % 2);
        String rest = "-" + (101 + random.nextInt(12)) + "-" + (101 + random.nextInt(28));

        for (int copy = 0; copy < 1 + random.nextInt(2); copy++) {
          add(person, slip(random, name), party, place, year + rest.replace("-1", "-"), null);
        }
      }
    }

    Evaluation evaluation = judged();

    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.95);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.95);
  }
}
