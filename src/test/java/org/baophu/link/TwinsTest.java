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
 * False twins: every third person has one, two records with the same names, birth date and address
 * but a number of their own. Numbers are garbled now and then, so that to differ in one is no
 * proof; but no garbled number stands in a second record.
 */
class TwinsTest {
  private static final int PERSONS = 1_200;
  private static final int MOST_RECORDS = 4;

  private final int[] truth = new int[PERSONS * (MOST_RECORDS + 2)];
  private int rows;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areKeptApart(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Table.Builder builder =
        Table.builder(
            List.of(
                new Field("given", FieldType.NAME),
                new Field("surname", FieldType.NAME),
                new Field("born", FieldType.DATE),
                new Field("street", FieldType.TEXT),
                new Field("number", FieldType.IDENTIFIER)),
            List.of("it"));
    for (int person = 0; person < PERSONS; person++) {
      addPerson(builder, random, person);
    }

    Evaluation evaluation = Judged.link(builder.build(), LinkMode.LINK_AND_DEDUPE, truth);

    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.9);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.95);
  }

  private void addPerson(Table.Builder builder, SplittableRandom random, int person) {
    String[] own = {
      word(random.nextInt(200), 5),
      word(random.nextInt(400), 3),
      String.format(
          java.util.Locale.ROOT,
          "%d-%02d-%02d",
          1940 + random.nextInt(70),
          1 + random.nextInt(12),
          1 + random.nextInt(28)),
      1 + random.nextInt(200) + " " + word(random.nextInt(300), 7) + " street",
      number(random)
    };
    for (int left = 2 + random.nextInt(MOST_RECORDS - 1); left > 0; left--) {
      add(builder, random, own, person);
    }
    if (person % 3 == 0) {
      own[4] = number(random);
      add(builder, random, own, PERSONS + person);
      add(builder, random, own, PERSONS + person);
    }
  }

  private void add(Table.Builder builder, SplittableRandom random, String[] own, int person) {
    String number = random.nextInt(20) == 0 ? number(random) : own[4];
    boolean slips = random.nextInt(10) == 0;
    builder.add(
        0,
        "r" + rows,
        slips ? own[0].substring(1) : own[0],
        own[1],
        random.nextInt(10) == 0 ? null : own[2],
        random.nextInt(5) == 0 ? null : own[3],
        number);
    truth[rows++] = person;
  }

  private static String number(SplittableRandom random) {
    return "" + (100_000_000 + random.nextInt(900_000_000));
  }
}
