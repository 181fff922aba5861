package org.baophu.coverage;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely somebody on the list is to join within a year, learnt from what became of those who
 * were listed before.
 *
 * <p>For each segment s and commune c let k be the number of listed persons who joined, and n that
 * number plus the years for which the others have been on the list, at most one each. Three Beta
 * distributions are drawn towards each other, each prior as strong as the years beside it:
 *
 * <ul>
 *   <li>segment: r(s) = (prior(s)·{@value #SEGMENT_YEARS} + k(s)) ÷ ({@value #SEGMENT_YEARS} +
 *       n(s))
 *   <li>commune: f(c) = ({@value #COMMUNE_JOINING} + k(c)) ÷ ({@value #COMMUNE_JOINING} + Σ
 *       r(s)·n(s,c)), how much more or less often than its segments would have it
 *   <li>chance(s,c) = (a·{@value #CELL_YEARS} + k(s,c)) ÷ ({@value #CELL_YEARS} + n(s,c)) with a =
 *       r(s)·f(c), at most {@value #MOST}
 * </ul>
 *
 * <p>So without history every commune has the segment's prior, a commune with few visits stays near
 * what its segment does elsewhere, and one with many follows its own. The priors are judgement, not
 * data: they say that who paid before joins soonest. (Partial pooling by empirical Bayes; a mean of
 * a Beta-binomial for each cell.)
 *
 * <p>Immutable.
 */
public final class Chances {
  private static final double SEGMENT_YEARS = 50;
  private static final double COMMUNE_JOINING = 2;
  private static final double CELL_YEARS = 20;
  private static final double MOST = 0.9;

  private final Map<Segment, Double> bySegment = new EnumMap<>(Segment.class);
  private final Map<String, Double> byCommune = new HashMap<>();
  private final Map<Cell, Tally> cells = new HashMap<>();

  private record Cell(Segment segment, String communeCode) {}

  /**
   * What became of a person who was listed.
   *
   * @param yearsListed how long they have been on the list without joining
   */
  public record Outcome(Segment segment, String communeCode, boolean joined, double yearsListed) {
    public Outcome {
      if (!(yearsListed >= 0)) {
        throw new IllegalArgumentException("years on the list: " + yearsListed + ", below 0");
      }
    }
  }

  /** A number of trials, of which some joined. */
  private static final class Tally {
    private double joined;
    private double trials;

    void add(Outcome outcome) {
      joined += outcome.joined() ? 1 : 0;
      trials += outcome.joined() ? 1 : Math.min(1, outcome.yearsListed());
    }
  }

  private Chances() {}

  /** What is believed before there is any history. */
  public static Chances prior() {
    return learn(List.of());
  }

  /**
   * Learns from what became of those listed earlier.
   *
   * @param outcomes of every person once, in any order
   */
  public static Chances learn(List<Outcome> outcomes) {
    Chances chances = new Chances();
    Map<Segment, Tally> segments = new EnumMap<>(Segment.class);
    Map<String, Tally> communes = new HashMap<>();
    // Sorted, so that rounding does not depend on the order in which they come.
    outcomes.stream()
        .sorted(Comparator.comparing(Outcome::joined).thenComparingDouble(Outcome::yearsListed))
        .forEach(
            outcome -> {
              Cell cell = new Cell(outcome.segment(), outcome.communeCode());
              chances.cells.computeIfAbsent(cell, c -> new Tally()).add(outcome);
              segments.computeIfAbsent(outcome.segment(), s -> new Tally()).add(outcome);
              communes.computeIfAbsent(outcome.communeCode(), c -> new Tally()).add(outcome);
            });
    for (Segment segment : Segment.values()) {
      Tally tally = segments.getOrDefault(segment, new Tally());
      chances.bySegment.put(
          segment,
          (prior(segment) * SEGMENT_YEARS + tally.joined) / (SEGMENT_YEARS + tally.trials));
    }
    communes.forEach((code, tally) -> chances.byCommune.put(code, chances.factor(code, tally)));
    return chances;
  }

  private double factor(String commune, Tally tally) {
    double expected = 0;
    for (Segment segment : Segment.values()) {
      Tally here = cells.get(new Cell(segment, commune));
      expected += here == null ? 0 : segmentChance(segment) * here.trials;
    }
    return (COMMUNE_JOINING + tally.joined) / (COMMUNE_JOINING + expected);
  }

  /** Chance to join within a year, in (0,1). */
  public double of(Segment segment, String communeCode) {
    double start = segmentChance(segment) * byCommune.getOrDefault(communeCode, 1.0);
    Tally here = cells.getOrDefault(new Cell(segment, communeCode), new Tally());
    return Math.min(MOST, (start * CELL_YEARS + here.joined) / (CELL_YEARS + here.trials));
  }

  private double segmentChance(Segment segment) {
    return bySegment.getOrDefault(segment, prior(segment));
  }

  /** Judgement: how many of a hundred would join within a year if visited. */
  private static double prior(Segment segment) {
    return switch (segment) {
      case RETURNING_AFTER_PAUSE -> 0.08;
      case NEAR_PENSION_AGE -> 0.06;
      case EMPLOYEE_WITHOUT_EMPLOYER, FAMILY_OF_INSURED, FARMER_WITH_SUPPORT -> 0.05;
      case POOR_HOUSEHOLD, HOUSEHOLD_BUSINESS -> 0.04;
      case TRADER_OR_FREELANCER -> 0.03;
      case OTHER -> 0.02;
    };
  }
}
