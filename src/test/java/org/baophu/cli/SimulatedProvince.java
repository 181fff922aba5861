package org.baophu.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.baophu.generate.ErrorRates;
import org.baophu.generate.Formats;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.baophu.person.Source;

/**
 * A province that lives on from night to night, and a diary of all that happens in it: records
 * arrive, are corrected, withdrawn, come back and are given other record_ids, insurance ends and
 * begins, entries of the poverty list run out, people have birthdays, clerks decide and revoke.
 *
 * <p>It begins as a generated province with the shipped error rates, of which some records are held
 * back to arrive later. Everything is drawn from a seed.
 */
final class SimulatedProvince {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** What happens to a record, as the nights tell it. */
  enum Kind {
    ARRIVED,
    RETURNED,
    WITHDRAWN,
    CORRECTED,
    RENUMBERED
  }

  /**
   * A record of a register.
   *
   * @param citizen whose it truly is
   * @param cells by column
   */
  record Row(int uid, Source source, String citizen, Map<String, String> cells) {
    String recordId() {
      return cells.get("record_id");
    }

    String key() {
      return source.code() + ":" + recordId();
    }

    Row with(String... columnsAndValues) {
      Map<String, String> changed = new LinkedHashMap<>(cells);
      for (int i = 0; i < columnsAndValues.length; i += 2) {
        changed.put(columnsAndValues[i], columnsAndValues[i + 1]);
      }
      return new Row(uid, source, citizen, changed);
    }
  }

  /**
   * An entry of the diary.
   *
   * @param keyBefore where a record_id changed, the key before; else the key
   * @param columns of a correction, what is different
   */
  record Happened(Kind kind, int uid, String key, String keyBefore, Set<String> columns) {}

  /** A clerk's decision. */
  record Decided(String a, String b, String verdict, LocalDate on) {}

  private final Random random;
  private final Path input;
  private final Map<Source, List<String>> columns = new EnumMap<>(Source.class);
  private final Map<Integer, Row> delivered = new TreeMap<>();
  private final Map<Integer, Row> waiting = new TreeMap<>();
  private final Map<Integer, Row> away = new TreeMap<>();
  private final List<Decided> decisions = new ArrayList<>();
  private final List<String> communes;
  private List<Happened> diary = List.of();
  private List<Decided> decidedTonight = List.of();
  private final Map<String, Integer> uidOfKey = new HashMap<>();
  private int nextNumber = 1;

  SimulatedProvince(int people, long seed, LocalDate date, Path input) throws IOException {
    this.random = new Random(seed);
    this.input = input;
    GenerateSettings settings =
        new GenerateSettings(people, seed, date, ErrorRates.shipped(), Formats.PLAIN);
    ProvinceGenerator.generate(settings, input, done -> {});
    Map<String, String> citizens = new HashMap<>();
    for (CSVRecord row : read(input.resolve("truth/members.csv"))) {
      citizens.put(row.get("source") + ":" + row.get("record_id"), row.get("person_id"));
    }
    int uid = 0;
    for (Source source : Source.values()) {
      List<CSVRecord> rows = read(file(source));
      columns.put(source, rows.get(0).getParser().getHeaderNames());
      for (CSVRecord row : rows) {
        Row made =
            new Row(
                ++uid,
                source,
                citizens.get(source.code() + ":" + row.get("record_id")),
                new LinkedHashMap<>(row.toMap()));
        uidOfKey.put(made.key(), uid);
        (random.nextInt(12) == 0 ? waiting : delivered).put(uid, made);
      }
    }
    communes =
        delivered.values().stream()
            .map(row -> row.cells().get("commune"))
            .filter(name -> name.startsWith("Xã ") || name.startsWith("Phường "))
            .distinct()
            .sorted()
            .toList();
    write();
  }

  private Path file(Source source) {
    return input.resolve(source.code() + ".csv");
  }

  static List<CSVRecord> read(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file);
        CSVParser parser = CSV.parse(CsvText.withoutMark(in))) {
      return parser.getRecords();
    }
  }

  /** What is delivered tonight, by the record's own number, which never changes. */
  Map<Integer, Row> delivered() {
    return Map.copyOf(delivered);
  }

  /** The number of the record that has or had this key. */
  int uidNamed(String key) {
    return uidOfKey.getOrDefault(key, -1);
  }

  /** What happened since the night before. */
  List<Happened> diary() {
    return diary;
  }

  List<Decided> decidedTonight() {
    return decidedTonight;
  }

  List<Decided> decisions() {
    return List.copyOf(decisions);
  }

  /**
   * Lets a day pass.
   *
   * @param persons by record key, what last night published; clerks decide about that
   */
  void live(LocalDate date, int scale, Map<String, String> persons) throws IOException {
    Map<Integer, Happened> happened = new TreeMap<>();
    for (int i = 0; i < 6 * scale; i++) {
      arrive(happened);
    }
    for (int i = 0; i < 2 * scale; i++) {
      withdraw(happened);
      comeBack(happened);
      renumber(happened);
    }
    for (int i = 0; i < 4 * scale; i++) {
      correctInsurance(happened);
      correctLiving(happened);
      correctDetails(happened);
    }
    for (int i = 0; i < scale; i++) {
      correctPoverty(date, happened);
      move(happened);
    }
    diary = List.copyOf(happened.values());
    decide(date, persons);
    write();
  }

  /** People of an age at which the list begins or ends have their birthdays in these days. */
  void arrangeBirthdays(LocalDate from, int days) throws IOException {
    Map<String, LocalDate> births = new TreeMap<>();
    for (Row row : delivered.values()) {
      String text = row.cells().get(birthColumn(row.source()));
      boolean near = text.matches(".*(195[0-9]|201[0-4]).*") || row.uid() % 90 == 0;
      if (row.source() != Source.POVERTY && NightOracle.isLiving(row) && near) {
        int year = from.getYear() - (births.size() % 3 == 0 ? 15 : 75);
        LocalDate day = from.plusDays(1 + random.nextInt(days));
        births.putIfAbsent(row.citizen(), day.withYear(year));
      }
    }
    for (Map<Integer, Row> rows : List.of(delivered, waiting)) {
      rows.replaceAll(
          (uid, row) -> {
            LocalDate birth = births.get(row.citizen());
            return birth == null
                ? row
                : row.with(
                    row.source() == Source.BUSINESS ? "owner_national_id" : "national_id",
                    "",
                    birthColumn(row.source()),
                    String.format(
                        java.util.Locale.ROOT,
                        "%02d/%02d/%d",
                        birth.getDayOfMonth(),
                        birth.getMonthValue(),
                        birth.getYear()));
          });
    }
    write();
  }

  static String birthColumn(Source source) {
    return source == Source.BUSINESS ? "owner_birth_date" : "birth_date";
  }

  private Row any(Map<Integer, Row> rows, Collection<Integer> not, Source... sources) {
    List<Row> possible =
        rows.values().stream()
            .filter(row -> Arrays.asList(sources).contains(row.source()))
            .filter(row -> !not.contains(row.uid()))
            .toList();
    return possible.isEmpty() ? null : possible.get(random.nextInt(possible.size()));
  }

  private void arrive(Map<Integer, Happened> happened) {
    Row row = any(waiting, happened.keySet(), Source.values());
    if (row != null) {
      waiting.remove(row.uid());
      delivered.put(row.uid(), row);
      note(Kind.ARRIVED, row, row.key(), Set.of(), happened);
    }
  }

  private void withdraw(Map<Integer, Happened> happened) {
    Row row = any(delivered, happened.keySet(), Source.values());
    if (row != null) {
      delivered.remove(row.uid());
      away.put(row.uid(), row);
      note(Kind.WITHDRAWN, row, row.key(), Set.of(), happened);
    }
  }

  private void comeBack(Map<Integer, Happened> happened) {
    Row row = random.nextBoolean() ? any(away, happened.keySet(), Source.values()) : null;
    if (row != null) {
      away.remove(row.uid());
      delivered.put(row.uid(), row);
      note(Kind.RETURNED, row, row.key(), Set.of(), happened);
    }
  }

  /** Only of records that nobody can take for another's: the program asks for that too. */
  private void renumber(Map<Integer, Happened> happened) {
    Row row = any(delivered, happened.keySet(), Source.INSURANCE);
    if (row != null && row.cells().get("insurance_no").matches("\\d{10}")) {
      Row changed = row.with("record_id", "N" + nextNumber++);
      delivered.put(row.uid(), changed);
      uidOfKey.put(changed.key(), row.uid());
      happened.put(
          row.uid(), new Happened(Kind.RENUMBERED, row.uid(), changed.key(), row.key(), Set.of()));
    }
  }

  private void correct(Row row, Map<Integer, Happened> happened, String... columnsAndValues) {
    Row changed = row.with(columnsAndValues);
    Set<String> different =
        changed.cells().keySet().stream()
            .filter(column -> !changed.cells().get(column).equals(row.cells().get(column)))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!different.isEmpty()) {
      delivered.put(row.uid(), changed);
      note(Kind.CORRECTED, changed, changed.key(), different, happened);
    }
  }

  private static void note(
      Kind kind, Row row, String keyBefore, Set<String> columns, Map<Integer, Happened> happened) {
    happened.put(row.uid(), new Happened(kind, row.uid(), row.key(), keyBefore, columns));
  }

  /** Insurance ends, is paused, begins again. */
  private void correctInsurance(Map<Integer, Happened> happened) {
    Row row = any(delivered, happened.keySet(), Source.INSURANCE);
    boolean active = row.cells().get("status").equals("active");
    if (row.cells().get("scheme").equals("health_only")) {
      correct(row, happened, "scheme", "voluntary", "status", "active", "months_paid", "1");
    } else {
      correct(row, happened, "status", active ? "paused" : "active");
    }
  }

  private void correctLiving(Map<Integer, Happened> happened) {
    Row row = any(delivered, happened.keySet(), Source.TAX, Source.BUSINESS);
    boolean active = row.cells().get("status").equals("active");
    if (row.source() == Source.BUSINESS && random.nextInt(3) == 0) {
      boolean declares = row.cells().get("tax_method").equals("declaration");
      correct(row, happened, "tax_method", declares ? "presumptive" : "declaration");
    } else if (row.source() == Source.TAX && random.nextInt(3) == 0) {
      boolean salary = row.cells().get("income_kind").equals("salary");
      correct(row, happened, "income_kind", salary ? "business" : "salary");
    } else {
      correct(row, happened, "status", active ? "closed" : "active");
    }
  }

  private void correctDetails(Map<Integer, Happened> happened) {
    Row row = any(delivered, happened.keySet(), Source.TAX, Source.INSURANCE);
    switch (random.nextInt(4)) {
      case 0 -> correct(row, happened, "phone", "09" + (10_000_000 + random.nextInt(80_000_000)));
      case 1 -> correct(row, happened, "address", "Thôn Mới " + random.nextInt(90));
      case 2 -> {
        if (row.source() == Source.INSURANCE) {
          correct(row, happened, "months_paid", Integer.toString(random.nextInt(100)));
        }
      }
      default -> {
        String birth = row.cells().get("birth_date");
        if (birth.matches("\\d{2}/\\d{2}/\\d{4}")) {
          String day = String.format(java.util.Locale.ROOT, "%02d", 1 + random.nextInt(28));
          correct(row, happened, "birth_date", day + birth.substring(2));
        }
      }
    }
  }

  private void correctPoverty(LocalDate date, Map<Integer, Happened> happened) {
    Row row = any(delivered, happened.keySet(), Source.POVERTY);
    if (row == null) {
      return;
    }
    if (random.nextBoolean()) {
      boolean poor = row.cells().get("classification").equals("poor");
      correct(row, happened, "classification", poor ? "near_poor" : "poor");
    } else {
      correct(row, happened, "valid_to", date.plusDays(1 + random.nextInt(4)).toString());
    }
  }

  /** Somebody moves, and every register that knows them learns of it on the same day. */
  private void move(Map<Integer, Happened> happened) {
    Row chosen = any(delivered, happened.keySet(), Source.TAX);
    if (chosen == null) {
      return;
    }
    String commune = communes.get(random.nextInt(communes.size()));
    for (Row row : List.copyOf(delivered.values())) {
      if (row.citizen().equals(chosen.citizen()) && !happened.containsKey(row.uid())) {
        correct(row, happened, "commune", commune, "district", "", "address", "Thôn Tới");
      }
    }
  }

  /** Clerks part what was linked, join what was not, and revoke what they decided before. */
  private void decide(LocalDate date, Map<String, String> persons) throws IOException {
    List<Decided> tonight = new ArrayList<>();
    Map<String, List<String>> members = new TreeMap<>();
    delivered.values().stream()
        .map(Row::key)
        .filter(persons::containsKey)
        .sorted()
        .forEach(key -> members.computeIfAbsent(persons.get(key), p -> new ArrayList<>()).add(key));
    List<List<String>> all = new ArrayList<>(members.values());
    List<List<String>> several = all.stream().filter(keys -> keys.size() > 1).toList();
    Set<String> decided =
        decisions.stream()
            .flatMap(d -> List.of(d.a(), d.b()).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!several.isEmpty()) {
      List<String> keys = several.get(random.nextInt(several.size()));
      add(keys.get(0), keys.get(1), "no_match", date, decided, tonight);
      List<String> one = all.get(random.nextInt(all.size()));
      List<String> other = all.get(random.nextInt(all.size()));
      add(one.get(0), other.get(0), "match", date, decided, tonight);
    }
    if (decisions.size() > 6) {
      Decided old = decisions.get(random.nextInt(decisions.size()));
      boolean over =
          decisions.stream()
              .anyMatch(
                  d ->
                      d.a().equals(old.a())
                          && d.b().equals(old.b())
                          && d.verdict().equals("revoke"));
      if (!over && !old.on().equals(date)) {
        tonight.add(new Decided(old.a(), old.b(), "revoke", date));
      }
    }
    decisions.addAll(tonight);
    decidedTonight = List.copyOf(tonight);
    writeDecisions();
  }

  private static void add(
      String a,
      String b,
      String verdict,
      LocalDate date,
      Set<String> decided,
      List<Decided> tonight) {
    if (!a.equals(b) && !decided.contains(a) && !decided.contains(b)) {
      tonight.add(new Decided(a, b, verdict, date));
      decided.addAll(List.of(a, b));
    }
  }

  private void writeDecisions() throws IOException {
    Path folder = Files.createDirectories(input.resolve("decisions"));
    StringBuilder csv =
        new StringBuilder("source_a,id_a,source_b,id_b,decision,decided_by,decided_on,note\n");
    for (Decided decision : decisions) {
      csv.append(decision.a().replaceFirst(":", ","))
          .append(',')
          .append(decision.b().replaceFirst(":", ","))
          .append(',')
          .append(decision.verdict())
          .append(",clerk 1,")
          .append(decision.on())
          .append(",seen\n");
    }
    Files.writeString(folder.resolve("clerk.csv"), csv);
  }

  private void write() throws IOException {
    for (Source source : Source.values()) {
      try (Writer out = Files.newBufferedWriter(file(source));
          CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
        printer.printRecord(columns.get(source));
        for (Row row : delivered.values()) {
          if (row.source() == source) {
            printer.printRecord(columns.get(source).stream().map(row.cells()::get).toList());
          }
        }
      }
    }
  }
}
