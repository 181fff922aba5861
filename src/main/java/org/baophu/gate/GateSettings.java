package org.baophu.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the gates are set.
 *
 * @param nights how many of the last published nights teach the bounds, from 1 to 1000; more of
 *     them forget a new level more slowly
 * @param rules what differs from the usual; of several that fit a number the last counts
 */
public record GateSettings(int nights, List<Rule> rules) {
  private static final int NIGHTS = 30;
  private static final int MOST_NIGHTS = 1000;

  /** What becomes of a number that is out of bounds. */
  public enum Action {
    OFF,
    WARN,
    STOP
  }

  /**
   * A gate, or a part of it, set by hand.
   *
   * @param of a kind of file, {@code source.column}, a commune's code or {@code all}, as the gate
   *     has them; null for all that the gate looks at
   * @param tolerance how far from the median of the last nights a number may be: for counts and
   *     means as a share of it, for shares in points of 1; null: learnt
   * @param least the least number that passes, whatever history says; null: learnt
   * @param most the greatest number that passes, whatever history says; null: learnt
   */
  public record Rule(
      Gate gate,
      @Nullable String of,
      Action action,
      @Nullable Double tolerance,
      @Nullable Double least,
      @Nullable Double most) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Rule {
      if (tolerance != null && !(tolerance >= 0 && tolerance <= 100)) {
        throw new IllegalArgumentException(
            "gates: tolerance of " + gate.code() + " is " + tolerance + ", not from 0 to 100");
      }
      if (least != null && most != null && !(least <= most)) {
        throw new IllegalArgumentException(
            "gates: least of " + gate.code() + " is " + least + ", above most, " + most);
      }
    }

    boolean fits(Measure measure) {
      return gate == measure.gate() && (of == null || of.equals(measure.of()));
    }
  }

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if the number of nights is out of its range
   */
  public GateSettings {
    if (nights < 1 || nights > MOST_NIGHTS) {
      throw new IllegalArgumentException("gates.nights is " + nights + ", not from 1 to 1000");
    }
    rules = List.copyOf(rules);
  }

  /** Thirty nights teach; every gate stops. */
  public static GateSettings defaults() {
    return new GateSettings(NIGHTS, List.of());
  }

  Rule rule(Measure measure) {
    Rule found = new Rule(measure.gate(), null, Action.STOP, null, null, null);
    for (Rule rule : rules) {
      if (rule.fits(measure)) {
        found = rule;
      }
    }
    return found;
  }
}
