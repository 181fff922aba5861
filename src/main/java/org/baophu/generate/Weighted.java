package org.baophu.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values, each with a weight, of which one is picked with a chance in proportion to its weight. */
final class Weighted<T> {
  private final List<T> values = new ArrayList<>();
  private double[] upTo = new double[16];
  private double total;

  Weighted<T> add(T value, double weight) {
    if (weight > 0) {
      if (values.size() == upTo.length) {
        upTo = Arrays.copyOf(upTo, 2 * upTo.length);
      }
      total += weight;
      upTo[values.size()] = total;
      values.add(value);
    }
    return this;
  }

  T pick(Dice dice) {
    int at = Arrays.binarySearch(upTo, 0, values.size(), dice.share() * total);
    return values.get(Math.min(at < 0 ? -at - 1 : at + 1, values.size() - 1));
  }

  /** The values, in the order in which they were added. */
  List<T> values() {
    return List.copyOf(values);
  }
}
