package org.baophu.link;

import org.baophu.link.cluster.PairWeights;

/** The evidence about any pair of rows that may be compared. For one thread. */
interface PairEvidence extends PairWeights {
  /** What decided pairs have taught about a pair, in bits. */
  double lessonBits(int rowA, int rowB);
}
