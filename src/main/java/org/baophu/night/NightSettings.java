package org.baophu.night;

import org.baophu.coverage.CoverageSettings;
import org.baophu.intake.IntakeSettings;

/**
 * All that an operator may choose; a file says what differs from the defaults.
 *
 * @param targetTotal new voluntary participants that the province asks for, or {@link
 *     org.baophu.target.TargetRequest#NOT_GIVEN}
 */
public record NightSettings(
    IntakeSettings intake, LinkageSettings linkage, CoverageSettings coverage, long targetTotal) {
  /** The settings that hold where nothing is set. */
  public static NightSettings defaults() {
    return new NightSettings(
        IntakeSettings.defaults(),
        LinkageSettings.defaults(),
        CoverageSettings.defaults(),
        org.baophu.target.TargetRequest.NOT_GIVEN);
  }
}
