package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baophu.link.Judged.word;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.baophu.link.evaluate.Evaluation;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People who sign papers, some of them a single one, one of them six hundred: what that one's
 * papers share is common because of him alone. Colleagues sign the same papers from one office.
 */
class ProlificTest {
  private static final int PEOPLE = 300;
  private static final int MOST = 600;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areOnePersonEachAndTheirColleaguesAreNot(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Table.Builder builder =
        Table.builder(
            List.of(
                new Field("given", FieldType.NAME),
                new Field("surname", FieldType.NAME),
                new Field("town", FieldType.TEXT),
                new Field("firm", FieldType.TEXT),
                new Field("lawyer", FieldType.TEXT),
                new Field("subject", FieldType.CATEGORY)),
            List.of("papers"));
    int[] truth = new int[PEOPLE + MOST * 10];
    int rows = 0;
    for (int person = 0; person < PEOPLE; person++) {
      String given = word(random.nextInt(150), 0);
      String surname = word(150 + random.nextInt(250), 0);
      int firm = person / 5;
      // A few have very many, as wealth and citations are spread.
      for (int papers = MOST / (1 + person); papers >= 0; papers--) {
        builder.add(
            0,
            "" + rows,
            random.nextInt(20) == 0 ? given.substring(0, 1) : given,
            surname,
            random.nextInt(4) == 0 ? null : word(400 + firm / 3, 0),
            "firm " + word(500 + (random.nextInt(10) == 0 ? random.nextInt(60) : firm), 0),
            "lawyer " + word(600 + (random.nextInt(2) == 0 ? firm : random.nextInt(60)), 0),
            word(700 + random.nextInt(2) * 15 + firm % 15, 0));
        truth[rows++] = person;
      }
    }
    Table table = builder.build();

    LinkSettings settings = LinkSettings.defaults();
    LinkResult result = Linker.link(table, settings, Constraints.none(), Progress.none());

    LinkResult again =
        Linker.link(table, result.model(), settings, Constraints.none(), Progress.none());
    int[] clusters = Judged.clusters(result, table.size());
    assertThat(Judged.clusters(again, table.size())).isEqualTo(clusters);
    Evaluation evaluation = Evaluation.of(clusters, Arrays.copyOf(truth, rows));
    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.95);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.95);
  }
}
