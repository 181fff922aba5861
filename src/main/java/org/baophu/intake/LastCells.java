package org.baophu.intake;

import java.util.HashSet;
import java.util.Set;

/**
 * What the last column of a file holds, to tell whether the very last cell of a file that does not
 * end its last line is whole. A cut right behind a delimiter leaves an empty cell; a cut within a
 * cell leaves the beginning of a value, or less than the length that all the others have.
 */
final class LastCells {
  private static final long ROWS_NEEDED = 20;
  private static final int LENGTH_NEEDED = 4;

  /** Distinct values remembered; where there are more, any other may be whole as well. */
  private static final int MOST = 1_000;

  private final Set<String> seen = new HashSet<>();
  private int shortest = Integer.MAX_VALUE;
  private int longest;
  private long rows;

  void add(String cell) {
    shortest = Math.min(shortest, cell.length());
    longest = Math.max(longest, cell.length());
    rows++;
    if (seen.size() < MOST) {
      seen.add(cell);
    }
  }

  /** Whether the last cell of a file without a last line end looks cut. */
  boolean isCut(String cell) {
    boolean steady = shortest == longest && longest >= LENGTH_NEEDED && rows >= ROWS_NEEDED;
    return cell.isEmpty() || (steady && cell.length() < shortest) || isBeginning(cell);
  }

  private boolean isBeginning(String cell) {
    return !seen.contains(cell) && seen.stream().anyMatch(whole -> whole.startsWith(cell));
  }
}
