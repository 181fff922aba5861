package org.baophu.link.incremental;

import java.util.Arrays;
import java.util.Optional;

/** Which records are new, changed, gone or as they were. Immutable. */
public final class Difference {
  private static final int NONE = -1;

  private final int[] before;
  private final int[] now;
  private final int added;
  private final int changed;
  private final int withdrawn;

  private Difference(int[] before, int[] now, int added, int changed, int withdrawn) {
    this.before = before;
    this.now = now;
    this.added = added;
    this.changed = changed;
    this.withdrawn = withdrawn;
  }

  /** The difference, or none where records cannot be known again for certain. */
  public static Optional<Difference> of(Fingerprints records, LinkState state) {
    LongIndex known = new LongIndex(state.ids());
    if (!records.areDistinct() || !known.isDistinct()) {
      return Optional.empty();
    }
    int[] before = new int[records.size()];
    int[] now = new int[state.rows()];
    Arrays.fill(now, NONE);
    int added = 0;
    int changed = 0;
    int last = NONE;
    boolean inOrder = true;
    for (int place = 0; place < before.length; place++) {
      int old = known.find(records.ids()[place]);
      boolean isSame = old >= 0 && state.contents()[old] == records.contents()[place];
      before[place] = isSame ? old : NONE;
      if (isSame) {
        now[old] = place;
        inOrder &= old > last;
        last = old;
      } else if (old < 0) {
        added++;
      } else {
        changed++;
      }
    }
    int withdrawn = state.rows() - (before.length - added);
    return inOrder
        ? Optional.of(new Difference(before, now, added, changed, withdrawn))
        : Optional.empty();
  }

  /** The place that a row had, -1 where it is new or changed. */
  public int before(int row) {
    return before[row];
  }

  /** The place that an unchanged row of then has now, -1 where there is none. */
  public int now(int oldRow) {
    return now[oldRow];
  }

  /** Whether a row is new or changed. */
  public boolean isFresh(int row) {
    return before[row] == NONE;
  }

  /** All new and changed rows, ascending. */
  public int[] fresh() {
    int[] fresh = new int[added + changed];
    int used = 0;
    for (int row = 0; row < before.length; row++) {
      if (before[row] == NONE) {
        fresh[used++] = row;
      }
    }
    return fresh;
  }

  /** How many records were not there before. */
  public int added() {
    return added;
  }

  /** How many say something else than before. */
  public int changed() {
    return changed;
  }

  /** How many are no longer there. */
  public int withdrawn() {
    return withdrawn;
  }
}
