package org.baophu.night;

import java.util.List;
import org.baophu.person.NationalId;
import org.baophu.person.Sex;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records that cannot be one person's, because each states a national id of its own.
 *
 * <p>An id counts as a record's own if it agrees with the birth year and the sex that the record
 * states: an id of a spouse or a child on a form does not. Two ids contradict if they differ in
 * three digits or more, which no slip of the pen explains. Twins differ in little else.
 */
final class IdConflicts {
  private static final int DIGITS_APART = 3;

  private final List<StandardRecord> records;

  IdConflicts(List<StandardRecord> records) {
    this.records = records;
  }

  /** Whether two records may be one person's. */
  boolean areCompatible(int rowA, int rowB) {
    NationalId a = ownId(records.get(rowA));
    NationalId b = a == null ? null : ownId(records.get(rowB));
    return a == null || b == null || digitsApart(a.digits(), b.digits()) < DIGITS_APART;
  }

  /** The national id of a record's own, {@code null} where it states none. */
  private static @Nullable NationalId ownId(StandardRecord record) {
    NationalId id = record.ids().nationalId();
    return id != null
            && record.birthDate().isKnown()
            && record.sex() != Sex.UNKNOWN
            && id.birthYear() == record.birthDate().year()
            && id.sex() == record.sex()
        ? id
        : null;
  }

  private static int digitsApart(String one, String other) {
    int apart = 0;
    for (int i = 0; i < one.length(); i++) {
      apart += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return apart;
  }
}
