package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.baophu.link.Judged.word;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.baophu.link.compare.Agreement;
import org.baophu.link.evaluate.Evaluation;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingnessTest {
  private static final int PEOPLE = 3_000;
  private static final List<Field> FIELDS =
      List.of(
          new Field("given", FieldType.NAME),
          new Field("surname", FieldType.NAME),
          new Field("born", FieldType.DATE),
          new Field("address", FieldType.TEXT),
          new Field("tax_code", FieldType.IDENTIFIER),
          new Field("phone", FieldType.PHONE),
          new Field("email", FieldType.TEXT),
          new Field("old_id", FieldType.IDENTIFIER));

  private final int[] truth = new int[PEOPLE * 2];
  private int rows;

  @Test
  void isWhatTheClustersShowLessOftenThanChance() {
    Table.Builder builder =
        Table.builder(
            List.of(
                new Field("own", FieldType.TEXT),
                new Field("random", FieldType.TEXT),
                new Field("of_one_source", FieldType.TEXT)),
            List.of("a", "b"));
    int[] clusters = new int[80];
    for (int pair = 0; pair < 40; pair++) {
      for (int source = 0; source < 2; source++) {
        String own = pair % 2 == 0 ? "x" : null;
        String random = (pair + source * (pair / 2)) % 2 == 0 ? "x" : null;
        clusters[pair * 2 + source] = pair;
        builder.add(source, "" + pair, own, random, source == 0 ? "x" : null);
      }
    }
    Missingness.Learning learning =
        new Missingness.Learning(Agreement.of(builder.build()), (a, b) -> true, 2);

    double[] bits = learning.bits(new Members(clusters));

    // Half of each source's rows state it: 20 of 40 pairs would be unequal by chance, none is.
    assertThat(bits[0]).isCloseTo(Math.log(5.0 / 25) / Math.log(2), within(1e-5));
    assertThat(bits[1]).isZero();
    assertThat(bits[2]).isZero();
  }

  private static String[] person(SplittableRandom random) {
    String born =
        (1940 + random.nextInt(60))
            + ("-" + (101 + random.nextInt(12)) + "-" + (101 + random.nextInt(28)))
                .replace("-1", "-");
    return new String[] {
      word(random.nextInt(100), 1),
      word(random.nextInt(150), 2),
      born,
      (1 + random.nextInt(500)) + " " + word(random.nextInt(300), 3),
      "" + (1_000_000_000L + random.nextInt(900_000_000)),
      "09" + (10_000_000 + random.nextInt(90_000_000)),
      word(random.nextInt(1_000_000), 4) + "@" + word(random.nextInt(50), 5),
      "" + (100_000_000 + random.nextInt(900_000_000))
    };
  }

  private static void leaveOut(SplittableRandom random, String[] values) {
    for (int field = 4; field < values.length; field++) {
      values[field] = random.nextBoolean() ? values[field] : null;
    }
  }

  private void add(Table.Builder builder, int person, String[] values) {
    builder.add(0, "" + rows, values);
    truth[rows++] = person;
  }

  /**
   * One in three people has a second record, with another address. One in ten has a stranger with
   * his given name and birth date and a surname and an address of his own, and nothing else.
   */
  private Table table(long seed, boolean isPersonal) {
    SplittableRandom random = new SplittableRandom(seed);
    Table.Builder builder = Table.builder(FIELDS, List.of("s"));
    for (int person = 0; person < PEOPLE; person++) {
      String[] values = person(random);
      String[] first = values.clone();
      leaveOut(random, first);
      String[] second = isPersonal ? first.clone() : values.clone();
      if (!isPersonal) {
        leaveOut(random, second);
      }
      second[3] = random.nextInt(3) > 0 ? first[3] : person(random)[3];
      second[1] = random.nextInt(4) > 0 ? first[1] : person(random)[1];
      add(builder, person, first);
      if (person % 3 == 0) {
        add(builder, person, second);
      } else if (person % 10 == 1) {
        String[] stranger = Arrays.copyOf(Arrays.copyOf(values, 4), values.length);
        stranger[1] = person(random)[1];
        stranger[3] = person(random)[3];
        add(builder, PEOPLE + person, stranger);
      }
    }
    return builder.build();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void keepsThoseApartWhoHaveWhatTheOtherLacks(long seed) {
    Table table = table(seed, true);
    Evaluation evaluation = Judged.link(table, LinkMode.LINK_AND_DEDUPE, truth);
    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.9);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void saysNothingWhereEachRecordLeavesOutWhatItWill(long seed) {
    Table table = table(seed, false);
    LinkSettings settings = LinkSettings.defaults();
    LinkResult result = Linker.link(table, settings, Constraints.none(), Progress.none());
    assertThat(result.model().entries()).allMatch(entry -> entry.statedByOneBits() == 0);
  }

  @Test
  void isAPartOfWhatExplainsAPair() {
    Table table = table(4, true);
    LinkSettings settings = LinkSettings.defaults();
    LinkResult result = Linker.link(table, settings, Constraints.none(), Progress.none());
    Explainer explainer = new Explainer(table, result.model(), settings);
    int a =
        IntStream.range(0, table.size())
            .filter(r -> table.value(r, 4) != null)
            .findFirst()
            .orElseThrow();
    int b =
        IntStream.range(0, table.size())
            .filter(r -> table.value(r, 4) == null)
            .findFirst()
            .orElseThrow();

    Explanation explanation = explainer.explain(a, b);

    Explanation.Part part = explanation.parts().get(4);
    assertThat(part.level()).isEqualTo("stated by one alone");
    assertThat(part.bits())
        .isEqualTo(result.model().entries().get(4).statedByOneBits())
        .isLessThan(-2);
    assertThat(explanation.weightBits()).isEqualTo(explainer.score(a, b).weightBits());
  }
}
