package org.baophu.night;

import org.baophu.coverage.CoverageSettings;
import org.baophu.gate.GateSettings;
import org.baophu.intake.IntakeSettings;
import org.baophu.sample.SampleSettings;
import org.baophu.target.TargetSettings;

/**
 * All that an operator may choose; a file says what differs from the defaults.
 *
 * @param targets how targets are made
 * @param gates what may not be published
 * @param retention how long what a night leaves is kept
 * @param publish what is published beside the lists
 * @param auditSample what clerks are asked to check
 */
public record NightSettings(
    IntakeSettings intake,
    LinkageSettings linkage,
    CoverageSettings coverage,
    TargetSettings targets,
    GateSettings gates,
    RetentionSettings retention,
    PublishSettings publish,
    SampleSettings auditSample) {
  /** The same, with the model of the linkage learnt anew. */
  public NightSettings withRetraining() {
    return new NightSettings(
        intake,
        linkage.withRetraining(),
        coverage,
        targets,
        gates,
        retention,
        publish,
        auditSample);
  }

  /** The settings that hold where nothing is set. */
  public static NightSettings defaults() {
    return new NightSettings(
        IntakeSettings.defaults(),
        LinkageSettings.defaults(),
        CoverageSettings.defaults(),
        TargetSettings.defaults(),
        GateSettings.defaults(),
        RetentionSettings.defaults(),
        PublishSettings.defaults(),
        SampleSettings.defaults());
  }
}
