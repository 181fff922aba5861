package org.baophu.target;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from where a province stands to the goals, year by year.
 *
 * <p>What is lacking is spread evenly over the days from the day of the figures to that of the
 * goals: by the end of a day that is d of D days away, ⌈lacking · d / D⌉ have been won. So the rest
 * of the running year is asked its days' part, and the years add up to what is lacking. The labour
 * force is taken to stay what it is.
 */
final class GoalPath {
  private final LocalDate start;
  private final LocalDate end;

  private GoalPath(LocalDate start, LocalDate end) {
    this.start = start;
    this.end = end;
  }

  /** The path; empty if there are no goals, they are past, or a labour force is not known. */
  static List<PathYear> of(PlanInputs inputs, Province province, TargetSettings.Goal goal) {
    Goals goals = inputs.goals();
    Optional<CommuneFigures> whole = province.whole();
    if (goals == null || whole.isEmpty() || !goals.by().isAfter(inputs.date())) {
      return List.of();
    }
    CommuneFigures now = whole.get();
    long voluntary = goals.gap(now, TargetSettings.Goal.VOLUNTARY);
    long insured = goals.gap(now, TargetSettings.Goal.INSURED);
    long byCollectors = Math.max(0, insured - now.compulsory());
    long asked =
        switch (goal) {
          case VOLUNTARY -> voluntary;
          case INSURED -> byCollectors;
          case BOTH -> Math.max(voluntary, byCollectors);
        };
    return new GoalPath(inputs.date(), goals.by()).years(now, insured, voluntary, asked);
  }

  private List<PathYear> years(CommuneFigures now, long insured, long voluntary, long asked) {
    List<PathYear> years = new ArrayList<>();
    LocalDate from = start;
    for (int year = start.getYear(); from.isBefore(end); year++) {
      LocalDate last = LocalDate.of(year, 12, 31);
      LocalDate to = last.isAfter(end) ? end : last;
      years.add(
          new PathYear(
              year,
              from,
              to,
              now.participants() + won(insured, to),
              won(insured, to) - won(insured, from),
              now.voluntary() + won(voluntary, to),
              won(voluntary, to) - won(voluntary, from),
              won(asked, to) - won(asked, from)));
      from = to;
    }
    return years;
  }

  private long won(long lacking, LocalDate by) {
    BigInteger days = BigInteger.valueOf(ChronoUnit.DAYS.between(start, by));
    BigInteger allDays = BigInteger.valueOf(ChronoUnit.DAYS.between(start, end));
    return BigInteger.valueOf(lacking)
        .multiply(days)
        .add(allDays)
        .subtract(BigInteger.ONE)
        .divide(allDays)
        .longValueExact();
  }
}
