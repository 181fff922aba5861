package org.baophu.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baophu.gate.GateSettings.Action;
import org.baophu.gate.GateSettings.Rule;
import org.baophu.gate.NightStatistics.Figure;
import org.baophu.gate.PastNight.PastFigure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatekeeperTest {
  private static final Measure ROWS = new Measure(Gate.ROWS, "tax");
  private static final Measure PHONE = new Measure(Gate.MISSING_VALUES, "tax.phone");
  private static final Measure COMMUNE = new Measure(Gate.LIST, "05977");

  private final List<PastNight> history = new ArrayList<>();

  private void night(Measure measure, double value, Verdict verdict) {
    history.add(0, new PastNight("2026-10-01", Map.of(measure, new PastFigure(value, verdict))));
  }

  private void nights(Measure measure, double... values) {
    for (double value : values) {
      night(measure, value, Verdict.PASSED);
    }
  }

  private Judgement judge(Measure measure, double value, double base, Rule... rules) {
    return judge(measure, value, base, List.of(), rules);
  }

  private Judgement judge(
      Measure measure, double value, double base, List<Acceptance> accepted, Rule... rules) {
    NightStatistics tonight = new NightStatistics();
    tonight.put(measure, new Figure(value, base));
    return new Gatekeeper(history, new GateSettings(30, List.of(rules)), accepted)
        .judge(tonight)
        .get(0);
  }

  private static Rule rule(
      Action action, @Nullable Double tolerance, @Nullable Double least, @Nullable Double most) {
    return new Rule(Gate.ROWS, null, action, tolerance, least, most);
  }

  private static Acceptance accept(String gate) {
    return Acceptance.parse(gate, "new office", "clerk");
  }

  @Test
  void oneNightTeachesAFloorOfThreeTenths() {
    nights(ROWS, 100_000);

    Judgement judgement = judge(ROWS, 60_000, 60_000);

    // Chance, 5 times the root of 100,000 and 6.25, adds as the other leg of a right angle.
    double width = Math.hypot(30_000, 5 * Math.sqrt(100_000) + 6.25);
    assertThat(judgement.least()).isCloseTo(100_000 - width, within(1e-6));
    assertThat(judgement.most()).isCloseTo(100_000 + width, within(1e-6));
    assertThat(judgement.verdict()).isEqualTo(Verdict.STOPPED);
    assertThat(judgement.usual()).isEqualTo(100_000);
    assertThat(judge(ROWS, 71_000, 71_000).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void aWildHistoryWidensTheBoundsUpToTheCap() {
    // Median 100, median absolute deviation 10: six times 14.826 is 89, more than the cap of 35 %.
    nights(ROWS, 90_000, 110_000, 100_000, 90_000, 110_000);

    Judgement judgement = judge(ROWS, 60_000, 60_000);

    assertThat(judgement.least()).isCloseTo(65_000, within(50.0));
    assertThat(judgement.stops()).isTrue();
  }

  @Test
  void aSteadyHistoryOfTwentyNightsLeavesLittleMoreThanTheFloor() {
    for (int night = 0; night < 20; night++) {
      nights(ROWS, 100_000 + night);
    }

    assertThat(judge(ROWS, 1, 1).least()).isBetween(79_000.0, 80_000.0);
  }

  @Test
  void aKindOfFileThatNoNightHadMayBegin() {
    nights(ROWS, 0, 0);

    assertThat(judge(ROWS, 5_000, 5_000).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void aSmallFileThatEveryNightHadMayNotEnd() {
    nights(ROWS, 4, 4, 4);

    assertThat(judge(ROWS, 0, 0).stops()).isTrue();
    assertThat(judge(ROWS, 1, 1).stops()).isFalse();
  }

  @Test
  void aColumnThatIsSuddenlyEmptyIsSeenAlsoWhereFewCellsWereFilled() {
    nights(PHONE, 0.95, 0.95, 0.95);

    assertThat(judge(PHONE, 1, 10_000).stops()).isTrue();
    assertThat(judge(PHONE, 0.96, 10_000).stops()).isFalse();
  }

  @Test
  void twentyRowsSayNothingAboutARareColumn() {
    nights(PHONE, 0.95);

    assertThat(judge(PHONE, 1, 20).stops()).isFalse();
  }

  @Test
  void halfTheCommunesGoneIsSeenAndAReformOfTheCommunesIsNot() {
    Measure communes = new Measure(Gate.COMMUNES, "tax");
    nights(communes, 0.99, 0.99);

    assertThat(judge(communes, 0.5, 5_000).stops()).isTrue();
    assertThat(judge(communes, 0.6, 300).stops()).isTrue();
    assertThat(judge(communes, 1, 5_000).stops()).isFalse();
  }

  @Test
  void smallCommunesAreLeftAlone() {
    nights(COMMUNE, 12, 14, 11);

    assertThat(judge(COMMUNE, 0, 0).stops()).isFalse();
    assertThat(judge(COMMUNE, 30, 30).stops()).isFalse();
  }

  @Test
  void aLargeCommuneThatEmptiesIsSeen() {
    nights(COMMUNE, 412, 414, 411);

    assertThat(judge(COMMUNE, 0, 0).stops()).isTrue();
  }

  @Test
  void theFirstNightHasAbsoluteBoundsOnly() {
    assertThat(judge(ROWS, 10, 10).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(judge(new Measure(Gate.DUPLICATE_FILES, "all"), 1, 1).stops()).isTrue();
    assertThat(judge(new Measure(Gate.UNKNOWN_COMMUNES, "tax"), 0.9, 5_000).stops()).isTrue();
    assertThat(judge(new Measure(Gate.UNKNOWN_COMMUNES, "tax"), 0.9, 500).stops()).isFalse();
    assertThat(judge(new Measure(Gate.MATCH_RATE, "tax"), 0.01, 5_000).stops()).isTrue();
  }

  @Test
  void settingsOutrankWhatWasLearnt() {
    nights(ROWS, 100, 100);

    assertThat(judge(ROWS, 10, 10, rule(Action.OFF, null, null, null)).verdict())
        .isEqualTo(Verdict.OFF);
    assertThat(judge(ROWS, 10, 10, rule(Action.WARN, null, null, null)).verdict())
        .isEqualTo(Verdict.WARNED);
    assertThat(judge(ROWS, 10, 10, rule(Action.STOP, null, 5.0, null)).verdict())
        .isEqualTo(Verdict.PASSED);
    assertThat(judge(ROWS, 104, 104, rule(Action.STOP, 0.03, null, null)).verdict())
        .isEqualTo(Verdict.STOPPED);
    assertThat(judge(ROWS, 103, 103, rule(Action.STOP, 0.03, null, null)).verdict())
        .isEqualTo(Verdict.PASSED);
    assertThat(judge(ROWS, 100, 100, rule(Action.STOP, null, null, 99.0)).verdict())
        .isEqualTo(Verdict.STOPPED);
  }

  @Test
  void theLastRuleThatFitsCounts() {
    nights(ROWS, 100, 100);
    Rule all = rule(Action.OFF, null, null, null);
    Rule tax = new Rule(Gate.ROWS, "tax", Action.WARN, null, null, null);
    Rule business = new Rule(Gate.ROWS, "business", Action.STOP, null, null, null);

    assertThat(judge(ROWS, 10, 10, all, tax, business).verdict()).isEqualTo(Verdict.WARNED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rows", "rows:tax"})
  void anAcceptanceGoesOnAndKeepsItsReason(String gate) {
    nights(ROWS, 10_000);

    Judgement judgement = judge(ROWS, 5_000, 5_000, List.of(accept(gate)));

    assertThat(judgement.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(judgement.acceptance()).isEqualTo(accept(gate));
    assertThat(judgement.stops()).isFalse();
  }

  @Test
  void anAcceptanceOfAnotherPartHelpsNothing() {
    nights(ROWS, 10_000);

    assertThat(judge(ROWS, 5_000, 5_000, List.of(accept("rows:business"), accept("list"))).stops())
        .isTrue();
  }

  @Test
  void aNewLevelIsAcceptedOnceAndAnEventDoesNotBecomeOne() {
    nights(ROWS, 10_000, 10_000, 10_000);
    night(ROWS, 5_000, Verdict.ACCEPTED);

    assertThat(judge(ROWS, 5_100, 5_100).verdict()).isEqualTo(Verdict.AS_ACCEPTED);
    assertThat(judge(ROWS, 10_000, 10_000).verdict()).isEqualTo(Verdict.PASSED);

    // Back at the old level: the acceptance is spent.
    night(ROWS, 10_000, Verdict.PASSED);
    assertThat(judge(ROWS, 5_100, 5_100).verdict()).isEqualTo(Verdict.STOPPED);
  }

  @Test
  void anEventAfterOneNightDoesNotBlurWhatIsUsual() {
    nights(ROWS, 10_000);
    night(ROWS, 5_000, Verdict.ACCEPTED);

    assertThat(judge(ROWS, 10_000, 10_000).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(judge(ROWS, 5_000, 5_000).verdict()).isEqualTo(Verdict.AS_ACCEPTED);
  }

  @Test
  void onlyTheLastNightsTeach() {
    nights(ROWS, 1, 1, 1, 1, 1);
    for (int night = 0; night < 30; night++) {
      nights(ROWS, 10_000);
    }

    Judgement judgement = judge(ROWS, 10_000, 10_000);

    assertThat(judgement.history()).hasSize(30).containsOnly(10_000.0);
  }

  @Test
  void namesOfGatesAreChecked() {
    assertThatThrownBy(() -> accept("row"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there are duplicate_files, rows, missing_values");
    assertThatThrownBy(() -> Acceptance.parse("rows", " ", "clerk"))
        .hasMessageContaining("must say why");
    assertThatThrownBy(() -> new GateSettings(0, List.of())).hasMessageContaining("gates.nights");
    assertThat(Measure.parse("missing_values:tax.phone")).isEqualTo(PHONE);
    assertThat(PHONE).hasToString("missing_values:tax.phone");
  }
}
