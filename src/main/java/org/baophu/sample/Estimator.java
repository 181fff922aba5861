package org.baophu.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Estimates the errors of tonight's list from the answers of all nights that count.
 *
 * <p>Within a stratum an answer stands for {@code h = r · w / Σ w} of the r persons nobody checked,
 * {@code w = 1 / inclusion probability} on the night of the draw. In a region, where strata are too
 * small, one sum of {@code w} runs over all strata of a side. What was found of persons of whom an
 * answer holds tonight is added as it is.
 */
public final class Estimator {
  private final Frame frame;
  private final List<Checked> asked;

  private Estimator(Frame frame, List<Checked> asked) {
    this.frame = frame;
    // Sums must not depend on the order in which answers come.
    this.asked =
        asked.stream()
            .sorted(
                Comparator.comparing((Checked c) -> c.drawn().unit().personId())
                    .thenComparing(c -> c.drawn().inclusion()))
            .toList();
  }

  /**
   * The estimates.
   *
   * @param asked who was drawn on earlier nights that count, each draw for itself; with {@link
   *     Answer#NONE} where nobody answered
   */
  public static SampleQuality estimate(Frame frame, List<Checked> asked) {
    Estimator estimator = new Estimator(frame, asked);
    List<ScopeQuality> regions = new ArrayList<>();
    for (String region : estimator.regions()) {
      regions.add(estimator.scope(region, region::equals, Stratum::side));
    }
    return new SampleQuality(
        estimator.scope("", region -> true, stratum -> stratum),
        regions,
        ReliabilityBand.of(asked));
  }

  private SortedSet<String> regions() {
    SortedSet<String> regions = new TreeSet<>();
    frame.unchecked().forEach(unit -> regions.add(unit.region()));
    frame.checked().forEach(known -> regions.add(known.unit().region()));
    return regions;
  }

  private ScopeQuality scope(
      String region, Predicate<String> inScope, Function<Stratum, Object> group) {
    return new ScopeQuality(
        region, side(Side.LISTED, inScope, group), side(Side.EXCLUDED, inScope, group));
  }

  private SideQuality side(Side side, Predicate<String> inScope, Function<Stratum, Object> group) {
    Predicate<Unit> counts = unit -> unit.stratum().side() == side && inScope.test(unit.region());
    Map<Object, Unchecked> unchecked = new TreeMap<>();
    for (Unit unit : frame.unchecked()) {
      if (counts.test(unit)) {
        unchecked.computeIfAbsent(group.apply(unit.stratum()), g -> new Unchecked()).add(unit);
      }
    }
    List<Frame.Known> known = frame.checked().stream().filter(k -> counts.test(k.unit())).toList();
    List<Checked> drawn = asked.stream().filter(c -> counts.test(c.drawn().unit())).toList();
    List<Checked> answered = drawn.stream().filter(c -> error(c).isPresent()).toList();
    answered.forEach(
        c -> {
          Unchecked stands = unchecked.get(group.apply(c.drawn().unit().stratum()));
          if (stands != null) {
            stands.weight += 1 / c.drawn().inclusion();
          }
        });
    return quality(known, unchecked, drawn.size(), answered, group);
  }

  /** Persons nobody checked, and the sum of the weights of the answers that stand for them. */
  private static final class Unchecked {
    private long persons;
    private double doubt;
    private double weight;

    private void add(Unit unit) {
      persons++;
      doubt += unit.doubt();
    }
  }

  private static SideQuality quality(
      List<Frame.Known> known,
      Map<Object, Unchecked> unchecked,
      long asked,
      List<Checked> answered,
      Function<Stratum, Object> group) {
    WeightedErrors errors = new WeightedErrors();
    for (Checked checked : answered) {
      Unchecked stands = unchecked.get(group.apply(checked.drawn().unit().stratum()));
      if (stands != null) {
        double share = 1 / checked.drawn().inclusion() / stands.weight;
        errors.add(stands.persons * share, error(checked).orElse(0));
      }
    }
    double found = known.stream().mapToDouble(Frame.Known::error).sum();
    long persons = unchecked.values().stream().mapToLong(u -> u.persons).sum();
    long unanswered =
        unchecked.values().stream().filter(u -> u.weight == 0).mapToLong(u -> u.persons).sum();
    double doubt =
        unchecked.values().stream().filter(u -> u.weight == 0).mapToDouble(u -> u.doubt).sum();
    return new SideQuality(
        persons + known.size(),
        known.size(),
        asked,
        answered.size(),
        unanswered,
        interval(errors.interval(), found, doubt, unanswered, persons));
  }

  /** Errors are whole persons, so the limits of those not found yet are whole numbers. */
  private static Interval interval(
      Interval estimated, double found, double doubt, long unanswered, long persons) {
    return new Interval(
        found + doubt + estimated.estimate(),
        found + Math.floor(estimated.low()),
        found + Math.min(persons, unanswered + Math.ceil(estimated.high())));
  }

  private static OptionalDouble error(Checked checked) {
    return checked.answer().error(checked.drawn().unit().stratum());
  }
}
