package org.baophu.identity;

import org.baophu.person.RecordKey;

/**
 * A record of a person.
 *
 * @param key the record
 * @param probability that the record is this person's, in [0,1]
 */
public record Membership(RecordKey key, double probability) {
  public Membership {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "membership probability of " + key + " is " + probability + ", not within [0,1]");
    }
  }
}
