package org.baophu.advice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.baophu.coverage.PensionRules;
import org.baophu.coverage.Potential;
import org.baophu.coverage.Route;
import org.baophu.coverage.Rules;
import org.baophu.coverage.Rules.Amount;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;

/**
 * Works out what a collector can tell each person.
 *
 * <p>Contribution = rate of the route × chosen income: what a voluntary participant pays, what an
 * owner under compulsory insurance owes, or the employee's own part where the employer owes the
 * rest. The lowest income is the rural poverty line, on the compulsory routes the reference level;
 * the highest is the law's ceiling. State support is a fixed amount and never more than the
 * contribution.
 *
 * <p>Pension = rate(months) × chosen income, where it is assumed that the person
 *
 * <ul>
 *   <li>pays every month from the next one to the month of retirement age at the same income, which
 *       keeps its worth as the law adjusts it;
 *   <li>had the same income in the months already paid, since no record states it;
 *   <li>at retirement age pays at once what is missing, as far as the law lets them; of a greater
 *       gap the rest month by month first, so that the pension begins later;
 *   <li>and that the law stays as it is on the day, but for the retirement ages that are already
 *       set for later years.
 * </ul>
 *
 * <p>Immutable; each person depends on nothing but the arguments.
 */
public final class Adviser {
  private static final int MONTHS_OF_YEAR = 12;
  private static final int THOUSANDS = -3;
  private static final BigDecimal TWICE = BigDecimal.valueOf(2);

  private final Rules rules;
  private final ProfitShares shares;
  private final long typicalVnd;

  /**
   * @param typicalVnd what a business makes where it does not say, VND a month ({@link
   *     LikelyIncome#typicalVnd})
   */
  public Adviser(Rules rules, ProfitShares shares, long typicalVnd) {
    this.rules = rules;
    this.shares = shares;
    this.typicalVnd = typicalVnd;
  }

  /**
   * The advice for one person.
   *
   * @param records all of the person's records
   */
  public Advice advise(Potential person, List<StandardRecord> records) {
    Amount rate = rate(person.route());
    Career career = career(person);
    long floor = floorVnd(person.route());
    LikelyIncome likely = LikelyIncome.of(records, shares, typicalVnd);
    long middle = Math.min(TWICE.longValueExact() * floor, ceilingVnd());
    long bounded = likely.vnd() < 0 ? middle : within(floor, likely.vnd());
    return new Advice(
        person.personId(),
        rate.value(),
        rate.basis(),
        choice(floor, rate, person, career),
        choice(middle, rate, person, career),
        choice(bounded, rate, person, career),
        likely.basis(),
        career.monthsPaid(),
        career.monthsNeeded(),
        career.retirement().map(YearMonth::from).orElse(null),
        career.monthsUntil(),
        Math.max(0, career.monthsNeeded() - career.monthsPaid()),
        career.gap(),
        career.backPayment(mostBackPayment()),
        career.retirement().isEmpty() ? -1 : Math.min(career.gap(), mostBackPayment()),
        career.pensionFrom(rules.date(), mostBackPayment()).orElse(null),
        career.retirement().isEmpty() ? null : pensionRate(person, career),
        supportMonthsLeft(person, records));
  }

  private long within(long floor, long vnd) {
    return Math.max(floor, Math.min(vnd, ceilingVnd()));
  }

  private IncomeChoice choice(long incomeVnd, Amount rate, Potential person, Career career) {
    BigDecimal income = BigDecimal.valueOf(incomeVnd);
    long contribution = wholeVnd(income.multiply(rate.value()));
    long pension =
        career.retirement().isEmpty()
            ? -1
            : income
                .multiply(pensionRate(person, career))
                .setScale(THOUSANDS, RoundingMode.HALF_UP)
                .longValueExact();
    return new IncomeChoice(
        incomeVnd, contribution, Math.min(person.monthlySupportVnd(), contribution), pension);
  }

  private BigDecimal pensionRate(Potential person, Career career) {
    return rules.pension().rate(career.monthsAtPension(), person.sex());
  }

  private Amount rate(Route route) {
    PensionRules law = rules.pension();
    return switch (route) {
      case VOLUNTARY -> rules.contributionRate();
      case COMPULSORY_OWNER -> law.ownerRate().orElse(rules.contributionRate());
      case COMPULSORY_EMPLOYEE -> law.employeeRate();
    };
  }

  private long floorVnd(Route route) {
    return wholeVnd(
        switch (route) {
          case VOLUNTARY -> rules.ruralPovertyLineVnd().value();
          case COMPULSORY_OWNER, COMPULSORY_EMPLOYEE ->
              rules.pension().compulsoryFloorVnd().value();
        });
  }

  private long ceilingVnd() {
    return wholeVnd(rules.pension().ceilingVnd().value());
  }

  private int mostBackPayment() {
    return rules.pension().backPaymentMonths().value().intValueExact();
  }

  private int supportMonthsLeft(Potential person, List<StandardRecord> records) {
    if (person.route() != Route.VOLUNTARY) {
      return 0;
    }
    int used =
        records.stream()
            .map(StandardRecord::details)
            .filter(Details.Insurance.class::isInstance)
            .map(Details.Insurance.class::cast)
            .filter(insurance -> insurance.scheme() == Details.Scheme.VOLUNTARY)
            .mapToInt(Details.Insurance::monthsPaid)
            .max()
            .orElse(0);
    return Math.max(0, rules.supportMaxMonths().value().intValueExact() - Math.max(0, used));
  }

  private Career career(Potential person) {
    Optional<LocalDate> retirement =
        rules.retirement().findRetirementDay(person.birthDate(), person.sex());
    int until =
        retirement
            .map(
                day ->
                    (int)
                        Math.max(
                            0,
                            ChronoUnit.MONTHS.between(
                                YearMonth.from(rules.date()), YearMonth.from(day))))
            .orElse(-1);
    int needed = rules.minPensionYears().value().intValueExact() * MONTHS_OF_YEAR;
    return new Career(Math.max(0, person.monthsPaid()), needed, retirement, until);
  }

  /** A life of contributions as it is assumed. */
  private record Career(
      int monthsPaid, int monthsNeeded, Optional<LocalDate> retirement, int monthsUntil) {

    int gap() {
      return retirement.isEmpty() ? -1 : Math.max(0, monthsNeeded - monthsPaid - monthsUntil);
    }

    BackPayment backPayment(int most) {
      if (retirement.isEmpty()) {
        return BackPayment.UNKNOWN;
      }
      if (gap() == 0) {
        return BackPayment.NOT_NEEDED;
      }
      return gap() <= most ? BackPayment.CLOSES_GAP : BackPayment.LEAVES_GAP;
    }

    int monthsAtPension() {
      return Math.max(monthsNeeded, monthsPaid + Math.max(0, monthsUntil));
    }

    Optional<YearMonth> pensionFrom(LocalDate today, int most) {
      YearMonth now = YearMonth.from(today);
      return retirement
          .map(YearMonth::from)
          .map(month -> month.isBefore(now) ? now : month)
          .map(month -> month.plusMonths(Math.max(0, gap() - most)));
    }
  }

  private static long wholeVnd(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
