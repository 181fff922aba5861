package org.baophu.link.compare;

import java.util.List;

/** The agreement levels of one field and how to find the level of two values. */
interface Comparison {
  /** The levels; index 0 is {@link Level#MISSING}. */
  List<Level> levels();

  /** The level of two codes, neither of them missing. Symmetric. Safe for several threads. */
  int level(int codeA, int codeB);

  /** Whether finding a level costs so much that remembering it pays. */
  default boolean isCostly() {
    return true;
  }
}
