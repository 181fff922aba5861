package org.baophu.link.model;

import java.util.Arrays;
import java.util.List;

/**
 * What it takes from the evidence that two records may be those of relatives ({@link
 * Model.RelativesModel}).
 *
 * <p>Evidence of {@code W} bits holds matches against non-matches as if fields agreed one by one:
 * {@code W = log2(M / N)}. Of relatives there are {@code R} pairs of that pattern beside. Held
 * against both, the evidence is {@code log2(M / (N + R)) = W - log2(1 + 2^(W + D))} with {@code D =
 * log2(R / M)}, so that what is taken away is a part of its own, which is never above 0. As in
 * training, {@code N} is all non-matches: what relatives add is that they agree in much at once.
 */
final class RelativesBits {
  private static final double LN2 = Math.log(2);

  /** From here on the 1 in {@code 1 + 2^x} is lost in double precision. */
  private static final double LARGE = 60;

  private final double priorBits;

  /** By entry, by level: {@code log2(r / m)}. */
  private final double[][] bits;

  private final boolean[][] differs;
  private final int[] parents;

  RelativesBits(Model model, Model.RelativesModel relatives) {
    double[][] m = model.m();
    double[][] r = Model.array(relatives.r());
    priorBits = Scorer.onGrid(Math.log(relatives.pairs() / model.expectedMatches()) / LN2);
    parents = model.parents();
    bits = new double[r.length][];
    differs = new boolean[r.length][];
    for (int entry = 0; entry < r.length; entry++) {
      double[] ofMatch = m[entry];
      double[] ofRelatives = r[entry];
      bits[entry] = new double[ofMatch.length];
      differs[entry] = new boolean[ofMatch.length];
      List<Model.LevelModel> levels = model.entries().get(entry).levels();
      List<String> kinds = relatives.differing().get(entry);
      for (int level = 1; level < ofMatch.length; level++) {
        bits[entry][level] = Scorer.onGrid(Math.log(ofRelatives[level] / ofMatch[level]) / LN2);
        differs[entry][level] = kinds.contains(levels.get(level).kind());
      }
    }
  }

  boolean isFinite() {
    return Double.isFinite(priorBits)
        && Arrays.stream(bits).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  /**
   * What is taken from a sum of evidence, 0 or less, both in bits; 0 where nothing differs in which
   * relatives differ.
   *
   * @param vector levels of all entries
   */
  double of(double evidence, int[] vector) {
    boolean mayBe = false;
    double ratio = priorBits;
    for (int entry = 0; entry < vector.length; entry++) {
      int level = vector[entry];
      boolean isSaidBefore = parents[entry] >= 0 && vector[parents[entry]] > 0;
      mayBe |= differs[entry][level];
      ratio += isSaidBefore ? 0 : bits[entry][level];
    }
    return mayBe ? -Scorer.onGrid(log2OfOnePlus(evidence + ratio)) : 0;
  }

  /** {@code log2(1 + 2^x)}. */
  private static double log2OfOnePlus(double x) {
    return x > LARGE ? x : Math.log1p(Math.exp(x * LN2)) / LN2;
  }
}
