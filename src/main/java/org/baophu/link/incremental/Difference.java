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

  /**
   * The difference, or none where records cannot be known again for certain: ids that are not
   * distinct, or records that stand in another order. Both lists are walked once, side by side.
   */
  public static Optional<Difference> of(Fingerprints records, LinkState state) {
    if (!records.areDistinct()) {
      return Optional.empty();
    }
    long[] known = state.ids();
    int[] before = new int[records.size()];
    int[] now = new int[known.length];
    Arrays.fill(before, NONE);
    Arrays.fill(now, NONE);
    int changed = 0;
    int stayed = 0;
    int place = 0;
    for (int old = 0; old < known.length; old++) {
      boolean isNext = place < before.length && records.ids()[place] == known[old];
      int found = isNext ? place : records.find(known[old]);
      if (found >= 0 && found < place) {
        return Optional.empty();
      }
      if (found >= 0) {
        place = found + 1;
        stayed++;
        boolean isSame = records.contents()[found] == state.contents()[old];
        before[found] = isSame ? old : NONE;
        now[old] = isSame ? found : NONE;
        changed += isSame ? 0 : 1;
      }
    }
    return Optional.of(
        new Difference(before, now, before.length - stayed, changed, known.length - stayed));
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
