package org.baophu.unseen;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is believed of each stratum's P(business | tax) before its own persons are looked at: its
 * group's share in the province, times how much more, or less, its commune has than its groups
 * would make one expect.
 *
 * <p>The ratio of a commune is observed over expected, with a gamma prior around 1 as strong as
 * communes differ: strength (1 − b) / τ², τ² their variance beyond chance by the method of moments.
 * Around that share strata differ with overdispersion ρ, again by moments; the beta prior's
 * strength is κ = 1/ρ − 1, and at least so that it counts as three persons on both lists.
 */
final class Shares {
  private static final double LEAST_PRIOR = 3;
  private static final double MOST_SHARE = 0.98;

  /** A prior as strong as a hundred times all persons is one that cannot be moved. */
  private static final double MOST_STRENGTH = 100;

  /**
   * A commune is drawn to the others by a tenth at most where it has enough persons of its own:
   * where few are on one list few are on the other, so that drawing both together biases the sum.
   */
  private static final double CAUTION = 10;

  private final Map<Integer, Group> groups = new TreeMap<>();
  private final Map<String, Commune> communes = new TreeMap<>();
  private double persons;
  private double both;
  private double ratioStrength;
  private double strength;

  /** A group in all communes. */
  private static final class Group {
    private double persons;
    private double both;
    private double squares;

    /** One person more on both lists, as in Chapman's estimator. */
    private double share() {
      return Math.min(MOST_SHARE, (both + 1) / (persons + 1));
    }
  }

  /** A commune with all its groups. */
  private static final class Commune {
    private double observed;
    private double expected;
  }

  private Shares() {}

  static Shares of(List<Stratum> strata) {
    Shares shares = new Shares();
    for (Stratum stratum : strata) {
      Group group = shares.groups.computeIfAbsent(stratum.group(), number -> new Group());
      double here = taxed(stratum);
      group.persons += here;
      group.both += stratum.both();
      group.squares += here * here;
      shares.persons += here;
      shares.both += stratum.both();
    }
    for (Stratum stratum : strata) {
      Commune commune =
          shares.communes.computeIfAbsent(stratum.communeCode(), code -> new Commune());
      commune.observed += stratum.both();
      commune.expected += taxed(stratum) * shares.group(stratum).share();
    }
    shares.ratioStrength = shares.ratioStrength();
    shares.strength = shares.strength(strata);
    return shares;
  }

  private static double taxed(Stratum stratum) {
    return stratum.both() + stratum.taxOnly();
  }

  private Group group(Stratum stratum) {
    return groups.getOrDefault(stratum.group(), new Group());
  }

  private Commune commune(Stratum stratum) {
    return communes.getOrDefault(stratum.communeCode(), new Commune());
  }

  /** Whether anybody of the stratum's group is on both lists; else nothing can be said of it. */
  boolean isKnown(Stratum stratum) {
    return group(stratum).both > 0;
  }

  /** The share believed of a stratum. */
  double share(Stratum stratum) {
    return Math.min(MOST_SHARE, group(stratum).share() * ratio(commune(stratum)));
  }

  /** κ of a stratum. */
  double strength(Stratum stratum) {
    return Math.max(LEAST_PRIOR / share(stratum), strength);
  }

  /** Variance of a group's share, relative to its square. */
  double groupVariance(Stratum stratum) {
    Group group = group(stratum);
    double design = 1 + Math.max(0, group.squares / group.persons - 1) / (strength + 1);
    return (1 - group.share()) / group.share() / group.persons * design;
  }

  /** Variance of a commune's ratio, relative to its square. */
  double communeVariance(Stratum stratum) {
    return (1 - mean()) / (commune(stratum).expected + ratioStrength);
  }

  private double mean() {
    return persons == 0 ? 0 : both / persons;
  }

  private double ratio(Commune commune) {
    // The last term as in Chapman's estimator, since the estimate goes with 1 / ratio.
    return (commune.observed + ratioStrength + 1 - mean()) / (commune.expected + ratioStrength);
  }

  private double ratioStrength() {
    double excess = 0;
    double weight = 0;
    for (Commune commune : communes.values()) {
      if (commune.expected > 0) {
        double off = commune.observed / commune.expected - 1;
        excess += commune.expected * off * off - (1 - mean());
        weight += commune.expected;
      }
    }
    double most = Math.max(LEAST_PRIOR, weight / Math.max(1, communes.size()) / CAUTION);
    return excess <= 0 ? most : Math.max(1, Math.min(most, (1 - mean()) * weight / excess));
  }

  private double strength(List<Stratum> strata) {
    double excess = 0;
    double weight = 0;
    for (Stratum stratum : strata) {
      double here = taxed(stratum);
      double share = share(stratum);
      if (here > 0 && isKnown(stratum)) {
        double off = stratum.both() / here - share;
        excess += here * off * off / (share * (1 - share)) - 1;
        weight += here - 1;
      }
    }
    double most = MOST_STRENGTH * (persons + LEAST_PRIOR);
    return excess <= 0 || weight <= 0 ? most : Math.max(1, Math.min(most, weight / excess - 1));
  }
}
