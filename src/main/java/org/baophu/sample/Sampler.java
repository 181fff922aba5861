package org.baophu.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.baophu.standard.RecordDigest;

/**
 * Draws the sample of a night: systematically with a random start (Madow 1949), strata one after
 * the other, regions one after the other within them, and within a region in an order that is a
 * hash of night and person. So each person is drawn with exactly the probability of their stratum,
 * each region gets its share of every stratum to within one person, and the sample has the size
 * asked for, or a fraction of a person more or less. The same night and persons give the same
 * sample, in whatever order they come.
 */
public final class Sampler {
  private Sampler() {}

  /**
   * The sample.
   *
   * @param frame who may be drawn
   * @param size how many are expected
   * @param night names the night, and stands for chance
   */
  public static List<Drawn> draw(Collection<Unit> frame, int size, String night) {
    if (size == 0) {
      return List.of();
    }
    long seed = RecordDigest.hash("audit sample", night);
    Map<Stratum, Double> inclusion = Allocation.inclusion(frame, size);
    List<Ordered> ordered = new ArrayList<>(frame.size());
    frame.forEach(unit -> ordered.add(new Ordered(unit, chance(seed, unit.personId()))));
    ordered.sort(ORDER);
    double position = (chance(seed, "start") >>> 11) * 0x1.0p-53;
    List<Drawn> drawn = new ArrayList<>();
    for (Ordered next : ordered) {
      double probability = inclusion.getOrDefault(next.unit().stratum(), 0.0);
      double reached = position + probability;
      if (Math.floor(reached) > Math.floor(position)) {
        drawn.add(new Drawn(next.unit(), probability));
      }
      position = reached;
    }
    return drawn;
  }

  private record Ordered(Unit unit, long chance) {}

  private static final Comparator<Ordered> ORDER =
      Comparator.comparing((Ordered o) -> o.unit().stratum())
          .thenComparing(o -> o.unit().region())
          .thenComparingLong(Ordered::chance)
          .thenComparing(o -> o.unit().personId());

  /** SplitMix64 (Steele, Lea and Flood 2014) over both. */
  private static long chance(long seed, String text) {
    return mix(mix(seed) ^ RecordDigest.hash(text));
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
