package org.baophu.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baophu.coverage.Reason;

/**
 * What would have to give way for a demand that cannot be met.
 *
 * <p>Smallest means: of totals the nearest; of floors the highest that is the same everywhere; of
 * capacities the fewest persons in all, and with these the fewest communes; of growth the least, in
 * steps of 0.1 %. Where neither capacity nor growth alone is enough, growth first, then capacity.
 */
final class Relaxations {
  /** Beyond a growth of 100 times nothing more is tried. */
  private static final int MOST_STEPS = 100_000;

  private final Demand demand;
  private final long asked;

  Relaxations(Demand demand, long asked) {
    this.demand = demand;
    this.asked = asked;
  }

  /** In notes; none where nothing has to give way. */
  List<Reason> notes() {
    List<Reason> notes = new ArrayList<>();
    long most = demand.most();
    if (asked > most) {
      notes.add(Reason.of(Reason.Code.TOTAL_CAPPED, Long.toString(asked), Long.toString(most)));
      addWaysUp(notes);
    }
    addFloors(notes);
    return notes;
  }

  /** By how much the capacity of each commune would have to grow; all 0 where that is no way. */
  long[] capacityRaises() {
    int steps = growthSteps(false);
    return steps < 0 ? new long[demand.count()] : raises(share(steps));
  }

  private void addWaysUp(List<Reason> notes) {
    int withCapacity = growthSteps(true);
    int withoutCapacity = growthSteps(false);
    if (withoutCapacity < 0) {
      notes.add(
          Reason.of(
              Reason.Code.RELAX_NOTHING,
              Long.toString(asked),
              Long.toString(demand.allPotential())));
      return;
    }
    if (withCapacity > 0) {
      notes.add(Reason.of(Reason.Code.RELAX_GROWTH, percent(withCapacity)));
    }
    long[] raises = raises(share(withoutCapacity));
    List<Integer> raised =
        IntStream.range(0, raises.length).filter(i -> raises[i] > 0).boxed().toList();
    if (!raised.isEmpty()) {
      notes.add(
          Reason.of(
              Reason.Code.RELAX_CAPACITY,
              Long.toString(IntStream.range(0, raises.length).mapToLong(i -> raises[i]).sum()),
              Integer.toString(raised.size()),
              raised.stream()
                  .map(i -> demand.province().communes().get(i).communeCode())
                  .collect(Collectors.joining(";")),
              withoutCapacity > 0 ? percent(withoutCapacity) : ""));
    }
  }

  private static String percent(int steps) {
    return BigDecimal.valueOf(steps, 1).stripTrailingZeros().toPlainString();
  }

  private static double share(int steps) {
    return BigDecimal.valueOf(steps, 3).doubleValue();
  }

  /**
   * The fewest steps of growth, not less than the setting's, with which the total is possible; 0 if
   * growth does not have to give way, -1 if it does not help.
   *
   * @param withCapacity whether capacities bound
   */
  private int growthSteps(boolean withCapacity) {
    if (most(demand.settings().maxGrowth(), withCapacity) >= asked) {
      return 0;
    }
    if (demand.settings().maxGrowth() == TargetSettings.NOT_GIVEN
        || most(share(MOST_STEPS), withCapacity) < asked) {
      return -1;
    }
    int low = 0;
    int high = MOST_STEPS;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (most(share(middle), withCapacity) >= asked) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private long most(double maxGrowth, boolean withCapacity) {
    long most = 0;
    for (int i = 0; i < demand.count(); i++) {
      most +=
          withCapacity
              ? Math.min(possible(i, maxGrowth), demand.capacity(i))
              : possible(i, maxGrowth);
    }
    return most;
  }

  /** What a commune can be asked but for capacity. */
  private long possible(int commune, double maxGrowth) {
    long last = demand.province().communes().get(commune).lastTarget();
    double growth = demand.settings().maxGrowth() == TargetSettings.NOT_GIVEN ? -1 : maxGrowth;
    return Math.min(demand.potential(commune), Demand.grown(last, growth));
  }

  /** The communes with most room first, each as far as needed, so that they are fewest. */
  private long[] raises(double steppedGrowth) {
    double growth = steppedGrowth == 0 ? demand.settings().maxGrowth() : steppedGrowth;
    long[] raises = new long[demand.count()];
    long left = asked - most(growth, true);
    List<Integer> roomiest =
        IntStream.range(0, raises.length)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> room(i, growth)).reversed())
            .toList();
    for (int i : roomiest) {
      raises[i] = Math.max(0, Math.min(left, room(i, growth)));
      left -= raises[i];
    }
    return raises;
  }

  private long room(int commune, double growth) {
    return Math.max(0, possible(commune, growth) - demand.capacity(commune));
  }

  private void addFloors(List<Reason> notes) {
    long floor = demand.settings().floor();
    long tooHigh = IntStream.range(0, demand.count()).filter(i -> demand.upper(i) < floor).count();
    if (tooHigh > 0) {
      long highest = IntStream.range(0, demand.count()).mapToLong(demand::upper).min().orElse(0);
      notes.add(
          Reason.of(
              Reason.Code.FLOOR_GIVES_WAY,
              Long.toString(floor),
              Long.toString(tooHigh),
              Long.toString(highest)));
    }
    if (asked < demand.least()) {
      notes.add(
          Reason.of(
              Reason.Code.FLOORS_BEYOND_TOTAL,
              Long.toString(floor),
              Long.toString(demand.least()),
              Long.toString(asked),
              Long.toString(highestFloor())));
    }
  }

  /** The highest floor that the total still covers. */
  private long highestFloor() {
    long low = 0;
    long high = demand.settings().floor();
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      long sum = 0;
      for (int i = 0; i < demand.count(); i++) {
        sum += Math.min(middle, demand.upper(i));
      }
      if (sum <= asked) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
