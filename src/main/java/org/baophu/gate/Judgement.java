package org.baophu.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gate says of a number.
 *
 * @param least the least value that passes; negative infinity where none is too small
 * @param most the greatest value that passes; positive infinity where none is too large
 * @param usual the median of the nights that the bounds were learnt from; NaN where there are none
 * @param history the values of the nights that taught the bounds, the latest first
 * @param acceptance given for {@link Verdict#ACCEPTED} and for nothing else
 */
public record Judgement(
    Measure measure,
    double value,
    double least,
    double most,
    double usual,
    List<Double> history,
    Verdict verdict,
    @Nullable Acceptance acceptance) {
  public Judgement {
    history = List.copyOf(history);
    if ((verdict == Verdict.ACCEPTED) != (acceptance != null)) {
      throw new IllegalArgumentException(measure + ": accepted needs a reason, nothing else does");
    }
  }

  /** Whether this keeps the night from being published. */
  public boolean stops() {
    return verdict == Verdict.STOPPED;
  }

  /** Whether a reader of the night should know: out of bounds, whatever came of it. */
  public boolean outOfBounds() {
    return verdict == Verdict.STOPPED || verdict == Verdict.WARNED || verdict == Verdict.ACCEPTED;
  }
}
