package org.baophu.target;

import java.util.Locale;

/**
 * What is held to be fair: in proportion to what the total is shared over the communes.
 *
 * <p>{@link #POTENTIAL} is the default. It asks the same share of everybody's list, rests on
 * numbers that any commune can check person by person, and no commune changes it by having more or
 * fewer collectors; what it cannot do it is not asked to do, since capacity bounds it.
 */
public enum Notion {
  /** Potential participants on the voluntary route: whoever has more people to ask, asks more. */
  POTENTIAL,
  /** Persons that a commune lacks to the goal: whoever is farther behind does more. */
  GAP,
  /** What the staff can win: whoever has more hands does more. */
  CAPACITY,
  /** The shares by the three others, weighted as the settings say. */
  MIX;

  /** As files and settings write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The notion of a code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Notion of(String code) {
    for (Notion notion : values()) {
      if (notion.code().equals(code)) {
        return notion;
      }
    }
    throw new IllegalArgumentException(
        "notion " + code + " is none of potential, gap, capacity and mix");
  }
}
