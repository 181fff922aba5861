package org.baophu.coverage;

import java.math.BigDecimal;
import java.util.Optional;
import org.baophu.person.Sex;

/**
 * What the law of a day says about incomes that can be chosen and about pensions of voluntary
 * participants.
 *
 * @param ceilingVnd highest income that can be chosen, VND a month: multiple × reference level
 * @param firstYearsFemale years of contributions for the first rate, women
 * @param firstRateFemale first rate, women: part of the mean income of the contributions, in [0,1]
 * @param firstYearsMale the same of men
 * @param firstRateMale the same of men
 * @param lossBelowFirst what a man's rate loses for each year below his first years, in [0,1]; zero
 *     where a pension is not to be had below them
 * @param gainByYear what each further year adds, in [0,1]
 * @param mostRate highest rate, in [0,1]
 * @param compulsoryFloorVnd lowest income under compulsory insurance, VND a month
 * @param ownerRate part of the chosen income that an owner under compulsory insurance pays, in
 *     [0,1], without health insurance; empty before owners were under it
 * @param employeeRate an employee's own part of the wage, in [0,1]
 * @param backPaymentMonths most missing months that may be paid at once at retirement age
 */
public record PensionRules(
    Rules.Amount ceilingVnd,
    int firstYearsFemale,
    BigDecimal firstRateFemale,
    int firstYearsMale,
    BigDecimal firstRateMale,
    BigDecimal lossBelowFirst,
    BigDecimal gainByYear,
    Rules.Amount mostRate,
    Rules.Amount compulsoryFloorVnd,
    Optional<Rules.Amount> ownerRate,
    Rules.Amount employeeRate,
    Rules.Amount backPaymentMonths) {
  private static final int PERCENT = 2;
  private static final int MONTHS = 12;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  static PensionRules of(LegalParameters law) {
    Rules.Amount reference = law.getAmount("reference_level_vnd", 0);
    Rules.Amount multiple = law.getAmount("income_ceiling_multiple", 0);
    Rules.Amount lowest = law.getAmount("compulsory_floor_reference_levels", 0);
    return new PensionRules(
        new Rules.Amount(multiple.value().multiply(reference.value()), multiple.basis()),
        law.getAmount("pension_first_years_female", 0).value().intValueExact(),
        law.getAmount("pension_first_rate_female_pct", PERCENT).value(),
        law.getAmount("pension_first_years_male", 0).value().intValueExact(),
        law.getAmount("pension_first_rate_male_pct", PERCENT).value(),
        law.findAmount("pension_rate_below_first_male_pct", PERCENT)
            .map(Rules.Amount::value)
            .orElse(BigDecimal.ZERO),
        law.getAmount("pension_rate_by_year_pct", PERCENT).value(),
        law.getAmount("pension_most_rate_pct", PERCENT),
        new Rules.Amount(lowest.value().multiply(reference.value()), lowest.basis()),
        law.findAmount("hkd_owner_rate_pct", PERCENT),
        law.getAmount("employee_rate_pct", PERCENT),
        law.getAmount("back_payment_max_months", 0));
  }

  /**
   * Part of the mean income that is paid as a pension after so many months, in [0,1]. Of a year
   * begun, up to six months count as a half and more as a whole. Where the sex is not known, the
   * lower of the two rates.
   */
  public BigDecimal rate(int months, Sex sex) {
    return switch (sex) {
      case FEMALE -> female(months);
      case MALE -> male(months);
      case UNKNOWN -> female(months).min(male(months));
    };
  }

  private BigDecimal female(int months) {
    return capped(firstRateFemale.add(gainByYear.multiply(yearsBeyond(months, firstYearsFemale))));
  }

  private BigDecimal male(int months) {
    BigDecimal beyond = yearsBeyond(months, firstYearsMale);
    BigDecimal byYear = beyond.signum() < 0 ? lossBelowFirst : gainByYear;
    return capped(firstRateMale.add(beyond.multiply(byYear)));
  }

  private BigDecimal capped(BigDecimal rate) {
    return rate.min(mostRate.value());
  }

  private static BigDecimal yearsBeyond(int months, int first) {
    int rest = months % MONTHS;
    BigDecimal begun = rest > MONTHS / 2 ? BigDecimal.ONE : rest > 0 ? HALF : BigDecimal.ZERO;
    return BigDecimal.valueOf(months / MONTHS - (long) first).add(begun);
  }
}
