package org.baophu.standard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.baophu.issue.Problem;
import org.baophu.person.InsuranceNumber;
import org.baophu.person.NationalId;
import org.baophu.person.OldNationalId;
import org.baophu.person.Sex;
import org.baophu.person.TaxCode;
import org.baophu.standard.IdentifierForms.Kind;
import org.baophu.standard.IdentifierForms.Reading;
import org.baophu.standard.StandardRecord.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers of a row, each under its kind.
 *
 * <p>A value that its column cannot hold moves to the kind that its form says it is, where that is
 * still open. Ten digits alone do not say what they are, since an insurance number has no check
 * digit; so two columns are also seen to be exchanged, where each value fits the other's column and
 * one does not fit its own.
 */
final class Identifiers {
  private final Cells cells;
  private final IdentifierForms forms;
  private final boolean insuranceExpected;
  private final Map<Kind, Column> columns = new EnumMap<>(Kind.class);
  private final Map<Kind, String> found = new EnumMap<>(Kind.class);

  /** A column that holds something, and the kind that belongs there. */
  private record Column(Kind kind, String name, String text) {}

  private Identifiers(Cells cells, IdentifierForms forms) {
    this.cells = cells;
    this.forms = forms;
    this.insuranceExpected = cells.row().kind().columns().contains("insurance_no");
  }

  /**
   * Reads the identifiers of a row.
   *
   * @param names the columns that hold identifiers, by the kind that belongs there
   * @param birthYear year that the row states, 0 if it states none
   * @param sex as the row states it
   */
  static Ids read(Cells cells, Map<Kind, String> names, int birthYear, Sex sex) {
    Identifiers identifiers = new Identifiers(cells, new IdentifierForms(birthYear, sex));
    names.forEach(identifiers::open);
    List<Column> strays = new ArrayList<>();
    for (Column column : identifiers.columns.values()) {
      if (!identifiers.readAtHome(column)) {
        strays.add(column);
      }
    }
    strays.forEach(identifiers::place);
    identifiers.moveMobile();
    return identifiers.ids();
  }

  private void open(Kind kind, String name) {
    String text = cells.text(name);
    if (Missing.isMissing(text) || Missing.isDummy(IdentifierForms.compact(text))) {
      return;
    }
    if (IdentifierForms.isRounded(text)) {
      cells.report(name, text, Problem.IDENTIFIER_UNREADABLE, "rounded by a spreadsheet");
      return;
    }
    columns.put(kind, new Column(kind, name, text));
  }

  private boolean readAtHome(Column column) {
    Optional<Reading> reading = forms.readIn(column.kind, column.text);
    reading.ifPresent(r -> keep(column, r));
    return reading.isPresent();
  }

  /**
   * Keeps a value. Of two national ids, one in the tax column, the one stays that agrees better
   * with the birth year and sex of the row; where both do equally, the one in its own column.
   */
  private void keep(Column column, Reading reading) {
    String other = found.putIfAbsent(reading.kind(), reading.value());
    if (other == null || other.equals(reading.value())) {
      return;
    }
    boolean better = forms.agreements(reading.value()) > forms.agreements(other);
    Column ignored = better ? columns.getOrDefault(reading.kind(), column) : column;
    if (better) {
      found.put(reading.kind(), reading.value());
    }
    cells.report(
        ignored.name, ignored.text, Problem.VALUE_IGNORED, "another " + word(reading.kind()));
  }

  /** Moves a value to the kind it must be, or reports that it is none. */
  private void place(Column stray) {
    Reading reading = forms.readByForm(stray.text, insuranceExpected).orElse(null);
    if (reading == null || found.containsKey(reading.kind()) && !exchanged(stray, reading)) {
      cells.report(stray.name, stray.text, problem(stray), "");
      return;
    }
    found.put(reading.kind(), reading.value());
    cells.report(stray.name, stray.text, Problem.WRONG_COLUMN, "read as " + word(reading.kind()));
  }

  /**
   * Whether the column this value belongs in holds one that belongs in this one; if so moves it.
   */
  private boolean exchanged(Column stray, Reading reading) {
    Column other = columns.get(reading.kind());
    Reading here = other == null ? null : forms.readIn(stray.kind, other.text).orElse(null);
    if (other == null || here == null || found.containsKey(here.kind())) {
      return false;
    }
    found.put(here.kind(), here.value());
    cells.report(other.name, other.text, Problem.WRONG_COLUMN, "read as " + word(here.kind()));
    return true;
  }

  /** No insurance number begins as most mobile numbers do, so one that does is a phone. */
  private void moveMobile() {
    Column column = columns.get(Kind.INSURANCE_NUMBER);
    String number = found.getOrDefault(Kind.INSURANCE_NUMBER, "");
    if (column != null
        && IdentifierForms.isOnlyMobile(number)
        && number.equals(IdentifierForms.compact(column.text))
        && !found.containsKey(Kind.PHONE)) {
      found.remove(Kind.INSURANCE_NUMBER);
      found.put(Kind.PHONE, number);
      cells.report(column.name, column.text, Problem.WRONG_COLUMN, "read as phone");
    }
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Problem problem(Column stray) {
    if (stray.kind == Kind.PHONE) {
      return Problem.PHONE_UNREADABLE;
    }
    String digits = IdentifierForms.compact(stray.text);
    boolean tenDigits = digits.length() == 10 && IdentifierForms.isDigits(digits);
    return stray.kind == Kind.TAX_CODE && tenDigits
        ? Problem.CHECK_DIGIT_WRONG
        : Problem.IDENTIFIER_UNREADABLE;
  }

  private Ids ids() {
    return new Ids(
        parsed(Kind.NATIONAL_ID, NationalId::parse),
        parsed(Kind.OLD_NATIONAL_ID, OldNationalId::parse),
        parsed(Kind.TAX_CODE, TaxCode::parse),
        parsed(Kind.INSURANCE_NUMBER, InsuranceNumber::parse),
        found.get(Kind.PHONE));
  }

  private <T> @Nullable T parsed(Kind kind, Function<String, Optional<T>> parse) {
    return Optional.ofNullable(found.get(kind)).flatMap(parse).orElse(null);
  }
}
