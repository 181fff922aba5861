package org.baophu.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import org.baophu.batch.NightLauncher;
import org.baophu.cli.SimulatedProvince.Decided;
import org.baophu.cli.SimulatedProvince.Happened;
import org.baophu.cli.SimulatedProvince.Kind;
import org.baophu.cli.SimulatedProvince.Row;
import org.baophu.publish.Difference;
import org.baophu.publish.Event;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs nights on a simulated province and holds every line of every {@code changes.csv}, and every
 * person id, against the diary.
 *
 * <p>What right means: a person's line must be there exactly when their row on the list appeared,
 * left or differs in anything that the list tells (commune, route, support, details, months,
 * segment, records). Every event it names must stand in the diary of that night, of a record that
 * is or was that person's, with exactly what was corrected; every rule, birthday and validity must
 * lie between the two nights. And what is named must suffice: last night's rows of the person with
 * nothing but the named events done to them give tonight's value, by an assessment that shares no
 * code with the program's. That only the evidence changed may be said only of persons none of whose
 * records is in the diary and whose records are the same as last night.
 */
final class SimulatedNights {
  private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SimulatedProvince province;
  private final Path input;
  private final Path output;
  private final List<String> violations = new ArrayList<>();
  private final Map<String, Integer> told = new TreeMap<>();
  private Night last;
  private int lines;
  private int idsThatChanged;
  private int trueChanges;
  private int trueChangesTold;

  /** What a night left. */
  private record Night(
      LocalDate date,
      Map<Integer, Row> rows,
      Map<String, String> personOfKey,
      Map<Integer, String> personOfUid,
      Map<String, Map<String, String>> list,
      Map<String, Set<Integer>> members) {}

  /** A line of changes.csv with what the store keeps of its reasons. */
  private record Line(
      String person, String kind, String commune, String text, List<Difference> differences) {}

  SimulatedNights(SimulatedProvince province, Path input, Path output) {
    this.province = province;
    this.input = input;
    this.output = output;
  }

  /** So many nights in a row, of a province of so many people. */
  static SimulatedNights run(
      Path own, int people, long seed, LocalDate first, int nights, int scale)
      throws IOException, SQLException {
    Path input = own.resolve("input");
    SimulatedProvince province = new SimulatedProvince(people, seed, first, input);
    province.arrangeBirthdays(first, nights);
    SimulatedNights simulated = new SimulatedNights(province, input, own.resolve("output"));
    simulated.night(first);
    for (int night = 1; night < nights; night++) {
      LocalDate date = first.plusDays(night);
      province.live(date, scale, simulated.personOfKey());
      simulated.night(date);
    }
    System.out.printf(
        Locale.ROOT,
        "%d nights, %d lines, %d records with another id, %d violations; %d of %d true changes"
            + " have a line; told %s%n",
        nights,
        simulated.lines,
        simulated.idsThatChanged,
        simulated.violations.size(),
        simulated.trueChangesTold,
        simulated.trueChanges,
        simulated.told);
    return simulated;
  }

  List<String> violations() {
    return violations;
  }

  /** How often each cause and each event was told. */
  Map<String, Integer> told() {
    return told;
  }

  int lines() {
    return lines;
  }

  int idsThatChanged() {
    return idsThatChanged;
  }

  Map<String, String> personOfKey() {
    return last.personOfKey();
  }

  void night(LocalDate date) throws IOException, SQLException {
    int code =
        Main.run(
            "nightly",
            "--input",
            input.toString(),
            "--output",
            output.toString(),
            "--date",
            date.toString(),
            "--language",
            "en");
    if (code != ExitCode.DONE) {
      throw new IllegalStateException("night of " + date + " ended with " + code);
    }
    Night now = read(date);
    checkDecisions(now);
    if (last != null) {
      checkIds(now);
      checkLines(now);
    }
    last = now;
  }

  private Night read(LocalDate date) throws IOException {
    Path results = output.resolve(date.toString());
    Map<Integer, Row> rows = province.delivered();
    Map<String, String> personOfKey = new HashMap<>();
    for (CSVRecord row : SimulatedProvince.read(results.resolve("members.csv"))) {
      personOfKey.put(row.get("source") + ":" + row.get("record_id"), row.get("person_id"));
    }
    Map<Integer, String> personOfUid = new HashMap<>();
    Map<String, Set<Integer>> members = new HashMap<>();
    for (Row row : rows.values()) {
      String person = personOfKey.get(row.key());
      if (person != null) {
        personOfUid.put(row.uid(), person);
        members.computeIfAbsent(person, p -> new TreeSet<>()).add(row.uid());
      }
    }
    Map<String, Map<String, String>> list = new HashMap<>();
    for (CSVRecord row : SimulatedProvince.read(results.resolve("potential.csv"))) {
      list.put(row.get("person_id"), row.toMap());
    }
    return new Night(date, rows, personOfKey, personOfUid, list, members);
  }

  private void violate(Night now, String person, String what) {
    violations.add(now.date() + " " + person + ": " + what);
  }

  /** Whatever was decided last about two records holds, on every night that has both of them. */
  private void checkDecisions(Night now) {
    Map<Set<Integer>, Decided> latest = new HashMap<>();
    for (Decided decided : province.decisions()) {
      latest.put(Set.of(province.uidNamed(decided.a()), province.uidNamed(decided.b())), decided);
    }
    latest.forEach(
        (pair, decided) -> {
          List<String> persons = pair.stream().map(now.personOfUid()::get).toList();
          if (!persons.contains(null) && !decided.verdict().equals("revoke")) {
            told.merge("decisions that held", 1, Integer::sum);
            if (persons.get(0).equals(persons.get(1)) != decided.verdict().equals("match")) {
              violate(now, persons.get(0), decided + " does not hold");
            }
          }
        });
  }

  /** Every record that is with another person than last night is covered by a merge or a split. */
  private void checkIds(Night now) throws SQLException {
    Set<String> recorded = new HashSet<>();
    Set<String> seen = new HashSet<>();
    try (Connection store = open();
        Statement statement = store.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT kind, person_id, other_id, reasons FROM identity_change WHERE run_no ="
                    + " (SELECT MAX(run_no) FROM night_run)")) {
      while (row.next()) {
        recorded.add(row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
        if (row.getString(4).equals("[]")) {
          violate(now, row.getString(2), "a merge or split without a reason");
        }
      }
    }
    last.personOfUid()
        .forEach(
            (uid, before) -> {
              String after = now.personOfUid().get(uid);
              if (after != null && !after.equals(before)) {
                idsThatChanged++;
                String merged = "MERGED " + after + " " + before;
                String split = "SPLIT " + before + " " + after;
                seen.addAll(List.of(merged, split));
                if (!recorded.contains(merged) && !recorded.contains(split)) {
                  violate(now, before, now.rows().get(uid).key() + " is " + after + " unrecorded");
                }
              }
            });
    // A merge of somebody whose records are all new tonight has no record of last night to show it.
    recorded.removeAll(seen);
    told.merge("merges and splits of absent records", recorded.size(), Integer::sum);
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(NightLauncher.defaultDatabase(output), "", "");
  }

  private List<Line> lines(Night now) throws IOException, SQLException {
    Map<String, String> reasons = new HashMap<>();
    try (Connection store = open();
        Statement statement = store.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT person_id, reasons FROM list_change WHERE run_no ="
                    + " (SELECT MAX(run_no) FROM night_run)")) {
      while (row.next()) {
        reasons.put(row.getString(1), row.getString(2));
      }
    }
    List<Line> all = new ArrayList<>();
    for (CSVRecord row :
        SimulatedProvince.read(output.resolve(now.date().toString()).resolve("changes.csv"))) {
      String person = row.get("person_id");
      List<Difference> differences =
          List.of(JSON.readValue(reasons.get(person), Difference[].class));
      all.add(
          new Line(
              person, row.get("change"), row.get("commune_code"), row.get("reason"), differences));
    }
    return all;
  }

  private void checkLines(Night now) throws IOException, SQLException {
    Map<String, Line> byPerson = new TreeMap<>();
    for (Line line : lines(now)) {
      lines++;
      if (byPerson.put(line.person(), line) != null) {
        violate(now, line.person(), "two lines");
      }
      new LineCheck(now, line).check();
    }
    checkTrueChanges(now, byPerson.keySet());
    Set<String> all = new TreeSet<>(last.list().keySet());
    all.addAll(now.list().keySet());
    for (String person : all) {
      String kind = kind(person, now);
      Line line = byPerson.remove(person);
      if (!kind.equals(line == null ? "" : line.kind())) {
        violate(now, person, "is " + kind + ", told as " + line);
      }
    }
    byPerson.values().forEach(line -> violate(now, line.person(), "never listed: " + line));
  }

  /**
   * Whoever's true place on the list changed, by all the records that are truly theirs, must have a
   * line: counted, since where the linkage is wrong about somebody their line can be missing or
   * another person's.
   */
  private void checkTrueChanges(Night now, Set<String> withLine) {
    Map<String, Set<String>> persons = new HashMap<>();
    Map<String, String> before = trueStatus(last, persons);
    Map<String, String> after = trueStatus(now, persons);
    Set<String> citizens = new TreeSet<>(before.keySet());
    citizens.addAll(after.keySet());
    for (String citizen : citizens) {
      if (!before.getOrDefault(citizen, "").equals(after.getOrDefault(citizen, ""))) {
        trueChanges++;
        if (persons.get(citizen).stream().anyMatch(withLine::contains)) {
          trueChangesTold++;
        }
      }
    }
  }

  /** By citizen, empty where they have no place on the list; only those surely of age. */
  private static Map<String, String> trueStatus(Night night, Map<String, Set<String>> persons) {
    Map<String, List<Row>> rows = new HashMap<>();
    for (Row row : night.rows().values()) {
      String person = night.personOfUid().get(row.uid());
      if (person != null) {
        rows.computeIfAbsent(row.citizen(), c -> new ArrayList<>()).add(row);
        persons.computeIfAbsent(row.citizen(), c -> new TreeSet<>()).add(person);
      }
    }
    Map<String, String> status = new HashMap<>();
    rows.forEach(
        (citizen, theirs) -> {
          boolean listed = NightOracle.lives(theirs) && !NightOracle.isInsured(theirs);
          if (listed && theirs.stream().anyMatch(row -> isOfAge(row, night.date()))) {
            status.put(
                citizen,
                NightOracle.route(theirs, night.date())
                    + " "
                    + NightOracle.group(theirs, night.date()));
          }
        });
    return status;
  }

  private static boolean isOfAge(Row row, LocalDate date) {
    String text = row.cells().get(SimulatedProvince.birthColumn(row.source()));
    int years =
        text.matches(".*\\d{4}")
            ? date.getYear() - Integer.parseInt(text.substring(text.length() - 4))
            : 0;
    return years > 17 && years < 73;
  }

  /** The share of true changes that have a line, in [0,1]. */
  double toldShare() {
    return trueChanges == 0 ? 1 : (double) trueChangesTold / trueChanges;
  }

  /** What truly happened to the person's row. */
  private String kind(String person, Night now) {
    Map<String, String> before = last.list().get(person);
    Map<String, String> after = now.list().get(person);
    if (before == null || after == null) {
      return before == null ? "added" : "removed";
    }
    for (String column :
        List.of(
            "commune_code",
            "full_name",
            "birth_date",
            "birth_year",
            "sex",
            "national_id",
            "phone",
            "address",
            "sources",
            "segment",
            "route",
            "support_group",
            "monthly_support",
            "months_paid")) {
      if (!before.get(column).equals(after.get(column))) {
        return "changed";
      }
    }
    return "";
  }

  /** One line held against the diary. */
  private final class LineCheck {
    private final Night now;
    private final Line line;
    private final Map<String, Happened> diary = new HashMap<>();
    private final Set<Integer> mine = new TreeSet<>();

    LineCheck(Night now, Line line) {
      this.now = now;
      this.line = line;
      for (Happened happened : province.diary()) {
        diary.put(happened.key(), happened);
      }
      mine.addAll(last.members().getOrDefault(line.person(), Set.of()));
      mine.addAll(now.members().getOrDefault(line.person(), Set.of()));
    }

    private void wrong(String what) {
      violate(now, line.person(), what + " in: " + line.text() + " " + line.differences());
    }

    void check() {
      for (Difference difference : line.differences()) {
        told.merge("cause " + difference.cause(), 1, Integer::sum);
        if (difference.events().isEmpty()) {
          wrong("no event");
        }
        for (Event event : difference.events()) {
          told.merge("event " + event.kind(), 1, Integer::sum);
          checkEvent(difference, event);
        }
        checkDifference(difference);
      }
      Map<String, String> row =
          line.kind().equals("removed")
              ? last.list().get(line.person())
              : now.list().get(line.person());
      if (row == null || !row.get("commune_code").equals(line.commune())) {
        wrong("another commune");
      }
    }

    // As long as there are kinds of events.
    private void checkEvent(Difference difference, Event event) {
      List<String> arguments = event.arguments();
      switch (event.kind()) {
        case ARRIVED, RETURNED, WITHDRAWN -> record(event, Kind.valueOf(event.kind().name()));
        case CORRECTED -> {
          Happened happened = record(event, Kind.CORRECTED);
          if (happened != null && !isAsTold(happened, arguments.get(1))) {
            wrong("corrected was " + happened.columns());
          }
        }
        case RENUMBERED -> {
          Happened happened = record(event, Kind.RENUMBERED);
          if (happened != null && !happened.keyBefore().equals(arguments.get(1))) {
            wrong("renumbered from " + happened.keyBefore());
          }
        }
        case JOINED -> {
          if (!arguments.get(1).equals(last.personOfKey().get(keyBefore(arguments.get(0))))
              && !isAbsent(arguments.get(0))) {
            wrong("did not come from there");
          }
        }
        case LEFT -> {
          if (!arguments.get(1).equals(now.personOfKey().get(arguments.get(0)))) {
            wrong("did not go there");
          }
        }
        case MATCH_DECIDED -> decided(arguments, "match");
        case NO_MATCH_DECIDED -> decided(arguments, "no_match");
        case DECISION_ENDED -> decided(arguments, "revoke");
        case RULE_BEGAN -> between(LocalDate.parse(arguments.get(1)));
        case RULE_ENDED, VALID_TO -> between(LocalDate.parse(arguments.get(1)).plusDays(1));
        case VALID_FROM -> between(LocalDate.parse(arguments.get(1)));
        case BIRTHDAY -> birthday();
        case PENSION_NEAR, DAYS_PASSED -> {}
        case COMMUNES_REDRAWN -> between(REFORM);
        case CHOICES, CHECKED, CHECK_ENDED -> wrong("nothing of the kind happened");
        case NEIGHBOUR -> {
          if (!diary.containsKey(arguments.get(0))) {
            wrong("nothing happened to " + arguments.get(0));
          }
        }
        case PAIR -> {
          if (diaryOfPersons(difference).stream().anyMatch(this::tellsWho)) {
            told.merge("pair although records changed", 1, Integer::sum);
          }
        }
        case EVIDENCE -> {
          boolean same =
              last.members()
                  .getOrDefault(line.person(), Set.of())
                  .equals(now.members().getOrDefault(line.person(), Set.of()));
          if (!same || mine.stream().anyMatch(this::isInDiary)) {
            wrong("records have changed, not the evidence alone");
          }
        }
      }
      for (String argument : List.of(arguments.isEmpty() ? "" : arguments.get(0))) {
        if (argument.contains(":") && !line.text().contains(argument)) {
          wrong("the text does not name " + argument);
        }
      }
    }

    private boolean isInDiary(int uid) {
      return province.diary().stream().anyMatch(happened -> happened.uid() == uid);
    }

    private boolean isAbsent(String key) {
      Happened happened = diary.get(key);
      return happened != null && happened.kind() == Kind.RETURNED;
    }

    private String keyBefore(String key) {
      Happened happened = diary.get(key);
      return happened == null ? key : happened.keyBefore();
    }

    private List<Happened> diaryOfPersons(Difference difference) {
      Set<Integer> uids = new TreeSet<>(mine);
      for (String argument : difference.arguments()) {
        uids.addAll(last.members().getOrDefault(argument, Set.of()));
        uids.addAll(now.members().getOrDefault(argument, Set.of()));
      }
      return province.diary().stream().filter(h -> uids.contains(h.uid())).toList();
    }

    private boolean tellsWho(Happened happened) {
      return happened.kind() != Kind.RENUMBERED;
    }

    /** The diary must know of it, and the record must be the person's or of one they met. */
    private Happened record(Event event, Kind kind) {
      Happened happened = diary.get(event.arguments().get(0));
      if (happened == null || happened.kind() != kind) {
        wrong("the diary says " + happened);
        return null;
      }
      boolean theirs = mine.contains(happened.uid());
      boolean ofAnother =
          line.differences().stream().anyMatch(d -> diaryOfPersons(d).contains(happened));
      if (!theirs && !ofAnother && kind != Kind.WITHDRAWN) {
        wrong("not this person's record: " + happened);
      }
      return happened;
    }

    private void decided(List<String> arguments, String verdict) {
      boolean known =
          province.decisions().stream()
              .filter(d -> d.verdict().equals(verdict))
              .anyMatch(d -> isAbout(d, arguments.get(0), arguments.get(1)));
      if (!known) {
        wrong("nobody decided that");
      }
    }

    private boolean isAbout(Decided decided, String a, String b) {
      Set<Integer> meant = Set.of(uidOf(a), uidOf(b));
      return meant.equals(Set.of(province.uidNamed(decided.a()), province.uidNamed(decided.b())));
    }

    private int uidOf(String key) {
      return province.uidNamed(key);
    }

    private void between(LocalDate day) {
      if (!day.isAfter(last.date()) || day.isAfter(now.date())) {
        wrong(day + " does not lie between the nights");
      }
    }

    /** Some record states a birth date that makes 15 or 75 years in these days. */
    private void birthday() {
      boolean any = false;
      for (int uid : mine) {
        Row row = now.rows().get(uid);
        String text =
            row == null ? "" : row.cells().get(SimulatedProvince.birthColumn(row.source()));
        if (text.matches("\\d{2}/\\d{2}/\\d{4}")) {
          LocalDate birth =
              LocalDate.of(
                  Integer.parseInt(text.substring(6)),
                  Integer.parseInt(text.substring(3, 5)),
                  Integer.parseInt(text.substring(0, 2)));
          for (int years : new int[] {15, 75}) {
            LocalDate day = birth.plusYears(years);
            any |= day.isAfter(last.date()) && !day.isAfter(now.date());
          }
        }
      }
      if (!any) {
        wrong("nobody has a birthday");
      }
    }

    private List<Row> rowsBefore() {
      return last.members().getOrDefault(line.person(), Set.of()).stream()
          .map(last.rows()::get)
          .toList();
    }

    private List<Row> rowsNow() {
      return now.members().getOrDefault(line.person(), Set.of()).stream()
          .map(now.rows()::get)
          .toList();
    }

    /** Last night's rows with nothing done to them but what the line names for this difference. */
    private List<Row> rowsAsTold(Difference difference) {
      Map<String, Row> rows = new TreeMap<>();
      rowsBefore().forEach(row -> rows.put(row.key(), row));
      for (Event event : difference.events()) {
        String key = event.arguments().isEmpty() ? "" : event.arguments().get(0);
        switch (event.kind()) {
          case ARRIVED, RETURNED, CORRECTED, JOINED ->
              now.rows().values().stream()
                  .filter(row -> row.key().equals(key))
                  .forEach(row -> rows.put(key, row));
          case WITHDRAWN, LEFT -> rows.remove(key);
          default -> {}
        }
      }
      return List.copyOf(rows.values());
    }

    private LocalDate dayAsTold(Difference difference) {
      boolean time =
          difference.events().stream()
              .anyMatch(
                  event ->
                      Set.of(
                              Event.Kind.RULE_BEGAN,
                              Event.Kind.RULE_ENDED,
                              Event.Kind.VALID_FROM,
                              Event.Kind.VALID_TO)
                          .contains(event.kind()));
      return time ? now.date() : last.date();
    }

    // As long as there are causes.
    private void checkDifference(Difference difference) {
      List<String> arguments = difference.arguments();
      switch (difference.cause()) {
        case PERSON_NEW -> {
          if (last.members().containsKey(line.person())) {
            wrong("was known");
          }
        }
        case LIVING_BEGUN -> {
          if (NightOracle.lives(rowsBefore()) || !NightOracle.lives(rowsAsTold(difference))) {
            wrong("living did not begin so");
          }
        }
        case LIVING_ENDED -> {
          if (!NightOracle.lives(rowsBefore()) || NightOracle.lives(rowsAsTold(difference))) {
            wrong("living did not end so");
          }
        }
        case INSURANCE_ENDED -> {
          if (!NightOracle.isInsured(rowsBefore())
              || NightOracle.isInsured(rowsAsTold(difference))) {
            wrong("insurance did not end so");
          }
        }
        case INSURED_NOW -> {
          if (NightOracle.isInsured(rowsBefore())
              || !NightOracle.isInsured(rowsAsTold(difference))) {
            wrong("insurance did not begin so");
          }
        }
        case EVIDENCE_FOR, EVIDENCE_AGAINST -> {
          boolean before = NightOracle.isInsured(rowsBefore());
          if (before != NightOracle.isInsured(rowsNow()) && before == isFor(difference)) {
            wrong("insurance itself changed");
          }
        }
        case ROUTE_CHANGED -> {
          same(arguments.get(0), NightOracle.route(rowsBefore(), last.date()));
          same(arguments.get(1), NightOracle.route(rowsAsTold(difference), dayAsTold(difference)));
        }
        case SUPPORT_CHANGED -> {
          same(arguments.get(0), NightOracle.group(rowsBefore(), last.date()));
          same(arguments.get(1), NightOracle.group(rowsAsTold(difference), dayAsTold(difference)));
        }
        case COMMUNE_CHANGED, COMMUNE_LOST -> same(arguments.get(0), before("commune_code"));
        case COMMUNE_KNOWN -> same("unknown", before("commune_code"));
        case MONTHS_CHANGED -> same(arguments.get(0).replace("-1", ""), before("months_paid"));
        case SEGMENT_CHANGED -> same(arguments.get(0), before("segment"));
        case AMOUNT_CHANGED -> same(arguments.get(0), before("monthly_support"));
        case MERGED_INTO, MERGED_WITH, SPLIT_FROM, SPLIT_OFF -> {}
        case RECORDS_GONE -> {
          if (!rowsNow().isEmpty()) {
            wrong("records are left");
          }
        }
        case DETAILS_CHANGED, SOURCES_CHANGED, AGE_REACHED, AGE_PASSED -> {}
        case COMMUNE_REDRAWN -> between(REFORM);
      }
    }

    private static boolean isFor(Difference difference) {
      return difference.cause() == org.baophu.publish.Change.Cause.EVIDENCE_FOR;
    }

    private String before(String column) {
      return last.list().get(line.person()).get(column);
    }

    private void same(String said, String truth) {
      if (!said.equals(truth)) {
        wrong("said " + said + ", true is " + truth);
      }
    }

    /** On the night of the reform another commune is no correction. */
    private boolean isAsTold(Happened happened, String aspects) {
      Set<String> truth = aspects(happened);
      Set<String> told = told(aspects);
      if (last.date().isBefore(REFORM) && !now.date().isBefore(REFORM)) {
        truth.remove("place");
        told.remove("place");
      }
      return truth.equals(told);
    }

    /**
     * Where somebody lives is read from commune, district and address together: another spelling of
     * the commune is no correction of it, and another address can be.
     */
    private static Set<String> told(String aspects) {
      Set<String> told = new HashSet<>();
      for (String aspect : aspects.split(",")) {
        told.add(aspect.equals("commune") || aspect.equals("address") ? "place" : aspect);
      }
      return told;
    }

    /** The aspects that the columns belong to. */
    private static Set<String> aspects(Happened happened) {
      Set<String> aspects = new HashSet<>();
      for (String column : happened.columns()) {
        switch (column) {
          case "status", "scheme", "income_kind", "tax_method", "classification", "valid_to" ->
              aspects.add("state");
          case "months_paid" -> aspects.add("other");
          case "commune", "address", "district" -> aspects.add("place");
          case "phone", "birth_date" -> aspects.add(column);
          default -> throw new IllegalStateException(column);
        }
      }
      return aspects;
    }
  }
}
