package org.baophu.coverage;

import org.baophu.person.RecordKey;
import org.baophu.standard.Details.Insurance;

/**
 * An insurance record that is not among a person's records, but may be theirs.
 *
 * @param probability that it is theirs, in [0,1]
 */
public record InsuredCandidate(RecordKey key, Insurance details, double probability) {
  public InsuredCandidate {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "match probability of " + key + " is " + probability + ", not within [0,1]");
    }
  }
}
