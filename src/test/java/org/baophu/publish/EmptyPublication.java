package org.baophu.publish;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baophu.coverage.QualityReport;
import org.baophu.target.PlanInputs;
import org.baophu.target.TargetRequest;
import org.baophu.target.Targets;
import org.baophu.unseen.UnseenEstimate;

/** A night that found nobody, the first one. */
final class EmptyPublication {
  private EmptyPublication() {}

  static Publication in(String language) {
    return new Publication(
        SmallPublication.DATE,
        Locale.forLanguageTag(language),
        List.of(SmallPublication.TAM_THANH),
        List.of(),
        sink -> {},
        List.of(),
        Targets.plan(
            new PlanInputs(SmallPublication.DATE, List.of(), List.of(), List.of(), null),
            TargetRequest.ofTotal(0, 2026)),
        UnseenEstimate.none(),
        FieldWork.none(SmallPublication.DATE),
        List.of(),
        QualityReport.none(),
        SmallPublication.NO_SAMPLE,
        List.of(),
        List.of(),
        sink -> {},
        new NightFacts(
            "1.0.0",
            "run-0",
            Instant.EPOCH,
            List.of(),
            List.of(),
            Map.of(),
            new NightFacts.Model(0, 0, false, List.of(), Map.of()),
            new NightFacts.Counts(0, 0, 0, Map.of(), Map.of()),
            List.of(),
            null));
  }
}
