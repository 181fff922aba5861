package org.baophu.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.baophu.standard.Details.Insurance;
import org.baophu.standard.Details.InsuranceStatus;
import org.baophu.standard.Details.Scheme;

/**
 * Whether a person is insured.
 *
 * <p>{@code p_uninsured} = (1 − missShare) × Π (1 − p) over the insurance records in force that may
 * be the person's. For a candidate outside the person's records p is its match probability. For one
 * of the person's own records p is its membership probability, but no more than that of the record
 * that gives the living and is most surely theirs: what is asked is whether the one who earns is
 * the one who is insured, and a chain is as sure as its weaker end.
 *
 * <p>Limits: the product takes the records as independent. Two candidates of which only one can be
 * theirs make {@code p_uninsured} a little too low (p = 0.5 twice gives 0.25, and 0 would be right
 * if it must be one of the two); one record that is a candidate of several persons is counted for
 * each. Whether a probability is calibrated is the linkage's matter; that a record was never
 * delivered or not compared is only in {@code missShare}.
 */
final class Insured {
  private Insured() {}

  /**
   * Whether insurance is in force: compulsory or voluntary insurance or a pension, and active. All
   * else is not: paused or ended, withdrawn as a lump sum, or health insurance alone.
   */
  static boolean isInForce(Insurance insurance) {
    return switch (insurance.scheme()) {
      case COMPULSORY, VOLUNTARY, PENSION -> insurance.status() == InsuranceStatus.ACTIVE;
      case LUMP_SUM, HEALTH_ONLY -> false;
    };
  }

  /** Whether months were paid that count again: contributions were paused or ended. */
  static boolean isReturning(Insurance insurance) {
    return switch (insurance.scheme()) {
      case COMPULSORY, VOLUNTARY -> insurance.status() != InsuranceStatus.ACTIVE;
      case PENSION, LUMP_SUM, HEALTH_ONLY -> false;
    };
  }

  /** Probability that no insurance is in force, in [0,1]. */
  static double pUninsured(Evidence evidence, List<InsuredCandidate> candidates, Rules rules) {
    double livingMembership = evidence.living().mapToDouble(evidence::membership).max().orElse(1);
    double product = 1 - rules.settings().missShare();
    for (Evidence.Detailed<Insurance> own : evidence.list(Insurance.class)) {
      if (isInForce(own.details())) {
        product *= 1 - Math.min(evidence.membership(own.record()), livingMembership);
      }
    }
    for (InsuredCandidate candidate : candidates) {
      if (isInForce(candidate.details())) {
        product *= 1 - candidate.probability();
      }
    }
    return product;
  }

  /** The record in force outside the person's own that is most likely theirs. */
  static Optional<InsuredCandidate> findNearest(List<InsuredCandidate> candidates) {
    return candidates.stream()
        .filter(candidate -> isInForce(candidate.details()))
        .min(
            Comparator.comparingDouble(InsuredCandidate::probability)
                .reversed()
                .thenComparing(InsuredCandidate::key));
  }

  /**
   * Months of contributions: the most that any of the person's records states, -1 if none does.
   * Months that were withdrawn as a lump sum, or that health insurance alone counts, are none.
   */
  static int monthsPaid(Evidence evidence) {
    return evidence.list(Insurance.class).stream()
        .filter(insurance -> hasContributions(insurance.details().scheme()))
        .mapToInt(insurance -> insurance.details().monthsPaid())
        .max()
        .orElse(-1);
  }

  /** The same of voluntary insurance alone, the only one that the state supports. */
  static int voluntaryMonthsPaid(Evidence evidence) {
    return evidence.list(Insurance.class).stream()
        .filter(insurance -> insurance.details().scheme() == Scheme.VOLUNTARY)
        .mapToInt(insurance -> insurance.details().monthsPaid())
        .max()
        .orElse(-1);
  }

  private static boolean hasContributions(Scheme scheme) {
    return switch (scheme) {
      case COMPULSORY, VOLUNTARY, PENSION -> true;
      case LUMP_SUM, HEALTH_ONLY -> false;
    };
  }
}
