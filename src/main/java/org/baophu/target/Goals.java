package org.baophu.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.baophu.reference.ReferenceTable;

/**
 * How much of the labour force is to be insured by a day. Goals of the dated law: the rows {@code
 * res28_<year>_workforce_in_si_pct} and {@code res28_<year>_voluntary_pct} of the table {@code
 * legal_parameters}, of the last year for which there are both.
 *
 * @param by the day by which they are to be reached
 * @param insuredPercent of the labour force insured, compulsory or voluntary
 * @param voluntaryPercent of the labour force in voluntary insurance
 * @param law where they stand
 */
public record Goals(
    LocalDate by, BigDecimal insuredPercent, BigDecimal voluntaryPercent, String law) {
  private static final String PREFIX = "res28_";
  private static final String INSURED = "_workforce_in_si_pct";
  private static final String VOLUNTARY = "_voluntary_pct";

  /** The goals of the table; empty where it has none. */
  public static Optional<Goals> of(List<ReferenceTable.Entry> legalParameters) {
    return legalParameters.stream()
        .filter(row -> row.get("parameter").matches(PREFIX + "\\d{4}" + INSURED))
        .flatMap(row -> Goals.find(row, legalParameters).stream())
        .max(Comparator.comparing(Goals::by));
  }

  private static Optional<Goals> find(
      ReferenceTable.Entry insured, List<ReferenceTable.Entry> legalParameters) {
    String voluntary = insured.get("parameter").replace(INSURED, VOLUNTARY);
    return legalParameters.stream()
        .filter(row -> row.get("parameter").equals(voluntary))
        .findFirst()
        .map(
            row ->
                new Goals(
                    LocalDate.parse(insured.get("effective_from")),
                    new BigDecimal(insured.get("value")),
                    new BigDecimal(row.get("value")),
                    insured.get("legal_basis")));
  }

  /** Persons that a percentage of a labour force is, rounded up. */
  static long persons(BigDecimal percent, long labourForce) {
    return percent
        .multiply(BigDecimal.valueOf(labourForce))
        .movePointLeft(2)
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }

  /** Persons that a commune, or the province, lacks to the goal; at least 0. */
  long gap(CommuneFigures commune, TargetSettings.Goal goal) {
    return goal == TargetSettings.Goal.VOLUNTARY
        ? Math.max(0, persons(voluntaryPercent, commune.labourForce()) - commune.voluntary())
        : Math.max(0, persons(insuredPercent, commune.labourForce()) - commune.participants());
  }

  /** The percentage that gaps are counted to. */
  BigDecimal percent(TargetSettings.Goal goal) {
    return goal == TargetSettings.Goal.VOLUNTARY ? voluntaryPercent : insuredPercent;
  }
}
