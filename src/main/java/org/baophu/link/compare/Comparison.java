package org.baophu.link.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agreement levels of one field and how to find the level of two values. */
interface Comparison {
  /** The levels; index 0 is {@link Level#MISSING}. */
  List<Level> levels();

  /** The level of two codes, neither of them missing. Symmetric. Safe for several threads. */
  int level(int codeA, int codeB);

  /** The words of the values by code, {@code null} where they are not read word by word. */
  default @Nullable Words words() {
    return null;
  }

  /** Whether finding a level costs so much that remembering it pays. */
  default boolean isCostly() {
    return true;
  }

  /** The answer of {@link #level(long, long)} where the two numbers do not tell. */
  int UNKNOWN = -1;

  /**
   * A number other than 0 that stands for a value where many are compared: what it takes to tell
   * most pairs apart, so that their values need not be looked up.
   */
  default long packed(int code) {
    return code + 1L;
  }

  /** The level of two values by their numbers, or {@link #UNKNOWN}. */
  default int level(long packedA, long packedB) {
    if (isCostly()) {
      return UNKNOWN;
    }
    int codeA = (int) packedA - 1;
    int codeB = (int) packedB - 1;
    return codeA < codeB ? level(codeA, codeB) : level(codeB, codeA);
  }

  /**
   * The levels of pairs of values by their numbers, 0 where either is 0, as {@link #level(long,
   * long)} tells them. What is compared most often does so in a loop of its own, so that nothing
   * has to be found out pair by pair about which kind of comparison it is.
   *
   * @param levels of the first {@code count} pairs
   */
  default void levels(long[] packedA, long[] packedB, int count, int[] levels) {
    for (int i = 0; i < count; i++) {
      levels[i] = packedA[i] == 0 || packedB[i] == 0 ? 0 : level(packedA[i], packedB[i]);
    }
  }

  /**
   * Reads from memory what {@link #level(long, long)} will ask for of some values, so that it need
   * not wait for them one after the other.
   *
   * @param packed numbers of values, 0 where there is none; the first {@code count} of it
   * @return something that depends on all that was read
   */
  default long fetch(long[] packed, int count) {
    return 0;
  }
}
