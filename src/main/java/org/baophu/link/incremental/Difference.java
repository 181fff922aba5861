package org.baophu.link.incremental;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which records are new, changed, gone or as they were. Immutable. */
public final class Difference {
  private static final int NONE = -1;

  private final int[] before;
  private final int[] now;

  /** Unchanged rows that follow each other, then as now: where a run stood, stands, how long. */
  private final int[][] runs;

  private final int added;
  private final int changed;
  private final int withdrawn;

  private Difference(int[] before, int[] now, int[][] runs, int added, int changed, int withdrawn) {
    this.before = before;
    this.now = now;
    this.runs = runs;
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
    List<int[]> runs = new ArrayList<>();
    int[] run = {NONE, NONE, 0};
    long[] ids = records.ids();
    int changed = 0;
    int stayed = 0;
    int place = 0;
    for (int old = 0; old < known.length; old++) {
      boolean isNext = place < before.length && ids[place] == known[old];
      int found = isNext ? place : records.find(known[old]);
      if (found >= 0 && found < place) {
        return Optional.empty();
      }
      if (found >= 0) {
        place = found + 1;
        stayed++;
        boolean isSame = records.contents()[found] == state.contents()[old];
        if (isSame) {
          before[found] = old;
          now[old] = found;
          if (old != run[0] + run[2] || found != run[1] + run[2]) {
            run = new int[] {old, found, 0};
            runs.add(run);
          }
          run[2]++;
        } else {
          changed++;
        }
      }
    }
    return Optional.of(
        new Difference(
            before,
            now,
            runs.toArray(int[][]::new),
            before.length - stayed,
            changed,
            known.length - stayed));
  }

  /** Copies what there is of some rows that stand one behind the other. */
  public interface Copying {
    /**
     * @param from the place that the first of them had
     * @param to the place that it has now
     * @param rows how many they are
     */
    void copy(int from, int to, int rows);
  }

  /** Copies what there is of all unchanged rows, many at a time, in their order. */
  public void copyUnchanged(Copying copying) {
    for (int[] run : runs) {
      copying.copy(run[0], run[1], run[2]);
    }
  }

  /** The place that a row had, -1 where it is new or changed. */
  public int before(int row) {
    return before[row];
  }

  /** The place that an unchanged row of then has now, -1 where there is none. */
  public int now(int oldRow) {
    return now[oldRow];
  }

  /** How many rows there are now. */
  public int rows() {
    return before.length;
  }

  /** All new and changed rows, ascending. */
  public int[] fresh() {
    int[] fresh = new int[added + changed];
    int used = 0;
    int from = 0;
    for (int[] run : runs) {
      used = addAll(from, run[1], fresh, used);
      from = run[1] + run[2];
    }
    addAll(from, before.length, fresh, used);
    return fresh;
  }

  /** Adds the rows {@code from} to {@code to - 1} and says how many there are then. */
  private static int addAll(int from, int to, int[] rows, int size) {
    for (int row = from; row < to; row++) {
      rows[size + row - from] = row;
    }
    return size + to - from;
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
