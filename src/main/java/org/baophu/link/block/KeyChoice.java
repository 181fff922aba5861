package org.baophu.link.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
  private static final int CHUNKS = 64;

  /** What the first, second and third key that reach a match are worth. */
  private static final double[] GAIN = {1, 0.1, 0.02};

  /**
   * Chooses keys one by one by how much they add to the reach per pair to compare.
   *
   * @param matchProbability for each pair of the pool
   * @param rows of the table
   */
  public static KeyChoice of(PairPool pool, double[] matchProbability, int rows, int threads) {
    int[] matches =
        IntStream.range(0, pool.pairs().size()).filter(i -> matchProbability[i] >= 0.5).toArray();
    List<boolean[]> reached =
        Tasks.run(threads, CHUNKS, chunk -> reached(pool, matches, chunk)).stream()
            .flatMap(List::stream)
            .toList();
    List<Double> worth = new ArrayList<>();
    for (int i = 0; i < matches.length; i++) {
      worth.add(matchProbability[matches[i]] * pool.weight(reached.get(i)));
    }
    List<Integer> chosen = greedy(pool.keys(), rows, matchesOf(pool.keys().size(), reached), worth);
    // Pairs that agree on the most telling keys are settled by them: fewest pairs first.
    List<Integer> sorted =
        chosen.stream()
            .sorted(Comparator.comparingDouble(k -> pool.keys().get(k).expectedPairs()))
            .toList();
    return new KeyChoice(
        sorted.stream().map(pool.keys()::get).toList(),
        sorted.stream().mapToInt(Integer::intValue).toArray(),
        worth.stream().mapToDouble(Double::doubleValue).sum(),
        missShare(reached, worth, chosen));
  }

  private static List<boolean[]> reached(PairPool pool, int[] matches, int chunk) {
    int from = (int) ((long) matches.length * chunk / CHUNKS);
    int to = (int) ((long) matches.length * (chunk + 1) / CHUNKS);
    return Arrays.stream(matches, from, to).mapToObj(pool::reached).toList();
  }

  /** By key the matches that it reaches, ascending. */
  private static int[][] matchesOf(int keys, List<boolean[]> reached) {
    int[][] matches = new int[keys][];
    for (int k = 0; k < keys; k++) {
      int key = k;
      matches[k] = IntStream.range(0, reached.size()).filter(i -> reached.get(i)[key]).toArray();
    }
    return matches;
  }

  private static List<Integer> greedy(
      List<BlockingKey> keys, int rows, int[][] matchesOf, List<Double> worth) {
    int[] covers = new int[worth.size()];
    double total = worth.stream().mapToDouble(Double::doubleValue).sum();
    double budget = ALL_PAIRS_PER_ROW * rows + LEAST_BUDGET;
    List<Integer> chosen = new ArrayList<>();
    while (chosen.size() < MOST_KEYS) {
      int best = -1;
      double bestRatio = 0;
      for (int k = 0; k < keys.size(); k++) {
        double gain = chosen.contains(k) ? 0 : gain(matchesOf[k], worth, covers);
        double ratio = gain / (keys.get(k).expectedPairs() + 0.25 * rows);
        if (gain > 0.0003 * total && keys.get(k).expectedPairs() <= budget && ratio > bestRatio) {
          best = k;
          bestRatio = ratio;
        }
      }
      if (best < 0) {
        break;
      }
      chosen.add(best);
      budget -= keys.get(best).expectedPairs();
      for (int match : matchesOf[best]) {
        covers[match]++;
      }
    }
    return chosen;
  }

  private static double gain(int[] matches, List<Double> worth, int[] covers) {
    double gain = 0;
    for (int match : matches) {
      if (covers[match] < GAIN.length) {
        gain += worth.get(match) * GAIN[covers[match]];
      }
    }
    return gain;
  }

  /**
   * Share of the matches unreached: those that another key reaches, counted, and those that none
   * does, by the lower bound {@code f1² / (2 f2)} of A. Chao, Biometrics 43 (1987), where f1 and f2
   * are the matches that exactly one and exactly two of the chosen keys reach.
   */
  private static double missShare(
      List<boolean[]> reached, List<Double> worth, List<Integer> chosen) {
    double[] byCount = new double[3];
    double total = 0;
    for (int i = 0; i < reached.size(); i++) {
      int count = 0;
      for (int key : chosen) {
        count += reached.get(i)[key] ? 1 : 0;
      }
      total += worth.get(i);
      if (count < 3) {
        byCount[count] += worth.get(i);
      }
    }
    double unseen = byCount[2] == 0 ? 0 : byCount[1] * byCount[1] / (2 * byCount[2]);
    return total == 0 ? 0 : Math.min(1, Math.max(byCount[0], unseen) / (total + unseen));
  }
}
