package org.baophu.night;

import org.baophu.coverage.CoverageSettings;
import org.baophu.intake.IntakeSettings;
import org.baophu.target.TargetSettings;

/** All that an operator may choose; a file says what differs from the defaults. */
public record NightSettings(
    IntakeSettings intake,
    LinkageSettings linkage,
    CoverageSettings coverage,
    TargetSettings targets) {
  /** The same, with the model of the linkage learnt anew. */
  public NightSettings withRetraining() {
    return new NightSettings(intake, linkage.withRetraining(), coverage, targets);
  }

  /** The settings that hold where nothing is set. */
  public static NightSettings defaults() {
    return new NightSettings(
        IntakeSettings.defaults(),
        LinkageSettings.defaults(),
        CoverageSettings.defaults(),
        TargetSettings.defaults());
  }
}
