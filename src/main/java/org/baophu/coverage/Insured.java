package org.baophu.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.baophu.standard.Details.Insurance;
import org.baophu.standard.Details.InsuranceStatus;
import org.baophu.standard.Details.Scheme;
import org.baophu.standard.StandardRecord;

/**
 * Whether a person is insured.
 *
 * <p>{@code p_uninsured = (1 − own) · (1 − others) · (1 − miss)}. {@code own} is the greatest
 * membership probability of the person's records in force, but no more than that of the record that
 * gives the living and is most surely theirs: what is asked is whether the one who earns is the one
 * who is insured, and a chain is as sure as its weaker end. Where somebody decided that the two
 * records are one person's, {@code own} is 1. {@code others} is the sum of the probabilities of the
 * candidates: they exclude each other, and say so already ({@link InsuredCandidate}). {@code miss}
 * is {@code missShare} where the person has no insurance record at all: nearly everybody has one,
 * so who has none is whose record was not found.
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
    List<Evidence.Detailed<Insurance>> all = evidence.list(Insurance.class);
    double own =
        all.stream()
            .filter(insurance -> isInForce(insurance.details()))
            .mapToDouble(insurance -> belongs(insurance.record(), evidence))
            .max()
            .orElse(0);
    double others =
        candidates.stream()
            .filter(candidate -> isInForce(candidate.details()))
            .mapToDouble(InsuredCandidate::probability)
            .sum();
    double miss = all.isEmpty() ? rules.settings().missShare() : 0;
    return (1 - own) * (1 - Math.min(1, others)) * (1 - miss);
  }

  /** Probability that a record of insurance is that of the one who has the living. */
  private static double belongs(StandardRecord insurance, Evidence evidence) {
    if (evidence.living().anyMatch(living -> evidence.areJoined(living, insurance))) {
      return 1;
    }
    double living = evidence.living().mapToDouble(evidence::membership).max().orElse(1);
    return Math.min(evidence.membership(insurance), living);
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
