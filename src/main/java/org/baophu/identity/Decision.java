package org.baophu.identity;

import java.time.LocalDate;
import org.baophu.person.RecordKey;
import org.jspecify.annotations.Nullable;

/**
 * A clerk's decision about two records. It binds the linkage, whatever the model believes.
 *
 * @param a the smaller of the two keys; the constructor swaps them where needed
 * @param b the greater
 * @param decidedBy who decided; may be empty
 * @param decidedOn null where not stated; such a decision gives way to any dated one
 * @param note may be empty
 */
public record Decision(
    RecordKey a,
    RecordKey b,
    Verdict verdict,
    String decidedBy,
    @Nullable LocalDate decidedOn,
    String note) {
  public Decision {
    int order = a.compareTo(b);
    if (order == 0) {
      throw new IllegalArgumentException("a decision about " + a + " and itself");
    }
    if (order > 0) {
      RecordKey greater = a;
      a = b;
      b = greater;
    }
  }

  /** The same without its note: a decision is the same one if only its note is another. */
  public Decision withoutNote() {
    return new Decision(a, b, verdict, decidedBy, decidedOn, "");
  }
}
