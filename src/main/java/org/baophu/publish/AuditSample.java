package org.baophu.publish;

import java.util.List;
import java.util.Map;
import org.baophu.coverage.Portrait;
import org.baophu.coverage.Recalibration;
import org.baophu.sample.Drawn;
import org.baophu.sample.SampleQuality;

/**
 * Whom a clerk is asked to check, and what clerks' answers so far say of the lists.
 *
 * @param rows in the order in which they are to be written
 * @param quality by the answers of earlier nights
 * @param claimedWrong by region, and under {@link #PROVINCE}, how many rows the model expects to be
 *     wrong
 * @param claimedMissed the same of persons missed
 * @param recalibration what the answers make of {@code p_uninsured} tonight
 */
public record AuditSample(
    List<Row> rows,
    SampleQuality quality,
    Map<String, Double> claimedWrong,
    Map<String, Double> claimedMissed,
    Recalibration recalibration) {
  /** No region has that name. */
  public static final String PROVINCE = "*";

  public AuditSample {
    rows = List.copyOf(rows);
    claimedWrong = Map.copyOf(claimedWrong);
    claimedMissed = Map.copyOf(claimedMissed);
  }

  /**
   * Somebody to be checked.
   *
   * @param runId the run that drew them, which the answer names
   * @param communeCode empty where unknown
   */
  public record Row(String runId, Drawn drawn, Portrait portrait, String communeCode) {}
}
