package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.baophu.link.cluster.PairWeights;
import org.baophu.link.model.Calibration;
import org.baophu.link.model.Cut;
import org.baophu.link.model.Model;
import org.baophu.link.model.Scorer;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;

/**
 * Eleven rows: 0 and 1 are one, 2 is alone, 3, 4 and 5 are one, 6 is alone, 7 to 10 are one, though
 * 7 and 8 have little to do with 9 and 10.
 */
class CompanionsTest {
  private static final int[] CLUSTERS = {0, 0, 1, 2, 2, 2, 3, 4, 4, 4, 4};

  /** By kind of cut 2, 2.25, 2.5 and so on. */
  private static final List<Double> CUT_BITS =
      IntStream.range(0, Cut.KINDS).mapToObj(kind -> 2 + kind / 4.0).toList();

  /**
   * Two rows of a group agree by 10 bits, but 4 with 5 by −6, and 7 and 8 with 9 and 10 by 1;
   * others by the sum of their numbers.
   */
  private static final PairWeights EVIDENCE =
      (a, b) -> {
        if (a == 4 && b == 5) {
          return -6;
        }
        if (a >= 7 && a < 9 && b >= 9) {
          return 1;
        }
        return CLUSTERS[a] == CLUSTERS[b] ? 10 : -a - b;
      };

  private static final Memberships KNOWN = Memberships.of(new Members(CLUSTERS), () -> EVIDENCE, 1);

  private static Companions companions() {
    // Takes one bit from all evidence.
    Calibration calibration = new Calibration(List.of(0.0, 20.0), List.of(-1.0, 19.0), CUT_BITS);
    Model model =
        new Model(Model.VERSION, 1, 2, 0, List.of(), List.of(), calibration, null, null, List.of());
    return new Companions(new Members(CLUSTERS), (a, b) -> true, new Scorer(model));
  }

  private static double weight(int a, int b, double own) {
    return companions().weightBits(a, b, own, EVIDENCE, EVIDENCE);
  }

  /** What is added for a cut between so many rows, one bit less. */
  private static double added(int sizeA, int sizeB) {
    return CUT_BITS.get(Cut.kind(sizeA, sizeB)) - 1;
  }

  @Test
  void pairsAloneKeepTheirOwnEvidence() {
    assertThat(companions().standing(0, 1)).isEqualTo(Companions.Standing.ALONE);
    assertThat(weight(0, 1, 10)).isEqualTo(10 + added(1, 1));
    assertThat(companions().standing(2, 6)).isEqualTo(Companions.Standing.ALONE);
    assertThat(weight(2, 6, -8)).isEqualTo(-8 + added(1, 1));
  }

  @Test
  void pairsApartHaveTheMeanOfTheirGroups() {
    // (0,3) (0,4) (0,5) (1,3) (1,4) (1,5): −3 −4 −5 −4 −5 −6.
    assertThat(companions().standing(0, 3)).isEqualTo(Companions.Standing.APART);
    assertThat(weight(0, 3, -3)).isCloseTo(-27 / 6.0 + added(2, 3), within(1e-6));
    assertThat(weight(1, 5, -6)).isEqualTo(weight(0, 3, -3));
  }

  @Test
  void evidenceThatDidNotJoinCountsAsEvenAtMost() {
    PairWeights agreeing = (a, b) -> 9;

    double weight = companions().weightBits(0, 3, 9, agreeing, agreeing);

    assertThat(weight).isEqualTo(0 + added(2, 3));
  }

  @Test
  void pairsTogetherAreAsSureAsTheLessSureOfThem() {
    // 3 belongs by (10 + 10) / 2 = 10, 4 and 5 by (10 − 6) / 2 = 2.
    assertThat(companions().standing(4, 5)).isEqualTo(Companions.Standing.TOGETHER);
    assertThat(weight(4, 5, -6)).isEqualTo(2 + added(1, 2));
    assertThat(weight(3, 4, 10)).isEqualTo(2 + added(1, 2));
  }

  @Test
  void pairsOfTwoHalvesAreAsSureAsTheHalvesAreOne() {
    // Each belongs by (10 + 1 + 1) / 3 = 4, the halves by 1.
    assertThat(weight(7, 8, 10)).isEqualTo(4 + added(1, 3));
    assertThat(weight(7, 9, 1)).isEqualTo(1 + added(2, 2));
    assertThat(weight(8, 10, 1)).isEqualTo(weight(7, 9, 1));
  }

  @Test
  void rowsBelongByWhatPartsThemFromTheRest() {
    double[] bits = companions().membershipBits(KNOWN, 2);

    assertThat(bits[0]).isEqualTo(10 + added(1, 1));
    assertThat(bits[2]).isNaN();
    assertThat(bits[3]).isEqualTo(10 + added(1, 2));
    assertThat(bits[4]).isEqualTo(2 + added(1, 2));
    assertThat(bits[7]).isEqualTo(1 + added(2, 2));
    assertThat(bits[10]).isEqualTo(1 + added(2, 2));
  }

  @Test
  void manyPairsAtOnceWeighWhatEachDoes() {
    int[] a = {0, 0, 1, 2, 3, 3, 4, 7, 7};
    int[] b = {1, 3, 5, 6, 4, 5, 5, 8, 9};
    double[] bits = new double[a.length];
    Arrays.setAll(bits, pair -> EVIDENCE.bits(a[pair], b[pair]));
    PairWeights kept =
        (x, y) ->
            IntStream.range(0, a.length)
                .filter(pair -> a[pair] == x && b[pair] == y)
                .mapToDouble(pair -> bits[pair])
                .findFirst()
                .orElse(Double.NaN);

    ScoredPairs pairs = new ScoredPairs(a, b, bits);
    Between between = Between.of(pairs, new Members(CLUSTERS), (x, y) -> true, 3);
    ScoredPairs weighed = companions().weigh(pairs, KNOWN, between, 2);

    for (int pair = 0; pair < a.length; pair++) {
      assertThat(weighed.weightBits(pair))
          .isEqualTo(companions().weightBits(a[pair], b[pair], bits[pair], EVIDENCE, kept));
    }
    // Of the six pairs between the first group and the third two are kept: −3 and −6.
    assertThat(weighed.weightBits(1)).isCloseTo((-9 - 4 * 12) / 6.0 + added(2, 3), within(1e-6));
  }

  @Test
  void explanationsOfPairsWithThirdRecordsSumExactly() {
    Sample sample = new Sample(120, 4);
    Table.Builder table = Table.builder(Sample.FIELDS, List.of("one", "two", "three"));
    for (int row = 0; row < sample.rows.size(); row++) {
      table.add(sample.sources.get(row), sample.ids.get(row), sample.rows.get(row));
      String[] third = sample.rows.get(row).clone();
      third[row % third.length] = null;
      table.add(2, "third-" + row, third);
    }
    Table tripled = table.build();
    LinkSettings settings = LinkSettings.defaults().withMode(LinkMode.LINK_AND_DEDUPE);
    Calibration calibration = new Calibration(List.of(-10.0, 20.0), List.of(-12.0, 18.0), CUT_BITS);
    Model learnt = Linker.link(tripled, settings, Constraints.none(), Progress.none()).model();
    LinkResult result =
        Linker.link(
            tripled,
            learnt.withCalibration(calibration),
            settings,
            Constraints.none(),
            Progress.none());
    Explainer explainer = new Explainer(tripled, result.model(), settings);
    explainer.count(result.clusters());
    List<String> seen = new ArrayList<>();

    for (int pair = 0; pair < result.pairs().size(); pair++) {
      Explanation explanation =
          explainer.explain(result.pairs().rowA(pair), result.pairs().rowB(pair));
      double sum = explanation.priorBits();
      for (Explanation.Part part : explanation.parts()) {
        sum += part.bits();
      }
      assertThat(sum).isEqualTo(result.pairs().weightBits(pair));
      seen.add(explanation.parts().get(explanation.parts().size() - 1).level());
    }
    assertThat(seen)
        .contains("neither has any: nothing competes", "both with the rest of their group");
  }
}
