package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baophu.link.Judged.word;

import java.util.List;
import java.util.SplittableRandom;
import org.baophu.link.evaluate.Evaluation;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two counts of the same people ten years apart: seven households in ten have moved, so that most
 * matches differ in their address, and who agrees in it is mostly a relative.
 */
class MoversTest {
  private static final int HOUSEHOLDS = 700;

  private final int[] truth = new int[HOUSEHOLDS * 4 * 2];
  private int rows;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areFoundAndTheirHouseholdsAreNotTakenForThem(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Table.Builder builder =
        Table.builder(
            List.of(
                new Field("given", FieldType.NAME),
                new Field("surname", FieldType.NAME),
                new Field("born", FieldType.DATE),
                new Field("number", FieldType.TEXT),
                new Field("street", FieldType.TEXT),
                new Field("sex", FieldType.CATEGORY)),
            List.of("then", "now"));
    for (int household = 0; household < HOUSEHOLDS; household++) {
      addHousehold(builder, random, household);
    }

    Evaluation evaluation = Judged.link(builder.build(), LinkMode.LINK_AND_DEDUPE, truth);

    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.95);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.95);
  }

  /**
   * Where most stay they are all that training sees at first, and their address counts for much.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areFoundWhereFewMove(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Field> fields =
        List.of(
            new Field("name", FieldType.PERSON_NAME),
            new Field("born", FieldType.DATE),
            new Field("sex", FieldType.CATEGORY),
            new Field("address", FieldType.TEXT),
            new Field("city", FieldType.CATEGORY));
    Table.Builder builder = Table.builder(fields, List.of("then", "now"));
    int people = truth.length / 2;
    for (int person = 0; person < people; person++) {
      String surnames = word(random.nextInt(200), 3) + " " + word(random.nextInt(200), 3);
      String name = word(random.nextInt(100), 5) + " " + surnames;
      String day = "-" + (11 + random.nextInt(2)) + "-" + (10 + random.nextInt(19));
      String born = (1940 + random.nextInt(60)) + day;
      boolean moves = random.nextInt(5) == 0;
      String[] homes = {String.join(" ", address(random)), String.join(" ", address(random))};
      for (int count = 0; count < 2; count++) {
        String home = homes[moves ? count : 0];
        String city = "city " + home.length() % 5 + home.charAt(0);
        builder.add(count, "" + person, name, born, person % 2 == 0 ? "f" : "m", home, city);
        truth[rows++] = person;
      }
    }

    Evaluation evaluation = Judged.link(builder.build(), LinkMode.LINK, truth);

    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.98);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.95);
  }

  private void addHousehold(Table.Builder builder, SplittableRandom random, int household) {
    String surname = word(random.nextInt(400), 3);
    boolean moves = random.nextInt(10) < 7;
    String[][] address = {address(random), address(random)};
    for (int member = 0; member < 4; member++) {
      String given = word(random.nextInt(200), 5);
      int year = 1940 + random.nextInt(70);
      String born =
          String.format(
              java.util.Locale.ROOT,
              "%d-%02d-%02d",
              year,
              1 + random.nextInt(12),
              1 + random.nextInt(28));
      String sex = random.nextBoolean() ? "female" : "male";
      for (int count = 0; count < 2; count++) {
        String[] home = address[moves ? count : 0];
        boolean slips = random.nextInt(20) == 0;
        builder.add(
            count,
            household + "-" + member,
            slips ? given.substring(1) : given,
            surname,
            random.nextInt(20) == 0 ? null : born,
            home[0],
            home[1],
            sex);
        truth[rows++] = household * 4 + member;
      }
    }
  }

  private static String[] address(SplittableRandom random) {
    return new String[] {
      "" + (1 + random.nextInt(2_000)), word(random.nextInt(300), 7) + " street"
    };
  }
}
