package org.baophu.coverage;

/**
 * How much each advantage counts in the {@link Priority}; shares that add up to 1.
 *
 * @param obliged the law already obliges the person
 * @param progress the part of the way to a pension that is already paid
 * @param support the part of the contribution that others pay
 * @param nearPension retirement age is near
 */
public record PriorityWeights(double obliged, double progress, double support, double nearPension) {
  private static final double ROUNDING = 1e-9;

  public PriorityWeights {
    double sum = obliged + progress + support + nearPension;
    double least = Math.min(Math.min(obliged, progress), Math.min(support, nearPension));
    if (!(least >= 0) || Math.abs(sum - 1) > ROUNDING) {
      throw new IllegalArgumentException(
          "priority weights must be at least 0 and add up to 1, not " + sum);
    }
  }

  /** 0.4, 0.3, 0.2, 0.1. */
  public static PriorityWeights defaults() {
    return new PriorityWeights(0.4, 0.3, 0.2, 0.1);
  }
}
