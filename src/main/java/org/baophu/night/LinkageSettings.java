package org.baophu.night;

/**
 * Choices about linkage that are not learnt from the data.
 *
 * @param threshold least probability at which a pair speaks for one person when clusters are built;
 *     raising it splits doubtful persons (precision up, recall down)
 * @param keepAbove least probability of a pair to be kept as a possible match; lowering it finds
 *     fainter candidates for {@code p_uninsured} and costs memory
 * @param reviewFrom least probability of a pair that a clerk is asked about
 * @param reviewTo greatest probability of a pair that a clerk is asked about
 * @param reviewLimit most pairs in a night's review file
 * @param retrainEveryDays at least 1: a model as many days old is learnt anew
 * @param retrain whether the model is learnt anew, however old it is
 */
public record LinkageSettings(
    double threshold,
    double keepAbove,
    double reviewFrom,
    double reviewTo,
    int reviewLimit,
    int retrainEveryDays,
    boolean retrain) {
  public LinkageSettings {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "linkage.threshold is " + threshold + ", not between 0 and 1");
    }
    if (!(keepAbove > 0 && keepAbove <= threshold)) {
      throw new IllegalArgumentException(
          "linkage.keep_above is " + keepAbove + ", not between 0 and the threshold " + threshold);
    }
    if (!(reviewFrom >= keepAbove && reviewFrom <= reviewTo && reviewTo <= 1)) {
      throw new IllegalArgumentException(
          "linkage: review_from and review_to are "
              + reviewFrom
              + " and "
              + reviewTo
              + ": not from at least "
              + keepAbove
              + " to at most 1");
    }
    if (reviewLimit < 0) {
      throw new IllegalArgumentException("linkage.review_limit is " + reviewLimit + ", below 0");
    }
    if (retrainEveryDays < 1) {
      throw new IllegalArgumentException(
          "linkage.retrain_every_days is " + retrainEveryDays + ", below 1");
    }
  }

  /** The choices that hold where nothing is set. */
  public static LinkageSettings defaults() {
    return new LinkageSettings(0.5, 0.01, 0.1, 0.9, 5_000, 30, false);
  }

  /** The same, with the model learnt anew. */
  public LinkageSettings withRetraining() {
    return new LinkageSettings(
        threshold, keepAbove, reviewFrom, reviewTo, reviewLimit, retrainEveryDays, true);
  }
}
