package org.baophu.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baophu.reference.ReferenceTable;

/**
 * The law as it is on one day, and the settings.
 *
 * @param date the day
 * @param contributionRate part of the chosen income that a voluntary participant pays, in [0,1]
 * @param supportRates the state's part of the lowest contribution by group, in [0,1]; a group that
 *     the law of the day does not know gets the rate of {@link SupportGroup#OTHER}, as ethnic
 *     minorities did until 30 June 2025
 * @param supportMaxMonths most months for which the state supports one person
 * @param ruralPovertyLineVnd lowest income that can be chosen, VND a month
 * @param minPensionYears years of contributions that a pension needs
 * @param ownersDeclaring the rule that owners who pay by declaration are compulsory; empty before
 *     it is in force
 * @param ownersOthers the same for all other owners, those with an unknown tax method among them
 * @param employees the rule that employees are compulsory
 * @param voluntary the rule that all others may take part
 * @param pension what the advice for a visit rests on
 * @param retirement retirement ages by year
 */
public record Rules(
    LocalDate date,
    Amount contributionRate,
    Map<SupportGroup, Amount> supportRates,
    Amount supportMaxMonths,
    Amount ruralPovertyLineVnd,
    Amount minPensionYears,
    Optional<Obligation> ownersDeclaring,
    Optional<Obligation> ownersOthers,
    LegalBasis employees,
    LegalBasis voluntary,
    PensionRules pension,
    RetirementAges retirement,
    CoverageSettings settings) {

  private static final int PERCENT = 2;

  /** A number of the law. */
  public record Amount(BigDecimal value, LegalBasis basis) {}

  /**
   * A duty of the law.
   *
   * @param since the day it came into force
   */
  public record Obligation(LocalDate since, LegalBasis basis) {}

  public Rules {
    supportRates = Map.copyOf(supportRates);
  }

  /**
   * The law on a day, with the retirement ages that are shipped.
   *
   * @param legalParameters rows of the table {@code legal_parameters}
   * @throws IllegalArgumentException if the table has no value for the day, or one that is no
   *     number
   */
  public static Rules on(
      LocalDate date, List<ReferenceTable.Entry> legalParameters, CoverageSettings settings) {
    return on(date, legalParameters, ReferenceTable.read("retirement_age"), settings);
  }

  /**
   * The law on a day.
   *
   * @param legalParameters rows of the table {@code legal_parameters}
   * @param retirementAges rows of the table {@code retirement_age}
   * @throws IllegalArgumentException if a table has no value for the day, or one that is no number
   */
  public static Rules on(
      LocalDate date,
      List<ReferenceTable.Entry> legalParameters,
      List<ReferenceTable.Entry> retirementAges,
      CoverageSettings settings) {
    LegalParameters law = new LegalParameters(date, legalParameters);
    return new Rules(
        date,
        law.getAmount("si_voluntary_rate_pct", PERCENT),
        supportRates(law),
        law.getAmount("support_max_months", 0),
        law.getAmount("rural_poverty_line_vnd", 0),
        law.getAmount("min_pension_years", 0),
        law.findObligation("hkd_owner_compulsory_declaring"),
        law.findObligation("hkd_owner_compulsory_others"),
        law.getBasis("employee_compulsory"),
        law.getBasis("voluntary_participant"),
        PensionRules.of(law),
        RetirementAges.of(retirementAges),
        settings);
  }

  /** The state's part of the lowest contribution for a group. */
  public Amount supportRate(SupportGroup group) {
    Amount rate = supportRates.get(group);
    if (rate == null) {
      rate = supportRates.get(SupportGroup.OTHER);
    }
    if (rate == null) {
      throw new IllegalStateException("no rate of support for " + group.code() + " on " + date);
    }
    return rate;
  }

  /** The lowest contribution: contribution rate × rural poverty line, VND a month. */
  public BigDecimal lowestContributionVnd() {
    return contributionRate.value().multiply(ruralPovertyLineVnd.value());
  }

  private static Map<SupportGroup, Amount> supportRates(LegalParameters law) {
    Map<SupportGroup, Amount> rates = new EnumMap<>(SupportGroup.class);
    law.findAmount("support_poor_or_island_specialzone_pct", PERCENT)
        .or(() -> law.findAmount("support_poor_pct", PERCENT))
        .ifPresent(rate -> rates.put(SupportGroup.POOR, rate));
    law.findAmount("support_near_poor_pct", PERCENT)
        .ifPresent(rate -> rates.put(SupportGroup.NEAR_POOR, rate));
    law.findAmount("support_ethnic_minority_pct", PERCENT)
        .ifPresent(rate -> rates.put(SupportGroup.ETHNIC_MINORITY, rate));
    rates.put(SupportGroup.OTHER, law.getAmount("support_other_pct", PERCENT));
    return rates;
  }
}
