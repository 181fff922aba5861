package org.baophu.unseen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The estimate, stratum by stratum.
 *
 * <p>Of a stratum, n₁₀ persons are on the tax list alone, n₀₁ on the business list alone, n₁₁ on
 * both. If the lists are independent, b = P(business | tax) is also the chance of the others, so of
 * those not on the tax list n₀₁ are seen and a negative binomial number with mean n₀₁ (1 − b) / b
 * is not. With b from the stratum alone this is Petersen's n₁₀ n₀₁ / n₁₁. Here b has a beta prior
 * with mean b₀ and strength κ, pooled over groups and communes ({@code Shares}); at its weakest it
 * counts as three persons on both lists, where Chapman's n₁₀ n₀₁ / (n₁₁ + 1) has two. So
 *
 * <pre>unseen = n₀₁ β / (α − 1),  α = κ b₀ + n₁₁,  β = κ (1 − b₀) + n₁₀</pre>
 *
 * <p>The variance has three parts: of the negative binomial under the beta posterior; of b₀, which
 * moves all communes of a group, and all groups of a commune, together; and of the links, by the
 * derivative of the estimate to a shift of n₁₁ against n₁₀ and n₀₁. Sources: Seber, The Estimation
 * of Animal Abundance (1982), chapter 3; Chao, Biometrics 43 (1987), for the interval.
 */
public final class UnseenEstimator {
  private static final double RULE_OF_THREE = 3;

  private final Shares shares;
  private final Map<String, Sums> communes = new TreeMap<>();
  private final Map<Integer, Sums> groups = new TreeMap<>();

  private UnseenEstimator(Shares shares) {
    this.shares = shares;
  }

  /** Adds up over the groups of a commune, or the communes of a group. */
  private static final class Sums {
    private double taxOnly;
    private double businessOnly;
    private double both;
    private double unseen;
    private double ownVariance;
    private double groupVariance;
    private double pull;
    private double relativeVariance;
    private double noneSeen;
  }

  /** Estimates the unseen of all communes that have a stratum. */
  public static UnseenEstimate estimate(List<Stratum> strata) {
    UnseenEstimator estimator = new UnseenEstimator(Shares.of(strata));
    for (Stratum stratum : strata) {
      estimator.count(stratum);
      if (estimator.shares.isKnown(stratum)) {
        estimator.add(stratum);
      }
    }
    estimator.addShared();
    LogLinear models = LogLinear.fit(strata);
    List<CommuneUnseen> lines = new ArrayList<>();
    estimator.communes.forEach((code, sums) -> lines.add(line(code, sums)));
    return new UnseenEstimate(lines, estimator.total(), models.models(), models.average());
  }

  private static CommuneUnseen line(String code, Sums sums) {
    return new CommuneUnseen(
        code,
        sums.taxOnly,
        sums.businessOnly,
        sums.both,
        Interval.of(sums.unseen, sums.ownVariance + sums.groupVariance, sums.noneSeen));
  }

  private void count(Stratum stratum) {
    Sums sums = communes.computeIfAbsent(stratum.communeCode(), code -> new Sums());
    sums.taxOnly += stratum.taxOnly();
    sums.businessOnly += stratum.businessOnly();
    sums.both += stratum.both();
  }

  private void add(Stratum stratum) {
    double share = shares.share(stratum);
    double alpha = shares.strength(stratum) * share + stratum.both();
    double beta = shares.strength(stratum) * (1 - share) + stratum.taxOnly();
    double unseen = stratum.businessOnly() * beta / (alpha - 1);
    double own = ownVariance(stratum, alpha, beta);
    double pull = pull(stratum, alpha, beta, share);
    Sums sums = communes.getOrDefault(stratum.communeCode(), new Sums());
    sums.unseen += unseen;
    sums.ownVariance += own;
    sums.groupVariance += pull * pull * shares.groupVariance(stratum);
    sums.pull += pull;
    sums.relativeVariance = shares.communeVariance(stratum);
    sums.noneSeen = Math.max(sums.noneSeen, RULE_OF_THREE * beta / (alpha - 1));
    Sums group = groups.computeIfAbsent(stratum.group(), number -> new Sums());
    group.pull += pull;
    group.relativeVariance = shares.groupVariance(stratum);
  }

  /** What moves all groups of a commune, or all communes of a group, moves them together. */
  private void addShared() {
    for (Sums commune : communes.values()) {
      commune.ownVariance += commune.pull * commune.pull * commune.relativeVariance;
    }
  }

  private Interval total() {
    double unseen = 0;
    double variance = 0;
    double noneSeen = 0;
    for (Sums commune : communes.values()) {
      unseen += commune.unseen;
      variance += commune.ownVariance;
      noneSeen = Math.max(noneSeen, commune.noneSeen);
    }
    for (Sums group : groups.values()) {
      variance += group.pull * group.pull * group.relativeVariance;
    }
    return Interval.of(unseen, variance, noneSeen);
  }

  /** Var[E(u|b)] + E[Var(u|b)] for u | b negative binomial, b | data beta; and the links' part. */
  private static double ownVariance(Stratum stratum, double alpha, double beta) {
    double seen = stratum.businessOnly();
    double odds = beta / (alpha - 1);
    double spread = (alpha + beta - 1) / (alpha - 2);
    double counts = seen * odds * spread + seen * seen * odds * spread / (alpha - 1);
    double slope = odds + seen * (1 + odds) / (alpha - 1);
    return counts + stratum.linkVariance() * slope * slope;
  }

  /** How far the estimate moves with the share believed, relative to it: n₀₁ / b² · b. */
  private static double pull(Stratum stratum, double alpha, double beta, double believed) {
    double share = alpha / (alpha + beta);
    double weight = 1 - (stratum.both() + stratum.taxOnly()) / (alpha + beta);
    return stratum.businessOnly() * weight * believed / (share * share);
  }
}
