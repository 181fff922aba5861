package org.baophu.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.baophu.link.compare.Level;
import org.baophu.link.evaluate.Evaluation;
import org.baophu.link.model.Model;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;

class LinkerTest {
  private static final LinkSettings SETTINGS = LinkSettings.defaults();
  private static final Sample SAMPLE = new Sample(500, 7);
  private static final Table TABLE = SAMPLE.table();
  private static final LinkResult RESULT =
      Linker.link(TABLE, SETTINGS, Constraints.none(), Progress.none());

  private static int[] clusters(LinkResult result, int rows) {
    int[] clusters = new int[rows];
    for (int row = 0; row < rows; row++) {
      clusters[row] = result.cluster(row);
    }
    return clusters;
  }

  @Test
  void findsNearlyAllAndHardlyAnythingElse() {
    Evaluation evaluation = Evaluation.of(clusters(RESULT, TABLE.size()), SAMPLE.truth());

    assertThat(evaluation.pairs().precision().value()).isGreaterThan(0.99);
    assertThat(evaluation.pairs().recall().value()).isGreaterThan(0.99);
  }

  @Test
  void keepsTheMembersOfAHouseholdApart() {
    int joined = 0;
    for (int row = 0; row < TABLE.size(); row++) {
      for (int other = row + 1; other < Math.min(TABLE.size(), row + 6); other++) {
        boolean same = SAMPLE.entities.get(row).equals(SAMPLE.entities.get(other));
        joined += !same && RESULT.cluster(row) == RESULT.cluster(other) ? 1 : 0;
      }
    }

    assertThat(joined).isLessThanOrEqualTo(3);
  }

  @Test
  void countsAColumnThatIsDeliveredTwiceOnce() {
    List<Field> fields = new ArrayList<>(Sample.FIELDS);
    fields.add(new Field("name_again", FieldType.PERSON_NAME));
    fields.add(new Field("date_again", FieldType.DATE));
    Table.Builder builder = Table.builder(fields, List.of("tax", "insurance"));
    for (int row = 0; row < TABLE.size(); row++) {
      String[] values = Arrays.copyOf(SAMPLE.rows.get(row), fields.size());
      values[fields.size() - 2] = values[0];
      values[fields.size() - 1] = values[1];
      builder.add(SAMPLE.sources.get(row), SAMPLE.ids.get(row), values);
    }
    Table twice = builder.build();
    LinkResult result = Linker.link(twice, SETTINGS, Constraints.none(), Progress.none());

    Explainer again = new Explainer(twice, result.model(), SETTINGS);
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 300; i++) {
      int pair = random.nextInt(RESULT.pairs().size());
      List<Explanation.Part> parts =
          again.explain(RESULT.pairs().rowA(pair), RESULT.pairs().rowB(pair)).parts();
      assertThat(parts.get(fields.size() - 2).bits()).isCloseTo(0, within(0.5));
      assertThat(parts.get(fields.size() - 1).bits()).isCloseTo(0, within(0.5));
    }
    assertThat(Evaluation.of(clusters(result, TABLE.size()), SAMPLE.truth()).pairs().f1().value())
        .isGreaterThan(0.99);
  }

  @Test
  void isTheSameForAnyNumberOfThreads() {
    for (int threads : new int[] {2, 4}) {
      LinkResult other =
          Linker.link(TABLE, SETTINGS.withThreads(threads), Constraints.none(), Progress.none());

      assertThat(clusters(other, TABLE.size())).isEqualTo(clusters(RESULT, TABLE.size()));
      assertThat(other.model()).isEqualTo(RESULT.model());
      assertThat(other.pairs().size()).isEqualTo(RESULT.pairs().size());
    }
  }

  @Test
  void isTheSameForAnyOrderOfTheRows() {
    int[] order = shuffled(TABLE.size());

    LinkResult other =
        Linker.link(SAMPLE.table(order), SETTINGS, Constraints.none(), Progress.none());

    for (int row = 0; row < order.length; row++) {
      assertThat(other.cluster(row)).isEqualTo(RESULT.cluster(order[row]));
      assertThat(other.membershipProbability(row))
          .isEqualTo(RESULT.membershipProbability(order[row]));
    }
    assertThat(other.model()).isEqualTo(RESULT.model());
  }

  private static int[] shuffled(int size) {
    int[] order = new int[size];
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < size; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  @Test
  void sortsPairsByRowsAndKeepsThemFromTheBoundOn() {
    ScoredPairs pairs = RESULT.pairs();

    for (int pair = 0; pair < pairs.size(); pair++) {
      assertThat(pairs.rowA(pair)).isLessThan(pairs.rowB(pair));
      assertThat(pairs.probability(pair)).isBetween(SETTINGS.keepAbove() - 1e-12, 1.0);
      if (pair > 0) {
        long before = (long) pairs.rowA(pair - 1) << 32 | pairs.rowB(pair - 1);
        assertThat((long) pairs.rowA(pair) << 32 | pairs.rowB(pair)).isGreaterThan(before);
      }
    }
  }

  @Test
  void explainsEveryWeightExactly() {
    ScoredPairs pairs = RESULT.pairs();
    Explainer explainer = new Explainer(TABLE, RESULT.model(), SETTINGS);
    explainer.count(RESULT.clusters());

    for (int pair = 0; pair < pairs.size(); pair += 1 + pairs.size() / 200) {
      Explanation explanation = explainer.explain(pairs.rowA(pair), pairs.rowB(pair));
      double sum = explanation.priorBits();
      for (Explanation.Part part : explanation.parts()) {
        sum += part.bitsWithoutTermFrequency() + part.termFrequencyBits();
      }
      assertThat(sum).isEqualTo(pairs.weightBits(pair));
      assertThat(explanation.weightBits()).isEqualTo(pairs.weightBits(pair));
      assertThat(explanation.probability()).isEqualTo(pairs.probability(pair));
    }
  }

  @Test
  void explainsThousandsOfPairsAtRandomExactly() {
    Explainer explainer = new Explainer(TABLE, RESULT.model(), SETTINGS);
    SplittableRandom random = new SplittableRandom(5);

    int shortfalls = 0;
    for (int round = 0; round < 5_000; round++) {
      int a = random.nextInt(TABLE.size());
      int b = (a + 1 + random.nextInt(TABLE.size() - 1)) % TABLE.size();
      Explanation explanation = explainer.explain(a, b);
      PairScore score = explainer.score(a, b);
      double sum = explanation.priorBits();
      for (Explanation.Part part : explanation.parts()) {
        sum += part.bits();
      }
      assertThat(sum).isEqualTo(explanation.weightBits()).isEqualTo(score.weightBits());
      for (Explanation.Shortfall shortfall : explanation.shortfalls()) {
        shortfalls++;
        assertThat(shortfall.gainBits()).isPositive();
        assertThat(shortfall.weightThen()).isGreaterThanOrEqualTo(score.weightBits());
      }
    }
    assertThat(shortfalls).isPositive();
  }

  @Test
  void namesWhatAFieldWithholdsThatNeitherStates() {
    Table.Builder table = Table.builder(Sample.FIELDS, List.of("one", "two"));
    for (int row = 0; row < SAMPLE.rows.size(); row++) {
      table.add(SAMPLE.sources.get(row), SAMPLE.ids.get(row), SAMPLE.rows.get(row));
    }
    String[] without = {"Nông Văn Bình", "1980-05-06", "M", null, "0912345678", "Thôn An"};
    table.add(0, "a", without).add(1, "b", without);
    Explainer explainer = new Explainer(table.build(), RESULT.model(), SETTINGS);

    Explanation lacking = explainer.explain(SAMPLE.rows.size(), SAMPLE.rows.size() + 1);

    // The last level of the identifier is none of its agreement.
    Model.EntryModel id = RESULT.model().entries().get(3);
    assertThat(id.levels().get(id.levels().size() - 1).kind()).isEqualTo(Level.CONFIRMED_DIFFERENT);
    assertThat(lacking.shortfalls())
        .anySatisfy(
            own -> {
              assertThat(own.field()).isEqualTo(id.name());
              assertThat(own.missing()).isEqualTo(2);
              assertThat(own.gainBits()).isGreaterThan(5);
            });
  }

  @Test
  void namesWhatAFieldWithholds() {
    Table.Builder table = Table.builder(Sample.FIELDS, List.of("one", "two"));
    for (int row = 0; row < SAMPLE.rows.size(); row++) {
      table.add(SAMPLE.sources.get(row), SAMPLE.ids.get(row), SAMPLE.rows.get(row));
    }
    String[] whole = {"Nông Văn Bình", "1980-05-06", "M", "020080123456", "0912345678", "Thôn An"};
    String[] without = whole.clone();
    without[3] = null;
    table.add(0, "whole", whole).add(1, "whole", whole).add(1, "without", without);
    Table longer = table.build();
    int first = SAMPLE.rows.size();
    Explainer explainer = new Explainer(longer, RESULT.model(), SETTINGS);

    Explanation full = explainer.explain(first, first + 1);
    Explanation lacking = explainer.explain(first, first + 2);

    assertThat(full.shortfalls()).isEmpty();
    Explanation.Shortfall id =
        lacking.shortfalls().stream()
            .filter(s -> s.field().equals("national_id"))
            .findFirst()
            .orElseThrow();
    assertThat(id.missing()).isEqualTo(1);
    assertThat(id.bits()).isZero();
    assertThat(id.gainBits()).isBetween(3.0, 40.0);
    assertThat(id.weightThen()).isGreaterThan(lacking.weightBits());
  }

  @Test
  void weighsGroupsAsClusteringDoes() {
    Explainer explainer = new Explainer(TABLE, RESULT.model(), SETTINGS);
    ScoredPairs pairs = RESULT.pairs();
    int checked = 0;
    for (int pair = 0; pair < pairs.size(); pair++) {
      int a = pairs.rowA(pair);
      int b = pairs.rowB(pair);
      int[] groupA = rowsOfCluster(RESULT.cluster(a));
      if (RESULT.cluster(a) == RESULT.cluster(b) && groupA.length == 2) {
        GroupEvidence evidence = explainer.between(new int[] {a}, new int[] {b});
        assertThat(evidence.isEnough()).isTrue();
        assertThat(evidence.meanBits())
            .isEqualTo(Math.min(20, explainer.score(a, b).evidenceBits()));
        checked++;
      }
    }
    assertThat(checked).isPositive();
  }

  private static int[] rowsOfCluster(int cluster) {
    return IntStream.range(0, TABLE.size()).filter(row -> RESULT.cluster(row) == cluster).toArray();
  }

  @Test
  void explainsTheSameFromBothSides() {
    Explanation there = Linker.explain(TABLE, RESULT.model(), SETTINGS, 3, 40);
    Explanation back = Linker.explain(TABLE, RESULT.model(), SETTINGS, 40, 3);

    assertThat(there.weightBits()).isEqualTo(back.weightBits());
  }

  @Test
  void givesTheSameWithItsOwnModelSaved() {
    LinkResult again =
        Linker.link(TABLE, RESULT.model(), SETTINGS, Constraints.none(), Progress.none());

    assertThat(clusters(again, TABLE.size())).isEqualTo(clusters(RESULT, TABLE.size()));
    assertThat(again.diagnostics().iterations()).isZero();
    assertThat(again.pairs().size()).isEqualTo(RESULT.pairs().size());
    for (int pair = 0; pair < again.pairs().size(); pair++) {
      assertThat(again.pairs().weightBits(pair)).isEqualTo(RESULT.pairs().weightBits(pair));
    }
  }

  @Test
  void usesASavedModelOnAnotherTable() {
    Sample other = new Sample(120, 11);

    LinkResult result =
        Linker.link(other.table(), RESULT.model(), SETTINGS, Constraints.none(), Progress.none());

    Evaluation evaluation = Evaluation.of(clusters(result, other.rows.size()), other.truth());
    assertThat(evaluation.pairs().f1().value()).isGreaterThan(0.97);
  }

  @Test
  void refusesAModelOfOtherFields() {
    Table other =
        Table.builder(Sample.FIELDS.subList(0, 2), List.of("a")).add(0, "1", "x", "2000").build();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Linker.link(other, RESULT.model(), SETTINGS, Constraints.none(), Progress.none()));
  }

  @Test
  void honoursConstraints() {
    int a = SAMPLE.row("0-0");
    int stranger = SAMPLE.row("0-300");
    ScoredPairs pairs = RESULT.pairs();
    int strongest = 0;
    for (int pair = 0; pair < pairs.size(); pair++) {
      strongest = pairs.weightBits(pair) > pairs.weightBits(strongest) ? pair : strongest;
    }
    RowPair parted = new RowPair(pairs.rowA(strongest), pairs.rowB(strongest));
    Constraints constraints = new Constraints(List.of(new RowPair(a, stranger)), List.of(parted));

    LinkResult result = Linker.link(TABLE, SETTINGS, constraints, Progress.none());

    assertThat(result.cluster(a)).isEqualTo(result.cluster(stranger));
    assertThat(result.cluster(parted.rowA())).isNotEqualTo(result.cluster(parted.rowB()));
  }

  /** Every third pair is decided as it truly is, and two strangers are kept apart. */
  private static Constraints decided(LinkResult result, Sample sample) {
    List<RowPair> matches = new ArrayList<>();
    List<RowPair> others = new ArrayList<>(List.of(new RowPair(0, sample.rows.size() - 1)));
    for (int pair = 0; pair < result.pairs().size(); pair++) {
      RowPair rows = new RowPair(result.pairs().rowA(pair), result.pairs().rowB(pair));
      if (pair % 3 == 0) {
        boolean same = sample.entities.get(rows.rowA()).equals(sample.entities.get(rows.rowB()));
        (same ? matches : others).add(rows);
      }
    }
    return new Constraints(matches, others);
  }

  @Test
  void decidedPairsTeachAndEveryWeightIsStillASum() {
    Constraints decided = decided(RESULT, SAMPLE);
    LinkResult taught = Linker.link(TABLE, SETTINGS, decided, Progress.none());
    LinkResult again =
        Linker.link(TABLE, taught.model(), SETTINGS.withThreads(2), decided, Progress.none());

    assertThat(RESULT.model().lessons()).isNull();
    assertThat(taught.model().lessons()).isNotNull();
    assertThat(again.pairs().bits()).isEqualTo(taught.pairs().bits());
    Explainer explainer = new Explainer(TABLE, taught.model(), SETTINGS);
    explainer.count(taught.clusters());
    for (int pair = 0; pair < taught.pairs().size(); pair++) {
      Explanation explanation =
          explainer.explain(taught.pairs().rowA(pair), taught.pairs().rowB(pair));
      List<Explanation.Part> parts = explanation.parts();
      assertThat(parts.get(parts.size() - 1).field()).isEqualTo(Explanation.DECISIONS);
      assertThat(explanation.weightBits()).isEqualTo(taught.pairs().weightBits(pair));
    }
  }

  @Test
  void holdsAtMostOneRowOfEachSourceWhereOneToOne() {
    Sample twice = new Sample(200, 5);
    for (int i = 0; i < 40; i++) {
      twice.add(0, "again-" + i, twice.entities.get(i), twice.rows.get(i));
    }
    Table table = twice.table();

    LinkResult result =
        Linker.link(
            table,
            SETTINGS.withMode(LinkMode.LINK).withOneToOne(true),
            Constraints.none(),
            Progress.none());

    int[][] seen = new int[result.clusterCount()][2];
    for (int row = 0; row < table.size(); row++) {
      assertThat(++seen[result.cluster(row)][table.source(row)]).isEqualTo(1);
    }
  }

  @Test
  void saysHowSureMembershipIs() {
    int[] truth = SAMPLE.truth();
    double sure = 0;
    int right = 0;
    for (int row = 0; row < TABLE.size(); row++) {
      double probability = RESULT.membershipProbability(row);
      assertThat(probability).isBetween(0.0, 1.0);
      sure += probability;
      boolean clean = true;
      for (int other = 0; other < TABLE.size(); other++) {
        clean &= RESULT.cluster(row) != RESULT.cluster(other) || truth[row] == truth[other];
      }
      right += clean ? 1 : 0;
    }
    assertThat(sure / TABLE.size()).isCloseTo((double) right / TABLE.size(), within(0.03));
  }

  @Test
  void linksNothingInAnEmptyOrSingleRowTable() {
    Table empty = Table.builder(Sample.FIELDS, List.of("a")).build();
    Table single =
        Table.builder(Sample.FIELDS, List.of("a"))
            .add(0, "1", "Vi Văn An", null, null, null, null, null)
            .build();

    assertThat(Linker.link(empty, SETTINGS, Constraints.none(), Progress.none()).clusterCount())
        .isZero();
    LinkResult one = Linker.link(single, SETTINGS, Constraints.none(), Progress.none());
    assertThat(one.clusterCount()).isEqualTo(1);
    assertThat(one.membershipProbability(0)).isEqualTo(1);
  }
}
