package org.baophu.target;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.baophu.coverage.Reason;

/**
 * Every commune under every notion, and within the uncertainty of the lists.
 *
 * <p>A list of N persons has an expected length of E = Σ p_uninsured with variance V = Σ p (1 − p);
 * its interval is E ± 1.96 √V, rounded outwards and widened to N where N lies outside. A commune's
 * target never shrinks when its own list grows or another's shrinks (a law of {@link
 * Apportionment}), so the extremes over the box of all intervals are at two of its corners, and
 * these are computed.
 */
final class Comparisons {
  private static final double NORMAL_95 = 1.96;

  private final Demand demand;
  private final long asked;

  Comparisons(Demand demand, long asked) {
    this.demand = demand;
    this.asked = asked;
  }

  List<CommuneComparison> list(long[] targets) {
    Map<Notion, long[]> byNotion = new EnumMap<>(Notion.class);
    for (Notion notion : Notion.values()) {
      byNotion.put(notion, demand.share(Math.min(asked, demand.most()), notion));
    }
    List<CommuneComparison> lines = new ArrayList<>();
    for (int i = 0; i < targets.length; i++) {
      Map<Notion, Long> here = new EnumMap<>(Notion.class);
      for (Map.Entry<Notion, long[]> entry : byNotion.entrySet()) {
        here.put(entry.getKey(), entry.getValue()[i]);
      }
      lines.add(line(i, here, targets[i]));
    }
    return lines;
  }

  private CommuneComparison line(int i, Map<Notion, Long> byNotion, long target) {
    CommuneFigures commune = demand.province().communes().get(i);
    CommuneComparison bare =
        new CommuneComparison(
            commune.communeCode(),
            commune.commune(),
            byNotion,
            demand.settings().notion(),
            target,
            corner(i, false),
            corner(i, true),
            List.of());
    return new CommuneComparison(
        bare.communeCode(),
        bare.commune(),
        byNotion,
        bare.chosen(),
        target,
        bare.low(),
        bare.high(),
        reasons(bare));
  }

  private static List<Reason> reasons(CommuneComparison line) {
    return List.of(
        Reason.of(
            Reason.Code.NOTIONS_COMPARED,
            Long.toString(line.smallest()),
            Long.toString(line.largest()),
            line.chosen().code(),
            Long.toString(line.target())),
        Reason.of(Reason.Code.TARGET_RANGE, Long.toString(line.low()), Long.toString(line.high())));
  }

  /** The commune's target with its own list long and all others short, or the reverse. */
  private long corner(int commune, boolean long_) {
    List<CommuneFigures> communes = demand.province().communes();
    long[] lists = new long[communes.size()];
    for (int i = 0; i < lists.length; i++) {
      lists[i] = (i == commune) == long_ ? longest(communes.get(i)) : shortest(communes.get(i));
    }
    Demand there =
        new Demand(demand.province().withPotential(lists), demand.settings(), demand.goals());
    return there.share(Math.min(asked, there.most()), demand.settings().notion())[commune];
  }

  static long shortest(CommuneFigures commune) {
    double low = commune.expected() - NORMAL_95 * Math.sqrt(commune.variance());
    return Math.min(commune.potential(), (long) Math.floor(Math.max(0, low)));
  }

  static long longest(CommuneFigures commune) {
    double high = commune.expected() + NORMAL_95 * Math.sqrt(commune.variance());
    return Math.max(commune.potential(), (long) Math.ceil(high));
  }
}
