package org.baophu.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.baophu.coverage.Reason;
import org.baophu.coverage.Reason.Code;
import org.baophu.reference.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notions of fair and the path to the goals, in numbers that can be checked by hand. */
class NotionsTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);
  private static final Goals GOALS =
      new Goals(
          LocalDate.of(2030, 12, 31), BigDecimal.valueOf(60), BigDecimal.valueOf(5), "Resolution");

  /** Of 1,000 and 400 to be insured 600 and 240, in voluntary insurance 50 and 20. */
  private static final CommuneFigures A =
      new CommuneFigures("C1", "Xã A", 1000, 300, 300, 10, 60, 20, 60, 0, 0, 10);

  private static final CommuneFigures B =
      new CommuneFigures("C2", "Xã B", 400, 200, 140, 10, 40, 30, 35, 9, 10, 5);

  private static final List<Organisation> POINTS =
      List.of(
          new Organisation("Post", "p", "C1", 1, 30), new Organisation("Bank", "q", "C2", 3, 30));

  private static TargetSettings settings(long total, String notion, String goal, double growth) {
    return new TargetSettings(
        total,
        TargetSettings.From.GOALS,
        TargetSettings.Goal.of(goal),
        Notion.of(notion),
        new TargetSettings.Weights(2, 1, 1),
        0,
        growth,
        false);
  }

  private static TargetPlan plan(TargetSettings settings, int year) {
    return Targets.plan(
        new PlanInputs(LAST_DAY, List.of(A, B), POINTS, List.of(), GOALS),
        new TargetRequest(year, settings));
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "potential, voluntary, 6 4, '60 : 40'",
    "gap, voluntary, 8 2, '40 : 10 lacking to 5 %'",
    "gap, insured, 8 2, '300 : 100 lacking to 60 %, 7.5 and 2.5, of which the first comes first'",
    "capacity, voluntary, 3 7, '30 : 90, 2.5 and 7.5, likewise'",
    "mix, voluntary, 6 4, '0.5 · 60/95 + 0.25 · 0.8 + 0.25 · 0.25 against 0.5 · 40/95 + 0.25 · 0.2 + 0.25 · 0.75'"
  })
  void sharesTenBy(String notion, String goal, String expected, String reason) {
    TargetPlan plan = plan(settings(10, notion, goal, -1), 2026);

    assertThat(plan.communes())
        .extracting(line -> Long.toString(line.figures().target()))
        .as(reason)
        .containsExactly(expected.split(" ", -1));
  }

  @Test
  void everyNumberSaysWhy() {
    assertThat(plan(settings(10, "gap", "voluntary", -1), 2026).communes().get(0).reasons())
        .containsExactly(Reason.of(Code.TARGET_BY_GAP, "40", "50", "10", "5"));
    assertThat(plan(settings(10, "mix", "voluntary", -1), 2026).communes().get(0).reasons())
        .containsExactly(Reason.of(Code.TARGET_BY_MIX, "50", "25", "25", "56.35", "10"));
    assertThat(plan(settings(17, "potential", "voluntary", 0.1), 2026).communes().get(0).reasons())
        .contains(Reason.of(Code.TARGET_AT_GROWTH, "10", "10"));
    assertThat(plan(settings(10, "potential", "voluntary", -1), 2026).comparisons().get(1))
        .isEqualTo(
            new CommuneComparison(
                "C2",
                "Xã B",
                java.util.Map.of(
                    Notion.POTENTIAL, 4L, Notion.GAP, 2L, Notion.CAPACITY, 7L, Notion.MIX, 4L),
                Notion.POTENTIAL,
                4,
                // 60 : 29 and 60 : 41
                3,
                4,
                List.of(
                    Reason.of(Code.NOTIONS_COMPARED, "2", "7", "potential", "4"),
                    Reason.of(Code.TARGET_RANGE, "3", "4"))));
  }

  @Test
  void aPathIsEvenDayByDay() {
    TargetPlan plan = plan(settings(-1, "potential", "voluntary", -1), 2027);

    // 400 insured are lacking and 50 in voluntary insurance, over 1,461 days, 366 of them in 2028.
    assertThat(plan.path())
        .containsExactly(
            new PathYear(2026, LAST_DAY, LAST_DAY, 440, 0, 20, 0, 0),
            year(2027, 540, 100, 33, 13, 13),
            year(2028, 641, 101, 46, 13, 13),
            year(2029, 741, 100, 58, 12, 12),
            year(2030, 840, 99, 70, 12, 12));
    assertThat(plan.total()).isEqualTo(13);
    assertThat(plan.notes())
        .contains(
            Reason.of(Code.TOTAL_OF_GOALS, "2027", "13", "50", "2030-12-31", "5", "Resolution"));
  }

  private static PathYear year(
      int year, long insured, long newInsured, long voluntary, long newVoluntary, long asked) {
    return new PathYear(
        year,
        LocalDate.of(year - 1, 12, 31),
        LocalDate.of(year, 12, 31),
        insured,
        newInsured,
        voluntary,
        newVoluntary,
        asked);
  }

  @Test
  void theGoalOfAllInsuredLeavesToCollectorsWhatTheLawDoesNotBring() {
    TargetPlan plan = plan(settings(-1, "potential", "both", -1), 2027);

    // 400 lacking, 50 of them on the compulsory routes.
    assertThat(plan.path().stream().mapToLong(PathYear::asked).sum()).isEqualTo(350);
    // 350 · 365 / 1,461 = 87.4
    assertThat(plan.notes())
        .contains(
            Reason.of(Code.TOTAL_OF_GOALS, "2027", "88", "350", "2030-12-31", "60", "Resolution"));
  }

  @Test
  void withoutGoalsAheadOrALabourForceThereIsNoPath() {
    TargetRequest request = new TargetRequest(2031, settings(-1, "gap", "voluntary", -1));
    CommuneFigures unknown = new CommuneFigures("C1", "Xã A", -1, 3, 50);
    List<PlanInputs> none =
        List.of(
            new PlanInputs(LocalDate.of(2030, 12, 31), List.of(A, B), POINTS, List.of(), GOALS),
            new PlanInputs(LAST_DAY, List.of(unknown, B), POINTS, List.of(), GOALS),
            new PlanInputs(LAST_DAY, List.of(A, B), POINTS, List.of(), null));
    for (PlanInputs inputs : none) {
      TargetPlan plan = Targets.plan(inputs, request);
      assertThat(plan.path()).isEmpty();
      assertThat(plan.notes().get(0).code()).isEqualTo(Code.TOTAL_FROM_POTENTIAL);
      assertThat(plan.total()).isPositive();
    }
  }

  @Test
  void theUnseenCountOnlyWhereAsked() {
    TargetSettings or = settings(100, "potential", "voluntary", -1);
    TargetSettings with =
        new TargetSettings(100, or.from(), or.goal(), or.notion(), or.weights(), 0, -1, true);
    assertThat(plan(or, 2026).total()).isEqualTo(70);
    assertThat(plan(with, 2026).total()).isEqualTo(80);
    assertThat(plan(with, 2026).communes().get(1).reasons())
        .contains(Reason.of(Code.TARGET_WITH_UNSEEN, "10"));
  }

  @Test
  void goalsComeFromTheDatedLaw() {
    assertThat(Goals.of(ReferenceTable.read("legal_parameters")))
        .hasValueSatisfying(
            goals -> {
              assertThat(goals.by()).isEqualTo(LocalDate.of(2030, 12, 31));
              assertThat(goals.insuredPercent()).isEqualByComparingTo("60");
              assertThat(goals.voluntaryPercent()).isEqualByComparingTo("5");
            });
    assertThat(Goals.of(List.of())).isEmpty();
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> settings(1, "fair", "both", -1)).hasMessageContaining("fair");
    assertThatThrownBy(() -> settings(1, "mix", "all", -1)).hasMessageContaining("targets.goal");
    assertThatThrownBy(() -> settings(1, "mix", "both", -0.5)).hasMessageContaining("max_growth");
    assertThatThrownBy(() -> settings(-2, "mix", "both", 1)).hasMessageContaining("targets.total");
    assertThatThrownBy(() -> new TargetSettings.Weights(0, 0, 0)).hasMessageContaining("not all 0");
  }
}
