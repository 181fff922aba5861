package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baophu.link.Judged.word;

import java.util.ArrayList;
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
 * Two lists of people of whom little is stated. Of 3,000 on each, half are on the other too; some
 * share their names with others, and one name in ten is misspelt.
 */
class FewFieldsTest {
  private static final int PEOPLE = 4_500;
  private static final int ON_A_LIST = 3_000;

  private static final Field NAME = new Field("name", FieldType.PERSON_NAME);
  private static final Field CITY = new Field("city", FieldType.CATEGORY);
  private static final Field BORN = new Field("born", FieldType.DATE);

  private final int[] truth = new int[2 * ON_A_LIST];
  private int rows;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areLinkedByTheirNamesAlone(long seed) {
    Evaluation evaluation = link(List.of(NAME), seed);

    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.95);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.75);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areLinkedByNameAndCity(long seed) {
    Evaluation evaluation = link(List.of(NAME, CITY), seed);

    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.97);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.9);
  }

  /** One list states years alone: how its own records agree tells nothing of how others do. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areLinkedThoughTheListsAreWrittenUnlike(long seed) {
    Evaluation evaluation = link(List.of(NAME, BORN), seed);

    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.97);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.9);
  }

  private Evaluation link(List<Field> fields, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Table.Builder builder = Table.builder(fields, List.of("first", "second"));
    List<String[]> people = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      String surnames = word(common(random, 200), 3) + " " + word(common(random, 200), 4);
      String born =
          (1930 + random.nextInt(75))
              + "-"
              + (10 + random.nextInt(3))
              + "-"
              + (10 + random.nextInt(18));
      String given = word(common(random, 300), 5);
      people.add(new String[] {given + " " + surnames, "city " + common(random, 60), born});
    }
    for (int list = 0; list < 2; list++) {
      for (int person = list * (PEOPLE - ON_A_LIST); rows < (list + 1) * ON_A_LIST; person++) {
        String[] said = people.get(person);
        String name = random.nextInt(10) == 0 ? misspelt(said[0], random) : said[0];
        String born = list == 0 ? said[2].substring(0, 4) : said[2];
        String[] values =
            fields.stream()
                .map(field -> field == NAME ? name : field == CITY ? said[1] : born)
                .toArray(String[]::new);
        builder.add(list, "" + person, values);
        truth[rows++] = person;
      }
    }
    return Judged.link(builder.build(), LinkMode.LINK, Arrays.copyOf(truth, rows));
  }

  /** Few are common, many are rare. */
  private static int common(SplittableRandom random, int most) {
    return (int) (most * random.nextDouble() * random.nextDouble());
  }

  private static String misspelt(String name, SplittableRandom random) {
    int at = 1 + random.nextInt(name.length() - 2);
    return name.substring(0, at) + name.substring(at + 1);
  }
}
