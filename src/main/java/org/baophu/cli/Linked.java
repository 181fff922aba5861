package org.baophu.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.baophu.batch.NightLauncher;
import org.baophu.intake.InputRefusedException;
import org.baophu.link.Explainer;
import org.baophu.link.LinkSettings;
import org.baophu.link.model.Model;
import org.baophu.link.table.Table;
import org.baophu.night.ExplainedRun;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was linked, taken up again to be explained or evaluated.
 *
 * @param groups by row of the table the number of its cluster, -1 where the clusters lack it
 * @param groupName what the results call a row's cluster
 * @param membership how sure it is that a row belongs to its cluster, {@code NaN} where not kept
 * @param threshold the probability from which a pair speaks for a match
 * @param oneToOne whether a cluster may hold at most one row of each source
 * @param bindings what outranked the evidence between two groups; null where that was not kept
 * @param pairs the pairs kept as possible matches
 */
record Linked(
    Table table,
    Explainer explainer,
    int[] groups,
    IntFunction<String> groupName,
    IntToDoubleFunction membership,
    double threshold,
    boolean oneToOne,
    @Nullable Bindings bindings,
    Pairs pairs) {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** What outranked the evidence between the rows of two groups, or within one given twice. */
  @FunctionalInterface
  interface Bindings {
    List<ExplainedRun.Binding> between(int[] groupA, int[] groupB);
  }

  /** Pairs that can be gone through. */
  @FunctionalInterface
  interface Pairs {
    void each(PairUse use) throws IOException;
  }

  /** Takes a pair of rows. */
  @FunctionalInterface
  interface PairUse {
    void accept(int rowA, int rowB, double probability);
  }

  /**
   * A night.
   *
   * @throws IllegalArgumentException if the directory holds no run, or its workspace is gone
   */
  static Linked night(Path run, int threads) {
    Path results = run.toAbsolutePath().normalize();
    ExplainedRun opened =
        ExplainedRun.open(
            results, NightLauncher.storeDirectory(results.resolveSibling("")), threads);
    return new Linked(
        opened.table(),
        opened.explainer(),
        opened.personOfRow(),
        opened::personId,
        opened::membership,
        opened.threshold(),
        false,
        opened::bindings,
        use -> {
          for (int pair = 0; pair < opened.pairs(); pair++) {
            use.accept(opened.rowA(pair), opened.rowB(pair), opened.probability(pair));
          }
        });
  }

  /**
   * What {@code link} wrote.
   *
   * @param config the configuration that it was given
   * @param directory where it wrote
   * @throws SettingsException if the configuration cannot be used, or the results are another's
   * @throws InputRefusedException if a file lacks a column
   */
  static Linked links(Path config, Path directory, int threads) throws IOException {
    try {
      LinkFile file = Yaml.read(config, LinkFile.class);
      LinkSettings settings =
          LinkSettings.defaults().withMode(file.linkMode()).withThreads(threads);
      if (file.threshold() != null) {
        settings = settings.withThreshold(file.threshold());
      }
      if (file.keepAbove() != null) {
        settings = settings.withKeepAbove(file.keepAbove());
      }
      Table table = new LinkTables(file, config.toAbsolutePath().resolveSibling("")).read(threads);
      Explainer explainer = new Explainer(table, model(directory.resolve("model.json")), settings);
      Map<String, Integer> rows = rows(table);
      String[] names = new String[table.size()];
      int[] groups = groups(directory.resolve("clusters.csv"), rows, names);
      explainer.count(numbered(groups));
      return new Linked(
          table,
          explainer,
          groups,
          row -> names[row],
          row -> Double.NaN,
          settings.threshold(),
          Boolean.TRUE.equals(file.oneToOne()),
          null,
          use -> eachPair(directory.resolve("pairs.csv"), rows, use));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(config + ", " + directory + ": " + e.getMessage());
    }
  }

  private static Model model(Path file) throws IOException {
    JsonMapper json =
        JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    try {
      return json.readValue(Files.readString(file), Model.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          file.getFileName() + " is no model: " + e.getOriginalMessage(), e);
    }
  }

  private static Map<String, Integer> rows(Table table) {
    Map<String, Integer> rows = new HashMap<>(table.size() * 2);
    for (int row = 0; row < table.size(); row++) {
      rows.put(key(table.sources().get(table.source(row)), table.recordId(row)), row);
    }
    return rows;
  }

  private static String key(String source, String id) {
    return source + '\0' + id;
  }

  private static int[] groups(Path file, Map<String, Integer> rows, String[] names)
      throws IOException {
    int[] groups = new int[names.length];
    Arrays.fill(groups, -1);
    Map<String, Integer> numbers = new HashMap<>();
    try (Reader in = Files.newBufferedReader(file);
        CSVParser parser = CSV.parse(CsvText.withoutMark(in))) {
      require(file, parser, "cluster_id", "source", "id");
      for (CSVRecord record : parser) {
        Integer row = rows.get(key(record.get("source"), record.get("id")));
        if (row != null) {
          String name = record.get("cluster_id");
          groups[row] = numbers.computeIfAbsent(name, n -> numbers.size());
          names[row] = name;
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return groups;
  }

  /** The groups, with one of its own for every row that the clusters lack. */
  private static int[] numbered(int[] groups) {
    int next = Arrays.stream(groups).max().orElse(-1) + 1;
    int[] numbered = groups.clone();
    for (int row = 0; row < numbered.length; row++) {
      numbered[row] = groups[row] < 0 ? next++ : groups[row];
    }
    return numbered;
  }

  private static void eachPair(Path file, Map<String, Integer> rows, PairUse use)
      throws IOException {
    try (Reader in = Files.newBufferedReader(file);
        CSVParser parser = CSV.parse(CsvText.withoutMark(in))) {
      require(file, parser, "source_a", "id_a", "source_b", "id_b", "match_probability");
      for (CSVRecord record : parser) {
        Integer a = rows.get(key(record.get("source_a"), record.get("id_a")));
        Integer b = rows.get(key(record.get("source_b"), record.get("id_b")));
        if (a != null && b != null) {
          use.accept(a, b, Double.parseDouble(record.get("match_probability")));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void require(Path file, CSVParser parser, String... columns) {
    for (String column : columns) {
      if (!parser.getHeaderNames().contains(column)) {
        throw new InputRefusedException(
            file.toString(),
            "has no column " + column + "; it has " + parser.getHeaderNames() + ".",
            "Name the directory that link wrote.");
      }
    }
  }

  /** The name of a row's source. */
  String source(int row) {
    return table.sources().get(table.source(row));
  }

  /** What names a row: source and id. */
  String name(int row) {
    return source(row) + ":" + table.recordId(row);
  }
}
