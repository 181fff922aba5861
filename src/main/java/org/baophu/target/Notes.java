package org.baophu.target;

import java.util.ArrayList;
import java.util.List;
import org.baophu.coverage.Reason;

/** What holds for a plan as a whole. */
final class Notes {
  private Notes() {}

  static List<Reason> of(
      Province province, Total total, long possible, List<CommuneTarget> communes) {
    List<Reason> notes = new ArrayList<>();
    notes.add(total.reason());
    if (total.asked() > possible) {
      notes.add(
          Reason.of(
              Reason.Code.TOTAL_CAPPED, Long.toString(total.asked()), Long.toString(possible)));
    }
    addShortCapacity(notes, province, total, communes);
    if (province.potentialWithoutCommune() > 0) {
      notes.add(
          Reason.of(
              Reason.Code.POTENTIAL_WITHOUT_COMMUNE,
              Long.toString(province.potentialWithoutCommune())));
    }
    addLostPoints(notes, province);
    addUnassigned(notes, province, communes);
    return notes;
  }

  /** Compares with the plan as it would be if potential alone were the bound. */
  private static void addShortCapacity(
      List<Reason> notes, Province province, Total total, List<CommuneTarget> communes) {
    long[] potential = province.communes().stream().mapToLong(CommuneFigures::potential).toArray();
    long wanted = Math.min(total.asked(), province.potential());
    long[] free = Apportionment.share(wanted, potential, potential);
    long count = 0;
    long lacking = 0;
    for (int i = 0; i < free.length; i++) {
      long below = free[i] - communes.get(i).figures().target();
      count += below > 0 ? 1 : 0;
      lacking += Math.max(0, below);
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

  private static void addUnassigned(
      List<Reason> notes, Province province, List<CommuneTarget> communes) {
    long count = 0;
    long target = 0;
    for (int i = 0; i < communes.size(); i++) {
      if (province.pointsOf(province.communes().get(i)).isEmpty()) {
        count++;
        target += communes.get(i).figures().target();
      }
    }
    if (count > 0) {
      notes.add(
          Reason.of(
              Reason.Code.COMMUNES_WITHOUT_POINT, Long.toString(count), Long.toString(target)));
    }
  }
}
