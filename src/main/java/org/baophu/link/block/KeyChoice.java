package org.baophu.link.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.baophu.link.parallel.Tasks;

/**
 * The chosen keys and what is known of what they miss.
 *
 * @param keys in the order in which they claim pairs
 * @param numbers the keys' indexes in the pool
 * @param matches estimated number of matches
 * @param missShare estimated share of the matches that no key reaches
 */
public record KeyChoice(List<BlockingKey> keys, int[] numbers, double matches, double missShare) {
  private static final double ALL_PAIRS_PER_ROW = 60;
  private static final double LEAST_BUDGET = 200_000;
  private static final int MOST_KEYS = 24;

  /** How many pairs a key may bring up for each match that it adds, unless it is a small one. */
  private static final double MOST_PAIRS_A_MATCH = 2_000;

  private static final double FEW_PAIRS = 200_000;

  /** What the first, second and third key that reach a match are worth. */
  private static final double[] GAIN = {1, 0.1, 0.02};

  /**
   * Chooses keys one by one by how much they add to the reach per pair to compare.
   *
   * @param matchProbability for each pair of the pool
   * @param rows of the table
   * @param matchesPerRow as in {@link KeySearch}: what they take comes on top of other pairs
   */
  public static KeyChoice of(
      PairPool pool, double[] matchProbability, int rows, double matchesPerRow, int threads) {
    int[] matches =
        IntStream.range(0, pool.pairs().size()).filter(i -> matchProbability[i] >= 0.5).toArray();
    List<BitSet> reached = pool.reached(matches, threads);
    double[] worth = pool.weights(reached, matches.length);
    Arrays.setAll(worth, i -> matchProbability[matches[i]] * worth[i]);
    List<int[]> matchesOf =
        Tasks.run(threads, pool.keys().size(), key -> reached.get(key).stream().toArray());
    double perRow = ALL_PAIRS_PER_ROW + 2 * KeySearch.PAIRS_A_MATCH * matchesPerRow;
    double budget = perRow * rows + LEAST_BUDGET;
    List<Integer> chosen = new Greedy(pool.keys(), rows, matchesOf, worth).chosen(budget);
    // Pairs that agree on the most telling keys are settled by them: fewest pairs first.
    List<Integer> sorted =
        chosen.stream()
            .sorted(Comparator.comparingDouble(k -> pool.keys().get(k).expectedPairs()))
            .toList();
    return new KeyChoice(
        sorted.stream().map(pool.keys()::get).toList(),
        sorted.stream().mapToInt(Integer::intValue).toArray(),
        DoubleStream.of(worth).sum(),
        missShare(matchesOf, worth, chosen));
  }

  /** Chooses keys one by one. */
  private static final class Greedy {
    /** More than sums of the same numbers in the same order can be off. */
    private static final double ROUNDING = 1 + 1e-9;

    private final List<BlockingKey> keys;
    private final int rows;
    private final List<int[]> matchesOf;
    private final double[] worth;

    /** By match how many of the chosen keys reach it. */
    private final int[] covers;

    /** By key what it added when that was worked out last: since then it can only have fallen. */
    private final double[] gains;

    private Greedy(List<BlockingKey> keys, int rows, List<int[]> matchesOf, double[] worth) {
      this.keys = keys;
      this.rows = rows;
      this.matchesOf = matchesOf;
      this.worth = worth;
      this.covers = new int[worth.length];
      this.gains = new double[keys.size()];
      Arrays.fill(gains, Double.POSITIVE_INFINITY);
    }

    List<Integer> chosen(double pairs) {
      double least = 0.0003 * DoubleStream.of(worth).sum();
      double budget = pairs;
      List<Integer> chosen = new ArrayList<>();
      for (int best = 0; best >= 0 && chosen.size() < MOST_KEYS; ) {
        best = best(chosen, least, budget);
        if (best >= 0) {
          chosen.add(best);
          budget -= keys.get(best).expectedPairs();
          for (int match : matchesOf.get(best)) {
            covers[match]++;
          }
        }
      }
      return chosen;
    }

    /** The key that adds most per pair, the first of equals; -1 without one worth its pairs. */
    private int best(List<Integer> chosen, double least, double budget) {
      int best = -1;
      double bestRatio = 0;
      for (int k : mostPromisingFirst()) {
        if (ratio(k) * ROUNDING < bestRatio) {
          return best;
        }
        if (keys.get(k).expectedPairs() <= budget && !chosen.contains(k)) {
          gains[k] = gain(matchesOf.get(k));
          boolean isBetter = ratio(k) > bestRatio || (ratio(k) == bestRatio && k < best);
          if (gains[k] > least && isBetter && isWorthItsPairs(k)) {
            best = k;
            bestRatio = ratio(k);
          }
        }
      }
      return best;
    }

    private int[] mostPromisingFirst() {
      return IntStream.range(0, gains.length)
          .boxed()
          .sorted(Comparator.comparingDouble(k -> -ratio(k)))
          .mapToInt(Integer::intValue)
          .toArray();
    }

    private boolean isWorthItsPairs(int key) {
      return keys.get(key).expectedPairs() <= FEW_PAIRS || ratio(key) * MOST_PAIRS_A_MATCH >= 1;
    }

    private double ratio(int key) {
      return gains[key] / (keys.get(key).expectedPairs() + 0.25 * rows);
    }

    private double gain(int[] matches) {
      double gain = 0;
      for (int match : matches) {
        if (covers[match] < GAIN.length) {
          gain += worth[match] * GAIN[covers[match]];
        }
      }
      return gain;
    }
  }

  /**
   * Share of the matches unreached: those that another key reaches, counted, and those that none
   * does, by the lower bound {@code f1² / (2 f2)} of A. Chao, Biometrics 43 (1987), where f1 and f2
   * are the matches that exactly one and exactly two of the chosen keys reach.
   */
  private static double missShare(List<int[]> matchesOf, double[] worth, List<Integer> chosen) {
    int[] counts = new int[worth.length];
    chosen.forEach(key -> Arrays.stream(matchesOf.get(key)).forEach(match -> counts[match]++));
    double[] byCount = new double[3];
    double total = 0;
    for (int match = 0; match < counts.length; match++) {
      total += worth[match];
      if (counts[match] < 3) {
        byCount[counts[match]] += worth[match];
      }
    }
    double unseen = byCount[2] == 0 ? 0 : byCount[1] * byCount[1] / (2 * byCount[2]);
    return total == 0 ? 0 : Math.min(1, Math.max(byCount[0], unseen) / (total + unseen));
  }
}
