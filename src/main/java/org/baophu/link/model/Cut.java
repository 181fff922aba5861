package org.baophu.link.model;

/**
 * What parts two groups of records, by how many records stand on both sides. Kinds of cuts differ
 * in how often records on both sides are one's, since each entity has only so many records.
 */
public final class Cut {
  /** How many kinds there are. */
  public static final int KINDS = 9;

  /** One record on either side, and no third beside them. */
  public static final int ALONE = 0;

  private static final int[] ONE_AND_UP_TO = {1, 2, 3, 6};
  private static final int[] MORE_AND_PAIRS_UP_TO = {4, 8, 18};

  private static final int[] LEAST_PAIRS = {1, 2, 3, 4, 7, 4, 5, 9, 19};

  private Cut() {}

  /**
   * The kind of a cut: one record against 1, 2, 3, 4 to 6, or more; several against several with 4,
   * 5 to 8, 9 to 18, or more pairs across.
   *
   * @param sizeA how many records stand on one side, at least 1
   */
  public static int kind(int sizeA, int sizeB) {
    int fewer = Math.min(sizeA, sizeB);
    long larger = Math.max(sizeA, sizeB);
    return fewer == 1
        ? step(ONE_AND_UP_TO, larger)
        : ONE_AND_UP_TO.length + 1 + step(MORE_AND_PAIRS_UP_TO, fewer * larger);
  }

  /** The fewest pairs across a cut of a kind. */
  static int leastPairs(int kind) {
    return LEAST_PAIRS[kind];
  }

  private static int step(int[] bounds, long number) {
    int step = 0;
    while (step < bounds.length && number > bounds[step]) {
      step++;
    }
    return step;
  }
}
