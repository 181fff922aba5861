package org.baophu.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.baophu.coverage.Reason;

/** What holds for a plan as a whole. */
final class Notes {
  private Notes() {}

  static List<Reason> of(Demand demand, Total total, Relaxations relaxations, long[] targets) {
    Province province = demand.province();
    List<Reason> notes = new ArrayList<>();
    notes.add(total.reason());
    notes.addAll(relaxations.notes());
    addShortCapacity(notes, demand, total, targets);
    if (province.potentialWithoutCommune() > 0) {
      notes.add(
          Reason.of(
              Reason.Code.POTENTIAL_WITHOUT_COMMUNE,
              Long.toString(province.potentialWithoutCommune())));
    }
    addLostPoints(notes, province);
    addUnassigned(notes, province, targets);
    return notes;
  }

  /** Compares with the plan as it would be if potential alone were the bound. */
  private static void addShortCapacity(
      List<Reason> notes, Demand demand, Total total, long[] targets) {
    long[] potential = new long[targets.length];
    Arrays.setAll(potential, demand::potential);
    long wanted = Math.min(total.asked(), demand.allPotential());
    long[] free = Apportionment.share(wanted, potential, potential);
    long count = 0;
    long lacking = 0;
    for (int i = 0; i < free.length; i++) {
      boolean held = targets[i] < free[i] && targets[i] == demand.capacity(i);
      count += held ? 1 : 0;
      lacking += held ? free[i] - targets[i] : 0;
    }
    if (count > 0) {
      notes.add(
          Reason.of(Reason.Code.CAPACITY_SHORT, Long.toString(count), Long.toString(lacking)));
    }
  }

  private static void addLostPoints(List<Reason> notes, Province province) {
    List<Organisation> lost = province.lostPoints();
    if (!lost.isEmpty()) {
      notes.add(
          Reason.of(
              Reason.Code.POINT_WITHOUT_COMMUNE,
              Integer.toString(lost.size()),
              lost.get(0).collectionPoint()));
    }
  }

  private static void addUnassigned(List<Reason> notes, Province province, long[] targets) {
    long count = 0;
    long target = 0;
    for (int i = 0; i < targets.length; i++) {
      if (province.pointsOf(province.communes().get(i)).isEmpty()) {
        count++;
        target += targets[i];
      }
    }
    if (count > 0) {
      notes.add(
          Reason.of(
              Reason.Code.COMMUNES_WITHOUT_POINT, Long.toString(count), Long.toString(target)));
    }
  }
}
