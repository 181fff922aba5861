package org.baophu.advice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.baophu.standard.Details;
import org.baophu.standard.Details.BusinessStatus;
import org.baophu.standard.Details.IncomeKind;
import org.baophu.standard.StandardRecord;

/**
 * An estimate of what a person earns a month.
 *
 * <p>Income = Σ annual revenue × {@linkplain ProfitShares share of profit} ÷ 12 over the person's
 * active businesses that state a revenue. Where none does but the person has an active business, or
 * pays tax on business income, the median of that sum over all businesses of the delivery. Records
 * of salaries, rents and other incomes say no amount, so nothing is made of them.
 *
 * @param vnd VND a month, to whole thousands; -1 where no record says anything
 */
public record LikelyIncome(long vnd, IncomeBasis basis) {
  private static final BigDecimal MONTHS_OF_YEAR = new BigDecimal(12);

  /**
   * The estimate for one person.
   *
   * @param typicalVnd see {@link #typicalVnd}
   */
  static LikelyIncome of(List<StandardRecord> records, ProfitShares shares, long typicalVnd) {
    long own = active(records.stream()).mapToLong(business -> monthlyVnd(business, shares)).sum();
    if (own > 0) {
      return new LikelyIncome(own, IncomeBasis.REVENUE);
    }
    boolean trades =
        active(records.stream()).findAny().isPresent()
            || records.stream().anyMatch(LikelyIncome::isTaxedOnBusiness);
    return trades && typicalVnd > 0
        ? new LikelyIncome(typicalVnd, IncomeBasis.OTHERS_REVENUE)
        : new LikelyIncome(-1, IncomeBasis.NOT_STATED);
  }

  /** The lower median of what active businesses make, VND a month; -1 where none states it. */
  public static long typicalVnd(List<StandardRecord> records, ProfitShares shares) {
    long[] incomes =
        active(records.stream())
            .mapToLong(business -> monthlyVnd(business, shares))
            .filter(vnd -> vnd > 0)
            .sorted()
            .toArray();
    return incomes.length == 0 ? -1 : incomes[(incomes.length - 1) / 2];
  }

  private static Stream<Details.Business> active(Stream<StandardRecord> records) {
    return records
        .map(StandardRecord::details)
        .filter(Details.Business.class::isInstance)
        .map(Details.Business.class::cast)
        .filter(business -> business.status() == BusinessStatus.ACTIVE);
  }

  private static boolean isTaxedOnBusiness(StandardRecord record) {
    return record.details() instanceof Details.Tax tax
        && tax.active()
        && tax.incomeKind() == IncomeKind.BUSINESS;
  }

  private static long monthlyVnd(Details.Business business, ProfitShares shares) {
    if (business.annualRevenueVnd() <= 0) {
      return 0;
    }
    return BigDecimal.valueOf(business.annualRevenueVnd())
        .multiply(shares.of(business.industryCode()))
        .divide(MONTHS_OF_YEAR, -3, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
