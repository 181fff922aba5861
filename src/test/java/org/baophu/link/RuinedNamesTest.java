package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baophu.link.Judged.word;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.baophu.link.evaluate.Evaluation;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two names of five are ruined, so that wholly different ones say little. But whoever shares house
 * and birth date and has two names that others bear is somebody else, and of these every fourth
 * person has one.
 */
class RuinedNamesTest {
  private static final int PERSONS = 1_000;
  private static final int MOST_RECORDS = 4;

  private final int[] truth = new int[PERSONS * (MOST_RECORDS + 1)];
  private int rows;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areToldFromThoseOfOthers(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Table.Builder builder =
        Table.builder(
            List.of(
                new Field("given", FieldType.NAME),
                new Field("surname", FieldType.NAME),
                new Field("born", FieldType.DATE),
                new Field("street", FieldType.TEXT),
                new Field("state", FieldType.CATEGORY),
                new Field("number", FieldType.IDENTIFIER)),
            List.of("it"));
    for (int person = 0; person < PERSONS; person++) {
      addPerson(builder, random, person);
    }

    Evaluation evaluation = Judged.link(builder.build(), LinkMode.DEDUPE, truth);

    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.95);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.97);
  }

  private void addPerson(Table.Builder builder, SplittableRandom random, int person) {
    String born =
        String.format(
            Locale.ROOT,
            "%d-%02d-%02d",
            1940 + random.nextInt(70),
            1 + random.nextInt(12),
            1 + random.nextInt(28));
    String street = 1 + random.nextInt(200) + " " + word(random.nextInt(300), 7) + " street";
    String state = word(random.nextInt(40), 9);
    String number = "" + (100_000_000 + random.nextInt(900_000_000));
    String given = given(random);
    String surname = surname(random);
    for (int left = 2 + random.nextInt(MOST_RECORDS - 1); left > 0; left--) {
      String where = random.nextInt(5) == 0 ? null : street;
      builder.add(
          0,
          "r" + rows,
          ruined(given, random),
          ruined(surname, random),
          born,
          where,
          state,
          random.nextInt(4) == 0 ? null : number);
      truth[rows++] = person;
    }
    if (person % 4 == 0) {
      builder.add(0, "r" + rows, given(random), surname(random), born, street, null, null);
      truth[rows++] = PERSONS + person;
    }
  }

  private static String given(SplittableRandom random) {
    return word(random.nextInt(200), 5);
  }

  private static String surname(SplittableRandom random) {
    return word(random.nextInt(200), 3);
  }

  private static String ruined(String name, SplittableRandom random) {
    if (random.nextInt(5) > 1) {
      return name;
    }
    StringBuilder letters = new StringBuilder();
    for (int letter = 0; letter < name.length(); letter++) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }
}
