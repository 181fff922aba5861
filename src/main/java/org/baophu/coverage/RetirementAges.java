package org.baophu.coverage;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.baophu.person.BirthDate;
import org.baophu.person.Sex;
import org.baophu.reference.ReferenceTable;

/**
 * Retirement ages by year and sex (reference table {@code retirement_age}, Decree 135/2020/NĐ-CP).
 *
 * <p>The age rises year by year, and the one that counts is that of the year in which the person
 * reaches it. The first and the last row of the table hold before and after it. Where the day or
 * the month of birth is unknown, the first one counts, as social insurance reads such dates.
 */
public final class RetirementAges {
  /** The law behind the table. */
  public static final String LAW = "Decree 135/2020/NĐ-CP";

  private final TreeMap<Integer, Map<Sex, Period>> ages = new TreeMap<>();

  private RetirementAges() {}

  /**
   * Reads the table's rows.
   *
   * @throws IllegalArgumentException if there is none, or a column is missing or no number
   */
  public static RetirementAges of(List<ReferenceTable.Entry> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "table retirement_age has no rows; at least one is needed");
    }
    RetirementAges table = new RetirementAges();
    for (ReferenceTable.Entry row : rows) {
      table.ages.put(
          number(row, "year"),
          Map.of(
              Sex.MALE, Period.of(number(row, "male_years"), number(row, "male_months"), 0),
              Sex.FEMALE, Period.of(number(row, "female_years"), number(row, "female_months"), 0)));
    }
    return table;
  }

  /** The day on which somebody reaches retirement age; empty if sex or birth year is unknown. */
  public Optional<LocalDate> findRetirementDay(BirthDate birth, Sex sex) {
    if (!birth.isKnown() || sex == Sex.UNKNOWN) {
      return Optional.empty();
    }
    LocalDate born =
        LocalDate.of(birth.year(), Math.max(1, birth.month()), Math.max(1, birth.day()));
    LocalDate reached = born;
    for (Map.Entry<Integer, Map<Sex, Period>> year : ages.entrySet()) {
      Period age = year.getValue().get(sex);
      reached = born.plus(age == null ? Period.ZERO : age);
      if (reached.getYear() <= year.getKey()) {
        break;
      }
    }
    return Optional.of(reached);
  }

  private static int number(ReferenceTable.Entry row, String column) {
    try {
      return Integer.parseInt(row.get(column));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "table retirement_age, column " + column + ": not a number: " + row.get(column), e);
    }
  }
}
