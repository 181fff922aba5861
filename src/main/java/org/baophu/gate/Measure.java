package org.baophu.gate;

import java.util.Comparator;

/**
 * One number that a gate looks at.
 *
 * @param of what it is of: a kind of file ({@code tax}), a column ({@code tax.phone}), a commune's
 *     code, or {@value #ALL}
 */
public record Measure(Gate gate, String of) implements Comparable<Measure> {
  /** Names the whole, as opposed to its parts. */
  public static final String ALL = "all";

  /** Reads {@code rows:tax}, as {@link #toString} writes it. */
  public static Measure parse(String text) {
    int colon = text.indexOf(':');
    return new Measure(Gate.of(text.substring(0, colon)), text.substring(colon + 1));
  }

  /** By gate, then by what it is of. */
  @Override
  public int compareTo(Measure other) {
    return Comparator.comparing(Measure::gate).thenComparing(Measure::of).compare(this, other);
  }

  @Override
  public String toString() {
    return gate.code() + ":" + of;
  }
}
