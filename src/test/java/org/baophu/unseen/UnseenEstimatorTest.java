package org.baophu.unseen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Populations whose unseen are known. */
class UnseenEstimatorTest {
  /**
   * What pairs of records are given; each is right about itself in the simulation. A sixth of the
   * true pairs stay below one half, and so apart.
   */
  private static final double[] PROBABILITIES = {0.03, 0.3, 0.45, 0.8, 0.95, 0.995};

  private static final double[] HOW_MANY = {0.6, 0.3, 0.2, 0.04, 0.08, 0.7};
  private static final int GROUPS = 8;

  /**
   * @param odds of being on the business list for those on the tax list, against the others
   * @param links whether links are uncertain, or all known
   * @param corrected whether the counts are mended for uncertain links
   */
  record World(int communes, double odds, boolean links, boolean corrected) {}

  /** A population, its truth and its estimate. */
  record Outcome(long[] truth, UnseenEstimate estimate) {
    boolean totalCovered() {
      return covers(estimate.total(), java.util.stream.LongStream.of(truth).sum());
    }

    long communesCovered() {
      return java.util.stream.IntStream.range(0, truth.length)
          .filter(i -> covers(estimate.communes().get(i).unseen(), truth[i]))
          .count();
    }

    double overestimate() {
      return estimate.total().number() / java.util.stream.LongStream.of(truth).sum();
    }

    private static boolean covers(Interval interval, long truth) {
      return interval.low() <= truth && truth <= interval.high();
    }
  }

  private static Outcome simulate(World world, long seed) {
    Random random = new Random(seed);
    Strata strata = new Strata(GROUPS);
    long[] truth = new long[world.communes()];
    for (int commune = 0; commune < world.communes(); commune++) {
      double place = 0.7 + 0.6 * random.nextDouble();
      for (int group = 0; group < GROUPS; group++) {
        double tax = (0.4 + 0.04 * group) * place;
        double business = (0.5 - 0.03 * group) * place;
        int people = 10 + random.nextInt(120);
        truth[commune] += count(strata, world, random, commune, group, people, tax, business);
      }
    }
    return new Outcome(truth, UnseenEstimator.estimate(strata.list()));
  }

  /** Counts a stratum's people and says how many of the uninsured are on no list. */
  private static long count(
      Strata strata,
      World world,
      Random random,
      int commune,
      int group,
      int people,
      double tax,
      double business) {
    String code = String.format(java.util.Locale.ROOT, "%05d", commune);
    long unseen = 0;
    double businessOdds = business / (1 - business) * world.odds();
    double withTax = businessOdds / (1 + businessOdds);
    for (int i = 0; i < people; i++) {
      boolean insured = random.nextDouble() < 0.2;
      boolean onTax = random.nextDouble() < tax;
      boolean onBusiness = random.nextDouble() < (onTax ? withTax : business);
      int lists = (onTax ? Stratum.TAX : 0) | (onBusiness ? Stratum.BUSINESS : 0);
      if (insured) {
        strata.add(code, group, lists | Stratum.INSURANCE);
      } else if (lists == Stratum.BOTH && world.links()) {
        pair(strata, world, random, code, group);
      } else if (lists != 0) {
        strata.add(code, group, lists);
      } else {
        unseen++;
      }
    }
    return unseen;
  }

  /**
   * Somebody on both lists, whose records are a pair of some probability p, drawn in proportion to
   * p; and for each of them, in proportion to 1 − p, pairs of two persons that look the same.
   */
  private static void pair(Strata strata, World world, Random random, String code, int group) {
    double right = 0;
    double wrong = 0;
    for (int i = 0; i < PROBABILITIES.length; i++) {
      right += HOW_MANY[i] * PROBABILITIES[i];
      wrong += HOW_MANY[i] * (1 - PROBABILITIES[i]);
    }
    note(strata, world, code, group, draw(random, true), true);
    double expected = wrong / right;
    while (expected > random.nextDouble()) {
      note(strata, world, code, group, draw(random, false), false);
      expected--;
    }
  }

  private static double draw(Random random, boolean match) {
    double all = 0;
    for (int i = 0; i < PROBABILITIES.length; i++) {
      all += HOW_MANY[i] * (match ? PROBABILITIES[i] : 1 - PROBABILITIES[i]);
    }
    double left = random.nextDouble() * all;
    int i = 0;
    while (i < PROBABILITIES.length - 1) {
      left -= HOW_MANY[i] * (match ? PROBABILITIES[i] : 1 - PROBABILITIES[i]);
      if (left < 0) {
        break;
      }
      i++;
    }
    return PROBABILITIES[i];
  }

  /** A pair is linked from 0.5 on; two persons that are linked were one of each list alone. */
  private static void note(
      Strata strata, World world, String code, int group, double probability, boolean match) {
    boolean linked = probability >= 0.5;
    if (linked && match) {
      strata.add(code, group, Stratum.BOTH);
    } else if (linked) {
      // Both stand in their cells already, counted as they are; joined, they leave them.
      strata.maybe(code, group, code, group, 1);
    } else if (match) {
      strata.add(code, group, Stratum.TAX);
      strata.add(code, group, Stratum.BUSINESS);
    }
    if (world.corrected() && linked) {
      strata.doubt(code, group, probability);
    } else if (world.corrected()) {
      strata.maybe(code, group, code, group, probability);
    }
  }

  private static int covered(World world) {
    int covered = 0;
    for (int seed = 0; seed < 100; seed++) {
      covered += simulate(world, seed).totalCovered() ? 1 : 0;
    }
    return covered;
  }

  @Test
  void intervalsCoverTheTruthWhereListsAreIndependent() {
    assertThat(covered(new World(30, 1, false, true))).isGreaterThanOrEqualTo(90);
  }

  @Test
  void intervalsCoverTheTruthWithLinksOfKnownErrors() {
    assertThat(covered(new World(30, 1, true, true))).isGreaterThanOrEqualTo(90);
  }

  @Test
  void intervalsOfCommunesCoverTheirTruth() {
    long covered = 0;
    for (int seed = 0; seed < 40; seed++) {
      covered += simulate(new World(30, 1, true, true), seed).communesCovered();
    }
    assertThat(covered).isGreaterThanOrEqualTo(40 * 30 * 90 / 100);
  }

  /** What the correction is for: as many records missed as here, and hardly an interval holds. */
  @Test
  void withoutTheCorrectionMissedLinksLookLikeUnseenPeople() {
    assertThat(covered(new World(30, 1, true, false))).isLessThan(50);
    assertThat(simulate(new World(30, 1, true, false), 1).overestimate()).isGreaterThan(1.1);
  }

  /** What breaks: those on one list are likelier, or less likely, to be on the other. */
  @Test
  void dependentListsBreakIt() {
    assertThat(covered(new World(30, 3, false, true))).isLessThan(10);
    assertThat(simulate(new World(30, 3, false, true), 1).overestimate()).isLessThan(0.8);
    assertThat(covered(new World(30, 1 / 3.0, false, true))).isLessThan(10);
    assertThat(simulate(new World(30, 1 / 3.0, false, true), 1).overestimate()).isGreaterThan(1.3);
  }

  @Test
  void oneStratumIsNearlyChapman() {
    double[] cells = {0, 60, 30, 20, 0, 0, 0, 0};
    UnseenEstimate estimate = UnseenEstimator.estimate(List.of(new Stratum("05977", 0, cells, 0)));
    // 60 · 30 / 21 = 85.7, and Chapman's variance (81 · 51 · 60 · 30) / (21² · 22) = 766.
    assertThat(estimate.total().number()).isCloseTo(85.7, within(6.0));
    assertThat(estimate.total().low()).isBetween(38.0, 50.0);
    assertThat(estimate.total().high()).isBetween(140.0, 190.0);
  }

  @Test
  void whereListsNeverMeetNothingIsSaid() {
    double[] cells = {0, 60, 30, 0, 0, 0, 0, 0};
    UnseenEstimate estimate = UnseenEstimator.estimate(List.of(new Stratum("05977", 0, cells, 0)));
    assertThat(estimate.isKnown()).isFalse();
    assertThat(UnseenEstimator.estimate(List.of()).total()).isEqualTo(new Interval(0, 0, 0));
  }

  @Test
  void whoIsUnknownIsSpreadAsTheOthersAre() {
    Strata strata = new Strata(2);
    for (int i = 0; i < 3; i++) {
      strata.add("05977", 0, Stratum.TAX);
    }
    strata.add("05977", 1, Stratum.TAX);
    strata.add("05977", -1, Stratum.TAX);
    strata.add("05977", -1, Stratum.BUSINESS);
    List<Stratum> list = strata.list();
    assertThat(list.get(0).taxOnly()).isCloseTo(3.75, within(1e-9));
    assertThat(list.get(1).taxOnly()).isCloseTo(1.25, within(1e-9));
    assertThat(list.get(0).businessOnly() + list.get(1).businessOnly()).isCloseTo(1, within(1e-9));
  }

  @Test
  void threeListsTellDependenceOfTwo() {
    // 1,000 people; insurance 0.5 and independent; tax 0.5; business 0.6 with tax, 0.3 without.
    double[] cells = {175, 100, 75, 150, 175, 100, 75, 150};
    UnseenEstimate estimate = UnseenEstimator.estimate(List.of(new Stratum("05977", 0, cells, 0)));
    UnseenEstimate.Model heaviest =
        estimate.models().stream()
            .max(java.util.Comparator.comparingDouble(UnseenEstimate.Model::weight))
            .orElseThrow();
    assertThat(heaviest.dependent()).isEqualTo("TB");
    assertThat(heaviest.unseen()).isCloseTo(175, within(1.0));
    assertThat(estimate.byModels().low()).isLessThan(175);
    assertThat(estimate.byModels().high()).isGreaterThan(175);
    // 100 · 75 / 150 = 50 is what two lists say.
    assertThat(estimate.total().high()).isLessThan(120);
  }
}
