package org.baophu.coverage;

import java.time.LocalDate;
import java.util.List;
import org.baophu.reference.ReferenceTable;

/**
 * A rule, a rate, a threshold or a date of the law as it is on one day.
 *
 * @param parameter its name in the table {@code legal_parameters}
 * @param meaning in words
 * @param effectiveFrom day {@code yyyy-MM-dd} since when it holds; empty: always
 * @param effectiveTo last day; empty: none known
 * @param legalBasis law and article
 * @param status {@code verified}, or {@code unverified} where nobody has compared it with the text
 *     of the law
 * @param verification by what it was verified
 */
public record LawInForce(
    String parameter,
    String meaning,
    String value,
    String effectiveFrom,
    String effectiveTo,
    String legalBasis,
    String status,
    String verification) {
  /** Whether somebody has compared it with the text of the law. */
  public boolean isVerified() {
    return status.equals("verified");
  }

  /**
   * All that holds on a day, in the order of the table; what does not hold yet, or no longer, is
   * left out.
   *
   * @param legalParameters rows of the table {@code legal_parameters}
   */
  public static List<LawInForce> on(LocalDate date, List<ReferenceTable.Entry> legalParameters) {
    return new LegalParameters(date, legalParameters).inForce();
  }
}
