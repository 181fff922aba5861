package org.baophu.link;

import java.util.List;
import java.util.function.Supplier;
import org.baophu.link.compare.Agreement;
import org.baophu.link.compare.Level;
import org.baophu.link.compare.Repeats;
import org.baophu.link.model.KnownApart;
import org.baophu.link.model.Patterns;
import org.jspecify.annotations.Nullable;

/**
 * Whether strangers are known from the pairs within a source. Two classes of pairs can be told
 * apart without labels by three fields or more that tell something (L. A. Goodman, "Exploratory
 * latent structure analysis using both identifiable and unidentifiable models", Biometrika 61,
 * 1974): with fewer, lists of names for one, any share of matches explains the pairs equally well,
 * unless it is known how often strangers agree. Mode {@code link} says that a source holds
 * everybody once, so that its own pairs show it; provided that both sources write alike, which
 * pairs drawn at random tell.
 */
final class WithinSources {
  private static final int FIELDS_THAT_SUFFICE = 3;

  /** A field tells something if chance makes it agree in fewer pairs than one in a hundred. */
  private static final double MOST_BY_CHANCE = 0.01;

  private static final double LEAST_AGREEMENT = 0.5;

  /** How many times as often a level may be found across sources as within one, or the reverse. */
  private static final double MOST_UNLIKE = 2;

  /** So many pairs more on either side, since few may be many or none by chance. */
  private static final double BY_CHANCE = 20;

  /** Levels that are so many times as common as matches can be are those of strangers. */
  private static final double COMMONER_THAN_MATCHES = 10;

  private final Agreement agreement;
  private final Patterns across;

  private WithinSources(Agreement agreement, Patterns across) {
    this.agreement = agreement;
    this.across = across;
  }

  /**
   * Pairs within a source as {@link KnownApart}, or {@code null} where the fields suffice without,
   * where such pairs may match, or where they do not show how strangers agree across sources.
   *
   * @param repeats by field the one it repeats, or -1
   * @param across pairs drawn at random of those that may match
   * @param within pairs drawn at random within sources; asked for only where they matter
   */
  static @Nullable KnownApart of(
      Agreement agreement,
      LinkMode mode,
      int[] repeats,
      Patterns across,
      Supplier<Patterns> within) {
    WithinSources sources = new WithinSources(agreement, across);
    double possible = Rows.possiblePairs(agreement.table(), LinkMode.LINK);
    double inside = Rows.possiblePairs(agreement.table(), LinkMode.DEDUPE);
    boolean matters = mode == LinkMode.LINK && sources.telling(repeats) < FIELDS_THAT_SUFFICE;
    return matters && sources.writeAlike(within.get(), sources.mostMatches(possible))
        ? new KnownApart(agreement.withinSource(), possible / inside)
        : null;
  }

  /** How many fields tell something that no other one has said. */
  private int telling(int[] repeats) {
    int telling = 0;
    for (int field = 0; field < agreement.fields(); field++) {
      double[] shares = shares(across, field);
      List<Level> levels = agreement.levels(field);
      double agree = 0;
      for (int level = 1; level < shares.length; level++) {
        agree += levels.get(level).agreement() >= LEAST_AGREEMENT ? shares[level] : 0;
      }
      telling += repeats[field] == Repeats.NOTHING && agree < MOST_BY_CHANCE ? 1 : 0;
    }
    return telling;
  }

  /** The share of the possible pairs that match at most, if nobody is in a source twice. */
  private double mostMatches(double possible) {
    double rows = agreement.table().size();
    return Math.min(1, 0.5 * rows / possible);
  }

  private boolean writeAlike(Patterns within, double mostMatches) {
    double least = COMMONER_THAN_MATCHES * mostMatches;
    for (int field = 0; field < agreement.fields(); field++) {
      double[] here = shares(within, field);
      double[] there = shares(across, field);
      double slackHere = BY_CHANCE / Math.max(1, stated(within, field));
      double slackThere = BY_CHANCE / Math.max(1, stated(across, field));
      for (int level = 1; level < here.length; level++) {
        double ratio = (there[level] + slackThere) / (here[level] + slackHere);
        boolean isOfStrangers = Math.max(here[level], there[level]) >= least;
        if (isOfStrangers && Math.max(ratio, 1 / ratio) > MOST_UNLIKE) {
          return false;
        }
      }
    }
    return true;
  }

  /** By level of a field its share of the pairs in which both records state it. */
  private double[] shares(Patterns patterns, int field) {
    double[] shares = new double[agreement.levels(field).size()];
    for (int pattern = 0; pattern < patterns.size(); pattern++) {
      shares[patterns.level(pattern, field)] += patterns.weight(pattern);
    }
    shares[0] = 0;
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    for (int level = 0; level < shares.length; level++) {
      shares[level] /= Math.max(1, sum);
    }
    return shares;
  }

  private static double stated(Patterns patterns, int field) {
    double stated = 0;
    for (int pattern = 0; pattern < patterns.size(); pattern++) {
      stated += patterns.level(pattern, field) > 0 ? patterns.weight(pattern) : 0;
    }
    return stated;
  }
}
