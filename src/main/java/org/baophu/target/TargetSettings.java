package org.baophu.target;

import java.util.Locale;

/**
 * What an operator may choose of targets.
 *
 * @param total new voluntary participants asked of the province, or {@link #NOT_GIVEN}
 * @param from what a total that is not given is taken from, if it is there
 * @param goal which goal a path leads to, and gaps are counted to
 * @param notion what is held to be fair
 * @param weights of the notions in a mix
 * @param floor the least asked of each commune, persons, at least 0; where a commune has not as
 *     much potential, capacity or growth, the floor gives way
 * @param maxGrowth by how much a commune's target may exceed last year's, as a share of it, at
 *     least 0; {@link #NOT_GIVEN} for no bound. A commune that last year asked nothing of, or of
 *     which last year is not known, is not bound
 * @param includeUnseen whether those who are on no list count as potential
 */
public record TargetSettings(
    long total,
    From from,
    Goal goal,
    Notion notion,
    Weights weights,
    long floor,
    double maxGrowth,
    boolean includeUnseen) {
  /** Stands for a number that is not given. */
  public static final long NOT_GIVEN = -1;

  private static final double MOST_GROWTH = 100;

  /** Where the total comes from; what is not there is passed over, in this order. */
  public enum From {
    /** The province's number for the year. */
    PROVINCE,
    /** The year's part of the path to the goals of the dated law. */
    GOALS,
    /** A fifth of the potential. */
    POTENTIAL;

    /** The source of a code. */
    public static From of(String code) {
      return constant(From.class, "from", code);
    }
  }

  /** The goals of the dated law. */
  public enum Goal {
    /** A share of the labour force in voluntary insurance: what collectors win counts there. */
    VOLUNTARY,
    /**
     * A share of the labour force insured, after everyone found on the compulsory routes has been
     * insured as the law demands.
     */
    INSURED,
    /** Whichever of the two asks for more. */
    BOTH;

    /** The goal of a code. */
    public static Goal of(String code) {
      return constant(Goal.class, "goal", code);
    }
  }

  /** Weights of the notions in a mix; at least 0 each, not all 0. */
  public record Weights(double potential, double gap, double capacity) {
    public Weights {
      double sum = potential + gap + capacity;
      boolean usable = potential >= 0 && gap >= 0 && capacity >= 0 && sum > 0;
      if (!usable || Double.isInfinite(sum)) {
        throw new IllegalArgumentException(
            "targets.weights: potential "
                + potential
                + ", gap "
                + gap
                + " and capacity "
                + capacity
                + " must be at least 0 and not all 0");
      }
    }

    /** The weights as parts of 1. */
    Weights normalised() {
      double sum = potential + gap + capacity;
      return new Weights(potential / sum, gap / sum, capacity / sum);
    }
  }

  public TargetSettings {
    if (total < NOT_GIVEN) {
      throw new IllegalArgumentException("targets.total: " + total + " is below 0");
    }
    if (floor < 0) {
      throw new IllegalArgumentException("targets.floor: " + floor + " is below 0");
    }
    if (!(maxGrowth == NOT_GIVEN || maxGrowth >= 0 && maxGrowth <= MOST_GROWTH)) {
      throw new IllegalArgumentException(
          "targets.max_growth: " + maxGrowth + " is not a share from 0 to 100, such as 0.1");
    }
  }

  /** The settings that hold where nothing is set. */
  public static TargetSettings defaults() {
    return new TargetSettings(
        NOT_GIVEN,
        From.PROVINCE,
        Goal.VOLUNTARY,
        Notion.POTENTIAL,
        new Weights(0.5, 0.25, 0.25),
        0,
        NOT_GIVEN,
        false);
  }

  /** The same with a total. */
  public TargetSettings withTotal(long number) {
    return new TargetSettings(number, from, goal, notion, weights, floor, maxGrowth, includeUnseen);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name, String code) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(code)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("targets." + name + ": there is no " + code);
  }
}
