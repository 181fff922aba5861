package org.baophu.coverage;

import org.jspecify.annotations.Nullable;

/**
 * What a person is to the office.
 *
 * @param communeCode empty where unknown
 * @param communeDisputed whether the person's records name more than one commune
 * @param pUninsured probability that the person has no insurance in force, in [0,1]; 0 or 1 where a
 *     clerk found out
 * @param given the same by the records alone, before checks of clerks have their say
 * @param potential given for {@link Standing#POTENTIAL} and for nobody else
 */
public record Assessment(
    String personId,
    Standing standing,
    String communeCode,
    boolean communeDisputed,
    double pUninsured,
    double given,
    @Nullable Potential potential) {
  public Assessment {
    if ((standing == Standing.POTENTIAL) != (potential != null)) {
      throw new IllegalArgumentException(
          "person " + personId + ": only a potential participant has such details");
    }
  }

  /** Of somebody whom no clerk has checked, where no check has taught anything. */
  public Assessment(
      String personId,
      Standing standing,
      String communeCode,
      boolean communeDisputed,
      double pUninsured,
      @Nullable Potential potential) {
    this(personId, standing, communeCode, communeDisputed, pUninsured, pUninsured, potential);
  }
}
