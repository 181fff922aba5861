package org.baophu.sample;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many persons are drawn from which stratum. Of each side half; there {@value #LEAST} from
 * every stratum, and the rest in proportion to {@code N · √(q (1 − q))}, q the model's mean doubt
 * (Neyman 1934): more where it is unsure. A floor under q allows for what the model cannot know.
 * Numbers are expected ones and need not be whole.
 */
final class Allocation {
  /** So that a stratum is not left without answers for long. */
  private static final double LEAST = 2;

  private static final double LEAST_DOUBT = 0.002;

  private final Map<Stratum, Double> sizes = new TreeMap<>();
  private final Map<Stratum, Double> weights = new TreeMap<>();

  /** For each stratum that has anybody, the probability of being drawn, in (0,1]. */
  static Map<Stratum, Double> inclusion(Collection<Unit> frame, int size) {
    Allocation allocation = new Allocation(frame);
    double half = size / 2.0;
    double excluded = Math.min(allocation.total(Side.EXCLUDED), half);
    double listed = Math.min(allocation.total(Side.LISTED), size - excluded);
    excluded = Math.min(allocation.total(Side.EXCLUDED), size - listed);
    Map<Stratum, Double> inclusion = new TreeMap<>();
    allocation.allocate(Side.LISTED, listed, inclusion);
    allocation.allocate(Side.EXCLUDED, excluded, inclusion);
    return inclusion;
  }

  private Allocation(Collection<Unit> frame) {
    Map<Stratum, Double> doubts = new TreeMap<>();
    for (Unit unit : frame) {
      sizes.merge(unit.stratum(), 1.0, Double::sum);
      doubts.merge(unit.stratum(), unit.doubt(), Double::sum);
    }
    sizes.forEach(
        (stratum, number) -> {
          double doubt = doubts.getOrDefault(stratum, 0.0) / number;
          double q = Math.min(0.5, Math.max(LEAST_DOUBT, doubt));
          weights.put(stratum, number * Math.sqrt(q * (1 - q)));
        });
  }

  private double total(Side side) {
    return sizes.entrySet().stream()
        .filter(stratum -> stratum.getKey().side() == side)
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private void allocate(Side side, double number, Map<Stratum, Double> inclusion) {
    Map<Stratum, Double> least = new TreeMap<>();
    sizes.forEach(
        (stratum, size) -> {
          if (stratum.side() == side) {
            least.put(stratum, Math.min(LEAST, size));
          }
        });
    double needed = least.values().stream().mapToDouble(Double::doubleValue).sum();
    double scale = needed > number ? number / needed : 1;
    least.replaceAll((stratum, drawn) -> drawn * scale);
    spread(least, Math.max(0, number - needed));
    least.forEach(
        (stratum, drawn) -> {
          double probability = Math.min(1, drawn / sizes.getOrDefault(stratum, 1.0));
          if (probability > 0) {
            inclusion.put(stratum, probability);
          }
        });
  }

  /**
   * Shares out what is left by weight; a stratum that is drawn whole gives its excess to others.
   */
  private void spread(Map<Stratum, Double> drawn, double rest) {
    Set<Stratum> open = new TreeSet<>(drawn.keySet());
    double left = rest;
    boolean full = true;
    while (full && !open.isEmpty() && left > 0) {
      full = false;
      double weight = open.stream().mapToDouble(s -> weights.getOrDefault(s, 0.0)).sum();
      for (Stratum stratum : List.copyOf(open)) {
        double size = sizes.getOrDefault(stratum, 0.0);
        double share = left * weights.getOrDefault(stratum, 0.0) / weight;
        if (drawn.getOrDefault(stratum, 0.0) + share >= size) {
          left -= size - drawn.getOrDefault(stratum, 0.0);
          drawn.put(stratum, size);
          open.remove(stratum);
          full = true;
          break;
        }
      }
    }
    double weight = open.stream().mapToDouble(s -> weights.getOrDefault(s, 0.0)).sum();
    double shared = left;
    open.forEach(s -> drawn.merge(s, shared * weights.getOrDefault(s, 0.0) / weight, Double::sum));
  }
}
