package org.baophu.target;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.baophu.coverage.Reason;

/**
 * How many new participants are asked of the province.
 *
 * @param asked persons, before it is lowered to what is possible
 * @param reason where the number comes from
 */
record Total(long asked, Reason reason) {
  private static final long HUNDRED = 100;

  /** The whole potential within the five years of a plan. */
  private static final long DERIVED_PERCENT = 20;

  /** The total that is given, else what the settings want it taken from, else what is there. */
  static Total of(PlanInputs inputs, TargetRequest request, List<PathYear> path, long potential) {
    TargetSettings settings = request.settings();
    if (settings.total() != TargetSettings.NOT_GIVEN) {
      return new Total(
          settings.total(),
          Reason.of(Reason.Code.TOTAL_REQUESTED, Long.toString(settings.total())));
    }
    return switch (settings.from()) {
      case PROVINCE ->
          ofProvince(inputs, request.year())
              .or(() -> ofGoals(inputs, settings, request.year(), path))
              .orElseGet(() -> derived(potential));
      case GOALS ->
          ofGoals(inputs, settings, request.year(), path)
              .or(() -> ofProvince(inputs, request.year()))
              .orElseGet(() -> derived(potential));
      case POTENTIAL -> derived(potential);
    };
  }

  private static Optional<Total> ofProvince(PlanInputs inputs, int year) {
    return inputs.provinceTargets().stream()
        .filter(target -> target.year() == year)
        .filter(target -> target.measure().equals(ProvinceTarget.NEW_VOLUNTARY))
        .findFirst()
        .map(
            target ->
                new Total(
                    target.target(),
                    Reason.of(
                        Reason.Code.TOTAL_OF_PROVINCE,
                        Integer.toString(target.year()),
                        target.measure(),
                        Long.toString(target.target()))));
  }

  private static Optional<Total> ofGoals(
      PlanInputs inputs, TargetSettings settings, int year, List<PathYear> path) {
    Goals goals = inputs.goals();
    if (goals == null) {
      return Optional.empty();
    }
    long all = path.stream().mapToLong(PathYear::asked).sum();
    return path.stream()
        .filter(line -> line.year() == year)
        .findFirst()
        .map(
            line ->
                new Total(
                    line.asked(),
                    Reason.of(
                        Reason.Code.TOTAL_OF_GOALS,
                        Integer.toString(year),
                        Long.toString(line.asked()),
                        Long.toString(all),
                        goals.by().toString(),
                        goals.percent(settings.goal()).toPlainString(),
                        goals.law())));
  }

  private static Total derived(long potential) {
    long total =
        BigInteger.valueOf(potential)
            .multiply(BigInteger.valueOf(DERIVED_PERCENT))
            .divide(BigInteger.valueOf(HUNDRED))
            .longValueExact();
    return new Total(
        total,
        Reason.of(
            Reason.Code.TOTAL_FROM_POTENTIAL,
            Long.toString(DERIVED_PERCENT),
            Long.toString(potential),
            Long.toString(total)));
  }
}
