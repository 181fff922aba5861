package org.baophu.publish;

import org.baophu.person.RecordKey;

/**
 * Two records that a clerk should look at: the evidence does not decide whether they are one
 * person.
 *
 * @param a the smaller key
 * @param b the greater key
 * @param probability that they are one person, in [0,1]
 * @param weightBits the evidence as a sum of bits; negative where it speaks against
 * @param evidence what agrees and what does not, field by field
 * @param effect what changes in the lists if it is a match
 * @param personId the person whose row changes; empty where none does
 */
public record ReviewPair(
    RecordKey a,
    RecordKey b,
    double probability,
    double weightBits,
    String evidence,
    Effect effect,
    String personId) {

  /** What a match would change in the lists. */
  public enum Effect {
    /** Nothing: both are held to be one person already. */
    CONFIRMS,
    /** The person turns out to be insured and leaves the list. */
    LEAVES_LIST,
    /** Records of two persons come together; the lists stay as they are. */
    CHANGES_NO_LIST
  }
}
