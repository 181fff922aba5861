package org.baophu.night;

/** The stages of a night, in their order. */
public enum Stage {
  /** Every file becomes standard records, rejects and a report on its quality. */
  READ,
  /**
   * The delivery as a whole is good enough, by itself and beside those of the last nights; nothing
   * slow has been done for a bad one.
   */
  CHECK,
  /** Records become clusters of one person each, with probabilities. */
  LINK,
  /** Clusters become persons: with the ids that earlier nights gave them. */
  IDENTIFY,
  /** Persons become participants, potential participants, or neither. */
  ASSESS,
  /** Potential becomes targets: after all persons are assessed, since shares need the whole. */
  PLAN,
  /** Results are held against those of the last nights: after this, all that is left is to show. */
  GATE,
  /** Results become files: written aside, stored, and put in place in one step. */
  PUBLISH
}
