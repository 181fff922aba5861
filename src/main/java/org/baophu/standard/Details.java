package org.baophu.standard;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What only the records of one source say. */
public sealed interface Details {

  /** What a person is taxed on. */
  enum IncomeKind {
    SALARY,
    BUSINESS,
    RENTAL,
    OTHER
  }

  /**
   * A tax record.
   *
   * @param updatedOn null where not stated
   */
  record Tax(IncomeKind incomeKind, boolean active, @Nullable LocalDate updatedOn)
      implements Details {}

  /** How a household business pays its tax. */
  enum TaxMethod {
    DECLARATION,
    PRESUMPTIVE,
    PER_OCCURRENCE,
    UNKNOWN
  }

  /** Whether a business trades. */
  enum BusinessStatus {
    ACTIVE,
    SUSPENDED,
    CLOSED
  }

  /**
   * A household business, recorded for its owner.
   *
   * @param annualRevenueVnd VND a year, -1 where not stated
   * @param registeredOn null where not stated
   */
  record Business(
      String businessCode,
      String businessName,
      String industryCode,
      TaxMethod taxMethod,
      long annualRevenueVnd,
      BusinessStatus status,
      @Nullable LocalDate registeredOn)
      implements Details {}

  /** The kind of insurance. */
  enum Scheme {
    COMPULSORY,
    VOLUNTARY,
    PENSION,
    LUMP_SUM,
    HEALTH_ONLY
  }

  /** Whether contributions or benefits run. */
  enum InsuranceStatus {
    ACTIVE,
    PAUSED,
    ENDED
  }

  /**
   * An insurance record.
   *
   * @param monthsPaid months of contributions, -1 where not stated
   * @param paidUntil null where not stated
   */
  record Insurance(
      Scheme scheme, InsuranceStatus status, int monthsPaid, @Nullable YearMonth paidUntil)
      implements Details {}

  /** How a household is classified. */
  enum Classification {
    POOR,
    NEAR_POOR
  }

  /**
   * A member of a household on the poverty list.
   *
   * @param validFrom null: valid from ever
   * @param validTo last day of validity; null: valid without end
   */
  record Poverty(
      String householdCode,
      Classification classification,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo)
      implements Details {}
}
