package org.baophu.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the communes and within which bounds, commune by commune in the province's
 * order.
 *
 * <p>The most that can be asked of a commune is the least of: its potential, the capacity of its
 * collection points, and last year's target grown as far as allowed. The least is the floor, or the
 * most where that is less.
 */
final class Demand {
  /** Stands for no bound. */
  static final long NONE = Long.MAX_VALUE;

  private final Province province;
  private final TargetSettings settings;
  private final @Nullable Goals goals;
  private final long[] potential;
  private final long[] capacity;
  private final long[] growth;
  private final long[] upper;
  private final long[] lower;

  Demand(Province province, TargetSettings settings, @Nullable Goals goals) {
    this.province = province;
    this.settings = settings;
    this.goals = goals;
    int count = province.communes().size();
    potential = new long[count];
    capacity = new long[count];
    growth = new long[count];
    upper = new long[count];
    lower = new long[count];
    for (int i = 0; i < count; i++) {
      CommuneFigures commune = province.communes().get(i);
      potential[i] = commune.potential() + (settings.includeUnseen() ? commune.unseen() : 0);
      capacity[i] = Capacity.bound(province.capacityOf(commune));
      growth[i] = grown(commune.lastTarget(), settings.maxGrowth());
      upper[i] = Math.min(potential[i], Math.min(capacity[i], growth[i]));
      lower[i] = Math.min(settings.floor(), upper[i]);
    }
  }

  /** Last year's target grown by a share, rounded down; no bound where there is none. */
  static long grown(long lastTarget, double maxGrowth) {
    if (lastTarget <= 0 || maxGrowth == TargetSettings.NOT_GIVEN) {
      return NONE;
    }
    return BigDecimal.valueOf(maxGrowth)
        .add(BigDecimal.ONE)
        .multiply(BigDecimal.valueOf(lastTarget))
        .setScale(0, RoundingMode.FLOOR)
        .longValue();
  }

  Province province() {
    return province;
  }

  TargetSettings settings() {
    return settings;
  }

  @Nullable Goals goals() {
    return goals;
  }

  int count() {
    return upper.length;
  }

  long potential(int commune) {
    return potential[commune];
  }

  long allPotential() {
    return Arrays.stream(potential).sum();
  }

  long capacity(int commune) {
    return capacity[commune];
  }

  long growth(int commune) {
    return growth[commune];
  }

  long upper(int commune) {
    return upper[commune];
  }

  /** The most that can be asked of the province. */
  long most() {
    return Arrays.stream(upper).sum();
  }

  /** The least that the floors ask of it. */
  long least() {
    return Arrays.stream(lower).sum();
  }

  /**
   * Shares a total over the communes by a notion of what is fair. Nobody loses when it grows:
   *
   * <ol>
   *   <li>A total below the floors' sum is shared in proportion to the floors.
   *   <li>From there on, in proportion to the notion's weights, within the bounds.
   *   <li>Once everybody with a weight is at the upper bound, the rest goes to those without one,
   *       in proportion to potential.
   * </ol>
   *
   * @param total at most {@link #most()}
   */
  long[] share(long total, Notion notion) {
    if (total <= least()) {
      return Apportionment.share(total, lower, lower);
    }
    long[] weights = new Weights(this).of(notion);
    long[] weighted = upper.clone();
    for (int i = 0; i < weighted.length; i++) {
      weighted[i] = weights[i] == 0 ? lower[i] : upper[i];
    }
    long possible = Arrays.stream(weighted).sum();
    return total <= possible
        ? Apportionment.share(total, weights, lower, weighted)
        : Apportionment.share(total, potential, weighted, upper);
  }
}
