package org.baophu.standard;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.baophu.intake.InputKind;
import org.baophu.intake.Row;
import org.baophu.issue.DataIssue;
import org.baophu.issue.Problem;
import org.baophu.person.BirthDate;
import org.baophu.person.NationalId;
import org.baophu.person.PersonName;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.standard.StandardRecord.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows of the four registers into standard records.
 *
 * <p>What is certain is mended, what is not is left missing and reported. A row is rejected only
 * where it has no readable name or lacks what its source's records cannot do without: scheme and
 * status of insurance, classification of poverty.
 *
 * <p>Immutable; may be used by any number of threads.
 */
public final class Standardiser {
  /** Longest record_id that is believed, in characters. */
  static final int LONGEST_ID = 200;

  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final Pattern GROUP_WORD = Pattern.compile("^(Dân Tộc|Dan Toc|Người|Nguoi) ");

  private final LocalDate runDate;
  private final CommuneRegister communes;

  /**
   * @param runDate no one is born later
   * @param communes the register of the run's date
   */
  public Standardiser(LocalDate runDate, CommuneRegister communes) {
    this.runDate = runDate;
    this.communes = communes;
  }

  /**
   * The record that a row holds.
   *
   * @param issues told of everything that is wrong with the row
   * @return null if the row is rejected; then at least one of the issues is one that rejects
   * @throws IllegalArgumentException if the row is of a kind that holds no persons
   */
  public @Nullable StandardRecord standardise(Row row, Consumer<DataIssue> issues) {
    Source source =
        row.kind()
            .findSource()
            .orElseThrow(() -> new IllegalArgumentException(row.kind() + " rows hold no persons"));
    Cells cells = new Cells(row, issues);
    PersonName name = name(cells);
    Details details = DetailReader.read(cells);
    boolean named = cells.isWithin("record_id", LONGEST_ID);
    return name == null || details == null || !named ? null : record(source, cells, name, details);
  }

  private StandardRecord record(Source source, Cells cells, PersonName name, Details details) {
    String prefix = personPrefix(cells.row().kind());
    Sex stated = sex(cells, prefix + "sex");
    String dateColumn = prefix + "birth_date";
    int idYear = nationalIdAsStated(cells, prefix).map(NationalId::birthYear).orElse(0);
    BirthDate birthDate = birthDate(cells, dateColumn, idYear);
    Ids ids = Identifiers.read(cells, idColumns(cells.row().kind()), birthDate.year(), stated);
    return new StandardRecord(
        new RecordKey(source, recordId(cells)),
        cells.row().file(),
        cells.row().number(),
        name,
        birthDate.isKnown() ? birthDate : impliedYear(ids),
        stated == Sex.UNKNOWN ? impliedSex(ids) : stated,
        ids,
        Vietnamese.withPlacedTones(cells.beginning("address", LONGEST_ADDRESS)),
        commune(cells),
        ethnicity(cells),
        details);
  }

  private static String personPrefix(InputKind kind) {
    return kind == InputKind.BUSINESS ? "owner_" : "";
  }

  private static @Nullable PersonName name(Cells cells) {
    String column = cells.row().kind() == InputKind.BUSINESS ? "owner_name" : "full_name";
    String text = cells.text(column);
    if (!cells.isWithin(column, LONGEST_NAME)) {
      return null;
    }
    if (Missing.isMissingName(text)) {
      cells.report(column, text, Problem.NAME_MISSING, "");
      return null;
    }
    Optional<PersonName> name = Names.parse(text);
    if (name.isEmpty()) {
      cells.report(column, text, Problem.NAME_UNREADABLE, "");
    }
    return name.orElse(null);
  }

  private static String recordId(Cells cells) {
    String stated = cells.text("record_id");
    return stated.isEmpty() ? cells.row().file() + "#" + cells.row().number() : stated;
  }

  private static Sex sex(Cells cells, String column) {
    String text = cells.text(column);
    if (Missing.isMissing(text)) {
      return Sex.UNKNOWN;
    }
    return Words.SEX
        .find(text)
        .orElseGet(
            () -> {
              cells.reportOpenly(column, text, Problem.VALUE_IGNORED, "known: male female");
              return Sex.UNKNOWN;
            });
  }

  private BirthDate birthDate(Cells cells, String column, int idYear) {
    String text = cells.text(column);
    if (Missing.isMissing(text)) {
      return BirthDate.UNKNOWN;
    }
    Optional<BirthDate> date = BirthDates.parse(text, idYear, runDate);
    if (date.isEmpty()) {
      cells.report(column, text, Problem.DATE_UNREADABLE, "");
    }
    return date.orElse(BirthDate.UNKNOWN);
  }

  /** The national id as it stands in its column, to complete a year of two digits. */
  private static Optional<NationalId> nationalIdAsStated(Cells cells, String prefix) {
    return NationalId.parse(IdentifierForms.compact(cells.text(prefix + "national_id")));
  }

  private static BirthDate impliedYear(Ids ids) {
    NationalId id = ids.nationalId();
    return id == null ? BirthDate.UNKNOWN : BirthDate.ofYear(id.birthYear());
  }

  private static Sex impliedSex(Ids ids) {
    NationalId id = ids.nationalId();
    return id == null ? Sex.UNKNOWN : id.sex();
  }

  private static Map<IdentifierForms.Kind, String> idColumns(InputKind kind) {
    String prefix = personPrefix(kind);
    Map<IdentifierForms.Kind, String> columns = new EnumMap<>(IdentifierForms.Kind.class);
    columns.put(IdentifierForms.Kind.NATIONAL_ID, prefix + "national_id");
    columns.put(IdentifierForms.Kind.TAX_CODE, prefix + "tax_code");
    columns.put(IdentifierForms.Kind.INSURANCE_NUMBER, "insurance_no");
    columns.put(IdentifierForms.Kind.PHONE, "phone");
    columns.values().retainAll(kind.columns());
    return columns;
  }

  private CommuneMatch commune(Cells cells) {
    String commune = cells.text("commune");
    String district = cells.text("district");
    String address = cells.text("address");
    CommuneMatch match = communes.match(commune, district, cells.textIfAny("province"), address);
    String shown = commune.isEmpty() ? "" : commune + (district.isEmpty() ? "" : ", " + district);
    switch (match.basis()) {
      case AMBIGUOUS ->
          cells.reportOpenly(
              "commune", shown, Problem.COMMUNE_AMBIGUOUS, "a district would decide");
      case SPLIT ->
          cells.reportOpenly(
              "commune",
              shown,
              Problem.COMMUNE_AMBIGUOUS,
              "split in 2025: today's name would decide");
      case UNRECOGNISED, NOT_STATED ->
          cells.reportOpenly("commune", shown, Problem.COMMUNE_UNKNOWN, "");
      case ELSEWHERE ->
          cells.reportOpenly("commune", shown, Problem.COMMUNE_UNKNOWN, "another province");
      case COLUMN, ADDRESS -> {}
    }
    return match;
  }

  private static String ethnicity(Cells cells) {
    String text = cells.textIfAny("ethnicity");
    if (Missing.isMissing(text)) {
      return "";
    }
    String group = Vietnamese.withPlacedTones(Vietnamese.titleCase(text));
    String name = GROUP_WORD.matcher(group).replaceFirst("");
    if (Vietnamese.fold(name).equals("khac") || !Character.isLetter(name.charAt(0))) {
      cells.reportOpenly("ethnicity", text, Problem.VALUE_IGNORED, "not the name of a group");
      return "";
    }
    return name;
  }
}
