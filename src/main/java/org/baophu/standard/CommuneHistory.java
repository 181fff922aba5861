package org.baophu.standard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baophu.person.Commune;
import org.baophu.reference.ReferenceTable;
import org.baophu.reference.ReferenceTable.Entry;

/**
 * The communes of Lạng Sơn under all their names since 2017, each with the communes that it is on
 * one side of the reform of 1 July 2025.
 */
final class CommuneHistory {
  /** Since this day there are 65 communes and no districts; the table of the law says so. */
  static final LocalDate REFORM = reform();

  private final boolean reformed;
  private final List<Entry> mapping = ReferenceTable.read("commune_mapping");
  private final List<NamedUnit> units = new ArrayList<>();
  private final Map<String, Set<String>> codesByAnyCode = new HashMap<>();

  private CommuneHistory(boolean reformed) {
    this.reformed = reformed;
    ReferenceTable.read("new_communes").forEach(this::addNew);
    ReferenceTable.read("old_communes").forEach(this::addOld);
    ReferenceTable.read("commune_retired_names").forEach(this::addRetired);
    ReferenceTable.read("commune_history").forEach(this::addSnapshot);
  }

  private static LocalDate reform() {
    return ReferenceTable.read("legal_parameters").stream()
        .filter(row -> row.get("parameter").equals("commune_reform"))
        .map(row -> LocalDate.parse(row.get("effective_from")))
        .findFirst()
        .orElseThrow();
  }

  static CommuneHistory on(LocalDate date) {
    return new CommuneHistory(!date.isBefore(REFORM));
  }

  List<NamedUnit> units() {
    return units;
  }

  /** For every code ever used, the communes that any of its bearers is on the date. */
  Map<String, Set<String>> codesByAnyCode() {
    return codesByAnyCode;
  }

  /** The communes in force, by code. */
  List<Commune> communes() {
    return ReferenceTable.read(reformed ? "new_communes" : "old_communes").stream()
        .map(e -> new Commune(e.get("code"), e.get("full_name"), e.get("name")))
        .sorted(Comparator.comparing(Commune::code))
        .toList();
  }

  private void addNew(Entry entry) {
    String code = entry.get("code");
    Set<String> codes = reformed ? Set.of(code) : column("new_code", code, "old_code");
    Set<String> former =
        Arrays.stream(entry.get("former_districts").split(";"))
            .map(text -> district(text.replaceAll("\\(.*\\)", "")))
            .collect(Collectors.toSet());
    add(code, entry.get("full_name"), "", former, codes, reformed);
  }

  private void addOld(Entry entry) {
    String code = entry.get("code");
    Set<String> codes = reformed ? column("old_code", code, "new_code") : Set.of(code);
    add(
        code,
        entry.get("full_name"),
        district(entry.get("district_name")),
        Set.of(),
        codes,
        !reformed);
  }

  /** A name retired before 2025 leads to the commune that took over most of it. */
  private void addRetired(Entry entry) {
    String successor = entry.get(reformed ? "new_code_2025_07" : "main_successor_code_2025_06");
    add(
        entry.get("old_code_at_the_time"),
        entry.get("retired_full_name"),
        district(entry.get("district_name")),
        Set.of(),
        Set.of(successor),
        false);
  }

  /** Earlier spellings of communes that lived on under the same code. */
  private void addSnapshot(Entry entry) {
    String district = district(entry.get("district_name"));
    PlaceName name = PlaceName.parse(entry.get("full_name"));
    String code = entry.get("code");
    Optional<NamedUnit> known =
        units.stream()
            .filter(u -> u.district().equals(district) && u.name().equals(name))
            .findFirst();
    if (known.isPresent()) {
      addCode(code, known.get().codes());
    } else {
      Set<String> codes = reformed ? column("old_code", code, "new_code") : Set.of(code);
      add(code, entry.get("full_name"), district, Set.of(), codes, false);
    }
  }

  private void add(
      String code,
      String fullName,
      String district,
      Set<String> former,
      Set<String> codes,
      boolean current) {
    units.add(
        new NamedUnit(PlaceName.parse(fullName), district, former, new TreeSet<>(codes), current));
    addCode(code, codes);
  }

  private void addCode(String code, Set<String> codes) {
    codesByAnyCode.computeIfAbsent(code, c -> new TreeSet<>()).addAll(codes);
  }

  private Set<String> column(String key, String code, String value) {
    return mapping.stream()
        .filter(e -> e.get(key).equals(code))
        .map(e -> e.get(value))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String district(String fullName) {
    return PlaceName.parse(fullName).folded();
  }
}
