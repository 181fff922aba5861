package org.baophu.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.baophu.coverage.Reason;

/** Why a commune's target is what it is, for the chair of the commune to read. */
final class CommuneReasons {
  private final Demand demand;
  private final long total;
  private final long[] raises;
  private final long[] weights;

  /**
   * @param raises by how much each capacity would have to grow for the whole demand
   */
  CommuneReasons(Demand demand, long total, long[] raises) {
    this.demand = demand;
    this.total = total;
    this.raises = raises;
    this.weights = new Weights(demand).of(demand.settings().notion());
  }

  List<Reason> of(int i, long target) {
    CommuneFigures commune = demand.province().communes().get(i);
    List<Reason> reasons = new ArrayList<>();
    reasons.add(byNotion(i));
    addBound(reasons, i, target, commune);
    if (demand.settings().floor() > demand.upper(i)) {
      reasons.add(
          Reason.of(Reason.Code.TARGET_BELOW_FLOOR, Long.toString(demand.settings().floor())));
    } else if (target > 0 && target == demand.settings().floor()) {
      reasons.add(Reason.of(Reason.Code.TARGET_AT_FLOOR, Long.toString(target)));
    }
    if (raises[i] > 0) {
      reasons.add(Reason.of(Reason.Code.TARGET_RAISE_CAPACITY, Long.toString(raises[i])));
    }
    if (demand.settings().includeUnseen() && commune.unseen() > 0) {
      reasons.add(Reason.of(Reason.Code.TARGET_WITH_UNSEEN, Long.toString(commune.unseen())));
    }
    if (demand.province().pointsOf(commune).isEmpty()) {
      reasons.add(Reason.of(Reason.Code.TARGET_NO_COLLECTION_POINT));
    } else if (demand.capacity(i) == Demand.NONE) {
      reasons.add(Reason.of(Reason.Code.TARGET_CAPACITY_UNKNOWN));
    }
    return reasons;
  }

  private void addBound(List<Reason> reasons, int i, long target, CommuneFigures commune) {
    if (target != demand.upper(i)) {
      return;
    }
    if (target == demand.potential(i)) {
      reasons.add(Reason.of(Reason.Code.TARGET_AT_POTENTIAL, Long.toString(target)));
    } else if (target == demand.capacity(i)) {
      reasons.add(Reason.of(Reason.Code.TARGET_AT_CAPACITY, Long.toString(target)));
    } else {
      reasons.add(
          Reason.of(
              Reason.Code.TARGET_AT_GROWTH,
              Long.toString(commune.lastTarget()),
              percent(demand.settings().maxGrowth())));
    }
  }

  private Reason byNotion(int i) {
    String here = Long.toString(weights[i]);
    String all = Long.toString(Arrays.stream(weights).sum());
    String asked = Long.toString(total);
    TargetSettings settings = demand.settings();
    return switch (settings.notion()) {
      case POTENTIAL -> Reason.of(Reason.Code.TARGET_BY_POTENTIAL, here, all, asked);
      case GAP -> Reason.of(Reason.Code.TARGET_BY_GAP, here, all, asked, goalPercent());
      case CAPACITY -> Reason.of(Reason.Code.TARGET_BY_CAPACITY, here, all, asked);
      case MIX -> {
        TargetSettings.Weights parts = settings.weights().normalised();
        yield Reason.of(
            Reason.Code.TARGET_BY_MIX,
            percent(parts.potential()),
            percent(parts.gap()),
            percent(parts.capacity()),
            percent((double) weights[i] / Math.max(1, Arrays.stream(weights).sum())),
            asked);
      }
    };
  }

  private String goalPercent() {
    Goals goals = demand.goals();
    return goals == null ? "" : goals.percent(demand.settings().goal()).toPlainString();
  }

  /** A share as a percentage with at most two decimals. */
  private static String percent(double share) {
    BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2);
    return percent.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
