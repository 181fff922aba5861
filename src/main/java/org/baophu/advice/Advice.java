package org.baophu.advice;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.baophu.coverage.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * What a collector can tell a person.
 *
 * @param contributionRate part of the chosen income that the person's route asks of them, in [0,1]
 * @param contributionLaw where that rate comes from
 * @param floor at the lowest income that the law allows
 * @param middle at twice the lowest
 * @param likely at the income the person probably has, within the bounds of the law
 * @param likelyBasis what that income rests on
 * @param monthsPaid months of contributions that count; 0 where no record states any
 * @param monthsNeeded months that a pension needs
 * @param retirement month in which retirement age is reached; null where sex or birth year is
 *     unknown
 * @param monthsUntilRetirement whole months until then, 0 where it is past; -1 unknown
 * @param monthsMissing months that are still missing today
 * @param gapMonths months that would be missing at retirement age, if all months until then were
 *     paid; -1 unknown
 * @param backPaymentMonths how many of them may be paid at once; -1 unknown
 * @param pensionFrom first month of a pension by these assumptions; null where unknown
 * @param pensionRate part of the mean income that is paid as pension then, in [0,1]; null where
 *     unknown
 * @param supportMonthsLeft months that the state still supports; 0 on the compulsory routes
 */
public record Advice(
    String personId,
    BigDecimal contributionRate,
    LegalBasis contributionLaw,
    IncomeChoice floor,
    IncomeChoice middle,
    IncomeChoice likely,
    IncomeBasis likelyBasis,
    int monthsPaid,
    int monthsNeeded,
    @Nullable YearMonth retirement,
    int monthsUntilRetirement,
    int monthsMissing,
    int gapMonths,
    BackPayment backPayment,
    int backPaymentMonths,
    @Nullable YearMonth pensionFrom,
    @Nullable BigDecimal pensionRate,
    int supportMonthsLeft) {}
