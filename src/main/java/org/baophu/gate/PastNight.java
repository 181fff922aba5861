package org.baophu.gate;

import java.util.Map;

/**
 * A published night, as the gates remember it. A night that was stopped was never published, so it
 * teaches nothing.
 *
 * @param date ISO
 */
public record PastNight(String date, Map<Measure, PastFigure> figures) {
  public PastNight {
    figures = Map.copyOf(figures);
  }

  /** A number and how it was judged. */
  public record PastFigure(double value, Verdict verdict) {}
}
