package org.baophu.link;

import org.baophu.link.block.PairList;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.model.Lessons;
import org.baophu.link.model.Scorer;

/** Learns from decided pairs, each by what it weighs where nothing was decided. */
final class Teaching {
  private final Scorer scorer;
  private final Scoring.Evidence evidence;
  private final PairWeights kept;
  private final Companions companions;
  private final Lessons.Learning learning;

  /**
   * @param scorer of the model without lessons
   * @param evidence about any pair
   * @param kept the same about pairs that are kept, {@code NaN} about others
   * @param companions by clusters that were made without the decisions
   */
  Teaching(Scorer scorer, Scoring.Evidence evidence, PairWeights kept, Companions companions) {
    this.scorer = scorer;
    this.evidence = evidence;
    this.kept = kept;
    this.companions = companions;
    this.learning = new Lessons.Learning(scorer.parents().length);
  }

  /**
   * Takes decided pairs in.
   *
   * @param pairs by place, sorted
   */
  void add(PairList pairs, boolean match) {
    for (int pair = 0; pair < pairs.size(); pair++) {
      int a = pairs.rowA(pair);
      int b = pairs.rowB(pair);
      double own = evidence.bits(a, b);
      // What the mode never compares teaches nothing about what it does.
      if (!Double.isNaN(own)) {
        double weight = companions.weightBits(a, b, own, evidence, kept);
        learning.add(weight, evidence.parts(a, b), match);
      }
    }
  }

  Lessons lessons() {
    return learning.lessons();
  }
}
