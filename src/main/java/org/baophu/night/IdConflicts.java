package org.baophu.night;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.baophu.link.RowPair;
import org.baophu.person.NationalId;
import org.baophu.person.Sex;
import org.baophu.standard.StandardRecord;

/**
 * Records that cannot be one person's, because each states a national id of its own.
 *
 * <p>An id counts as a record's own if it agrees with the birth year and the sex that the record
 * states: an id of a spouse or a child on a form does not. Two ids contradict if they differ in
 * three digits or more, which no slip of the pen explains. Twins differ in little else.
 */
final class IdConflicts {
  private static final int DIGITS_APART = 3;

  private IdConflicts() {}

  /**
   * The contradicting pairs among records that ended in one cluster.
   *
   * @param clusterOf the cluster of each record, from 0 to below {@code clusterCount}
   */
  static List<RowPair> within(
      int clusterCount, IntUnaryOperator clusterOf, List<StandardRecord> records) {
    List<List<Integer>> owners = new ArrayList<>();
    for (int i = 0; i < clusterCount; i++) {
      owners.add(List.of());
    }
    List<RowPair> conflicts = new ArrayList<>();
    for (int row = 0; row < records.size(); row++) {
      if (ownsItsId(records.get(row))) {
        int cluster = clusterOf.applyAsInt(row);
        for (int other : owners.get(cluster)) {
          if (contradict(records.get(other), records.get(row))) {
            conflicts.add(new RowPair(other, row));
          }
        }
        if (owners.get(cluster).isEmpty()) {
          owners.set(cluster, new ArrayList<>(2));
        }
        owners.get(cluster).add(row);
      }
    }
    return conflicts;
  }

  private static boolean ownsItsId(StandardRecord record) {
    NationalId id = record.ids().nationalId();
    return id != null
        && record.birthDate().isKnown()
        && record.sex() != Sex.UNKNOWN
        && id.birthYear() == record.birthDate().year()
        && id.sex() == record.sex();
  }

  private static boolean contradict(StandardRecord a, StandardRecord b) {
    String one = String.valueOf(a.ids().nationalId());
    String other = String.valueOf(b.ids().nationalId());
    int apart = 0;
    for (int i = 0; i < one.length(); i++) {
      apart += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return apart >= DIGITS_APART;
  }
}
