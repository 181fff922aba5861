package org.baophu.sample;

import java.util.Comparator;

/** Within a stratum everybody is equally likely to be drawn on a night. */
public record Stratum(Side side, Band band) implements Comparable<Stratum> {
  private static final Comparator<Stratum> ORDER =
      Comparator.comparing(Stratum::side).thenComparing(Stratum::band);

  @Override
  public int compareTo(Stratum other) {
    return ORDER.compare(this, other);
  }
}
