package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.baophu.link.model.Model;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two registers of people whose names are so common that in many a town two bear the same: whoever
 * shares names and town, but not the birth date, is somebody else.
 */
class TownsTest {
  private static final int PEOPLE = 6_500;
  private static final int TOWN = 4;
  private static final Set<String> OF_NAMES = Set.of("given", "family");

  private static int skewed(SplittableRandom random, int kinds) {
    return (int) (kinds * Math.pow(random.nextDouble(), 1.8));
  }

  private static String written(SplittableRandom random, String born) {
    return switch (random.nextInt(20)) {
      case 0 -> null;
      case 1 -> born.substring(0, 4);
      default -> born;
    };
  }

  private static Table table(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Field> fields =
        List.of(
            new Field("given", FieldType.NAME),
            new Field("family", FieldType.NAME),
            new Field("born", FieldType.DATE),
            new Field("sex", FieldType.CATEGORY),
            new Field("town", FieldType.CATEGORY));
    Table.Builder builder = Table.builder(fields, List.of("a", "b"));
    for (int person = 0; person < PEOPLE; person++) {
      int name = skewed(random, 90);
      String given = Judged.word(name, 1);
      String family = Judged.word(skewed(random, 90), 2);
      String rest = "-" + (101 + random.nextInt(12)) + "-" + (101 + random.nextInt(28));
      String born = 1930 + random.nextInt(80) + rest.replace("-1", "-");
      String sex = name % 2 == 0 ? "f" : "m";
      String town = Judged.word(skewed(random, 80), 3);
      for (int source = 0; source < 2; source++) {
        if (random.nextInt(6) > 0) {
          String where = random.nextInt(12) > 0 ? town : Judged.word(skewed(random, 80), 3);
          builder.add(
              source, source + "-" + person, given, family, written(random, born), sex, where);
        }
      }
    }
    return builder.build();
  }

  /** How often towns agree, by levels' probabilities. */
  private static double agreement(Model model, List<Double> probabilities) {
    List<Model.LevelModel> levels = model.entries().get(TOWN).levels();
    return IntStream.range(0, levels.size())
        .filter(level -> levels.get(level).kind().equals("exact"))
        .mapToDouble(probabilities::get)
        .sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void areSharedByNamesakesAsOftenAsByStrangers(long seed) {
    LinkSettings settings = LinkSettings.defaults().withMode(LinkMode.LINK);
    Model model = Linker.link(table(seed), settings, Constraints.none(), Progress.none()).model();
    double chance =
        agreement(
            model, model.entries().get(TOWN).levels().stream().map(Model.LevelModel::u).toList());

    assertThat(model.keys())
        .filteredOn(
            key -> key.parts().stream().allMatch(part -> OF_NAMES.contains(part.split(":")[0])))
        .isNotEmpty()
        .allSatisfy(
            key -> assertThat(agreement(model, key.u().get(TOWN))).isGreaterThan(0.9 * chance));
  }
}
