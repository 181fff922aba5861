package org.baophu.night;

import org.baophu.coverage.Assessment;
import org.baophu.coverage.Standing;
import org.baophu.publish.ReviewPair;
import org.baophu.publish.ReviewPair.Effect;

/** What a pair would change in the lists if a clerk found it to be a match. */
final class Effects {
  private final Publishing.Results results;
  private final int[] personOfRow;

  Effects(Publishing.Results results) {
    this.results = results;
    this.personOfRow = results.persons().personOfRow(results.delivered().records().size());
  }

  ReviewPair of(ReviewCandidate pair) {
    Assessment a = results.assessments().get(personOfRow[pair.rowA()]);
    Assessment b = results.assessments().get(personOfRow[pair.rowB()]);
    if (a.personId().equals(b.personId())) {
      return pair(pair, Effect.CONFIRMS, "");
    }
    if (a.standing() == Standing.POTENTIAL && b.standing() == Standing.INSURED) {
      return pair(pair, Effect.LEAVES_LIST, a.personId());
    }
    if (b.standing() == Standing.POTENTIAL && a.standing() == Standing.INSURED) {
      return pair(pair, Effect.LEAVES_LIST, b.personId());
    }
    return pair(pair, Effect.CHANGES_NO_LIST, "");
  }

  private ReviewPair pair(ReviewCandidate pair, Effect effect, String personId) {
    return new ReviewPair(
        results.delivered().records().get(pair.rowA()).key(),
        results.delivered().records().get(pair.rowB()).key(),
        pair.probability(),
        pair.weightBits(),
        pair.evidence(),
        effect,
        personId);
  }
}
