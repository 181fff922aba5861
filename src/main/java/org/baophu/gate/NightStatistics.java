package org.baophu.gate;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of one night that the gates look at, in the order of their measures. */
public final class NightStatistics {
  private final TreeMap<Measure, Figure> figures = new TreeMap<>();

  /**
   * A number.
   *
   * @param value a count, a share in [0,1] or a mean
   * @param base how many rows or persons it rests on; a number that rests on few is believed less
   */
  public record Figure(double value, double base) {
    public Figure {
      if (!Double.isFinite(value) || !(base >= 0)) {
        throw new IllegalArgumentException(value + " on " + base + " is no figure");
      }
    }
  }

  /** Notes a count, which rests on itself. */
  public void count(Gate gate, String of, long count) {
    figures.put(new Measure(gate, of), new Figure(count, count));
  }

  /** Notes a share or a mean; nothing where it rests on nothing. */
  public void ratio(Gate gate, String of, double sum, long base) {
    if (base > 0) {
      figures.put(new Measure(gate, of), new Figure(sum / base, base));
    }
  }

  /** Notes a figure. */
  public void put(Measure measure, Figure figure) {
    figures.put(measure, figure);
  }

  /** All numbers, in order. */
  public Map<Measure, Figure> figures() {
    return Collections.unmodifiableMap(figures);
  }
}
