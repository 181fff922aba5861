package org.baophu.publish;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a person out of the published directory of a night. Rows that are the person's go; where
 * another person's row names one of the person's records, {@value ErasedPerson#ERASED} stands
 * instead. All other rows stay as they were, ranks included, so that lists agree with what
 * collectors hold. Each file is replaced in one step, {@code members.csv} and {@code run.json}
 * last: an erasure that was interrupted is done again from the beginning.
 *
 * <p>Counts (summaries, targets, the report) stay: they name nobody.
 */
public final class Erasure {
  private static final String MEMBERS = "members.csv";
  private static final String MANIFEST = "run.json";
  private static final String PART = ".part";
  private static final CSVFormat READ = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private final Path directory;
  private final ErasedPerson person;

  private Erasure(Path directory, ErasedPerson person) {
    this.directory = directory;
    this.person = person;
  }

  /**
   * @param directory of a published night
   * @param ids the person's ids
   * @param records the person's records as far as they have ids of their own
   */
  public static Erasure from(Path directory, Set<String> ids, Collection<RecordKey> records) {
    Set<RecordKey> all = new TreeSet<>(records);
    Path members = directory.resolve(MEMBERS);
    if (Files.exists(members)) {
      // What stands in for an id holds for this night alone.
      for (String[] row : read(members)) {
        if (ids.contains(row[0])) {
          all.add(new RecordKey(Source.of(row[1]), row[2]));
        }
      }
    }
    return new Erasure(directory, new ErasedPerson(ids, all));
  }

  /**
   * Rewrites the files that name the person.
   *
   * @param on the day that the manifest notes
   * @param dryRun only counts
   * @return for every file, by its name in the directory, how many places were or would be erased
   */
  public Map<String, Integer> run(LocalDate on, boolean dryRun) {
    Map<String, Integer> erased = new LinkedHashMap<>();
    try {
      for (Path file : files()) {
        int places = erase(file, dryRun);
        if (places > 0) {
          erased.put(directory.relativize(file).toString(), places);
        }
      }
      if (!dryRun && !erased.isEmpty()) {
        noteInManifest(on, erased);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot erase from " + directory, e);
    }
    return erased;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      // An erasure that was interrupted may have left a part, which this one makes anew.
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(PART))
          .filter(file -> !file.getFileName().toString().equals(MANIFEST))
          .sorted(Comparator.comparing((Path file) -> file.endsWith(MEMBERS)).thenComparing(f -> f))
          .toList();
    }
  }

  private int erase(Path file, boolean dryRun) throws IOException {
    String name = file.getFileName().toString();
    Path part = file.resolveSibling(name + PART);
    Files.deleteIfExists(part);
    int places;
    if (name.endsWith(".csv")) {
      places = eraseCsv(file, part);
    } else if (name.endsWith(".xlsx")) {
      places = new WorkbookErasure(person).erase(file, part);
    } else if (name.endsWith(".html")) {
      places = eraseHtml(file, part);
    } else {
      return eraseUnknown(file, dryRun);
    }
    if (places > 0 && !dryRun) {
      replace(part, file);
    }
    Files.deleteIfExists(part);
    return places;
  }

  private int eraseCsv(Path file, Path part) throws IOException {
    List<String[]> rows = read(file);
    int places = 0;
    try (Writer out = writer(part)) {
      out.write('\uFEFF');
      String[] headings = rows.get(0);
      for (String[] row : rows) {
        String[] kept = row == headings ? row : person.without(headings, row);
        places += Arrays.equals(kept, row) ? 0 : 1;
        if (kept.length > 0) {
          READ.printRecord(out, (Object[]) kept);
        }
      }
    }
    return places;
  }

  private static List<String[]> read(Path file) {
    List<String[]> rows = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.builder().setReader(reader).setFormat(READ).get()) {
      for (CSVRecord row : parser) {
        String[] cells = row.values();
        if (rows.isEmpty()) {
          cells[0] = cells[0].replace("\uFEFF", "");
        }
        rows.add(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return rows;
  }

  private int eraseHtml(Path file, Path part) throws IOException {
    String page = Files.readString(file);
    HtmlErasure erasure = new HtmlErasure(person, page);
    if (erasure.places() > 0) {
      try (Writer out = writer(part)) {
        out.write(erasure.page());
      }
    }
    return erasure.places();
  }

  /**
   * A file of a kind that cannot be rewritten row by row goes as a whole if it names the person.
   */
  private int eraseUnknown(Path file, boolean dryRun) throws IOException {
    boolean named =
        person.isNamedIn(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    if (named && !dryRun) {
      Files.delete(file);
    }
    return named ? 1 : 0;
  }

  private static Writer writer(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(PrivateFiles.create(file), StandardCharsets.UTF_8));
  }

  private void noteInManifest(LocalDate on, Map<String, Integer> erased) throws IOException {
    Path manifest = directory.resolve(MANIFEST);
    if (!Files.exists(manifest)) {
      return;
    }
    ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(Files.readString(manifest));
    ArrayNode erasures =
        tree.get("erasures") instanceof ArrayNode noted ? noted : tree.putArray("erasures");
    ObjectNode note = erasures.addObject();
    note.put("on", on.toString());
    erased.forEach(note.putObject("places_by_file")::put);
    Path part = directory.resolve(MANIFEST + PART);
    Files.deleteIfExists(part);
    try (Writer out = writer(part)) {
      out.write(Manifest.text(tree));
    }
    replace(part, manifest);
  }

  /** So that a power cut does not bring back what the store no longer knows. */
  private static void replace(Path part, Path file) throws IOException {
    PrivateFiles.force(part);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    PrivateFiles.forceFolder(file.resolveSibling(""));
  }
}
