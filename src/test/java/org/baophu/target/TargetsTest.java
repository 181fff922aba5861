package org.baophu.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.baophu.coverage.Reason;
import org.baophu.coverage.Reason.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 1);
  private static final CommuneFigures A = new CommuneFigures("06001", "Xã A", 1000, 100, 50);
  private static final CommuneFigures B = new CommuneFigures("06002", "Xã B", 600, 50, 30);
  private static final CommuneFigures C = new CommuneFigures("06003", "Xã C", -1, 20, 20);

  private static Organisation point(String organisation, String name, String commune, int staff) {
    return new Organisation(organisation, name, commune, staff, 10);
  }

  private static TargetPlan plan(List<Organisation> points, long total) {
    return plan(List.of(C, A, B), points, total);
  }

  private static TargetPlan plan(
      List<CommuneFigures> communes, List<Organisation> points, long total) {
    return Targets.plan(
        new PlanInputs(DATE, communes, points, List.of(), null),
        TargetRequest.ofTotal(total, 2026));
  }

  private static TargetPlan planOf(int year, List<ProvinceTarget> provinceTargets) {
    return Targets.plan(
        new PlanInputs(DATE, List.of(A, B), List.of(), provinceTargets, null),
        new TargetRequest(year, TargetSettings.defaults()));
  }

  private static List<Long> targets(TargetPlan plan) {
    return plan.communes().stream().map(commune -> commune.figures().target()).toList();
  }

  @Test
  void communesGetInProportionToPotential() {
    TargetPlan plan =
        plan(List.of(point("Post", "p", "06001", 9), point("Post", "q", "06002", 9)), 10);

    assertThat(plan.communes())
        .containsExactly(
            new CommuneTarget(
                "06001",
                "Xã A",
                new Figures(1000, 100, 50, 0.5, 90, 5),
                List.of(Reason.of(Code.TARGET_BY_POTENTIAL, "50", "100", "10"))),
            new CommuneTarget(
                "06002",
                "Xã B",
                new Figures(600, 50, 30, 0.3, 90, 3),
                List.of(Reason.of(Code.TARGET_BY_POTENTIAL, "30", "100", "10"))),
            new CommuneTarget(
                "06003",
                "Xã C",
                new Figures(-1, 20, 20, 0.2, -1, 2),
                List.of(
                    Reason.of(Code.TARGET_BY_POTENTIAL, "20", "100", "10"),
                    Reason.of(Code.TARGET_NO_COLLECTION_POINT))));
    assertThat(plan.notes())
        .containsExactly(
            Reason.of(Code.TOTAL_REQUESTED, "10"),
            Reason.of(Code.COMMUNES_WITHOUT_POINT, "1", "2"));
  }

  @Test
  void capacityHoldsACommuneBack() {
    List<Organisation> points =
        List.of(
            new Organisation("Post", "p", "06001", 1, 2.9),
            point("Post", "q", "06002", 9),
            point("Post", "r", "06003", 9));

    TargetPlan plan = plan(points, 10);

    // 30 : 20 over the 8 that A cannot take.
    assertThat(targets(plan)).containsExactly(2L, 5L, 3L);
    assertThat(plan.communes().get(0).reasons()).contains(Reason.of(Code.TARGET_AT_CAPACITY, "2"));
    assertThat(plan.notes()).contains(Reason.of(Code.CAPACITY_SHORT, "1", "3"));
  }

  @Test
  void anImpossibleTotalIsLowered() {
    TargetPlan plan = plan(List.of(new Organisation("Post", "p", "06001", 2, 10)), 500);

    assertThat(targets(plan)).containsExactly(20L, 30L, 20L);
    assertThat(plan.total()).isEqualTo(70);
    assertThat(plan.notes())
        .contains(Reason.of(Code.TOTAL_CAPPED, "500", "70"))
        .contains(Reason.of(Code.CAPACITY_SHORT, "1", "30"));
    assertThat(plan.communes().get(1).reasons())
        .contains(Reason.of(Code.TARGET_AT_POTENTIAL, "30"));
  }

  @Test
  void pointsShareByCapacityAndOrganisationsAddUp() {
    List<Organisation> points =
        List.of(
            point("Bank", "b", "06001", 1),
            point("Post", "p", "06001", 3),
            point("Post", "q", "06002", 2));

    TargetPlan plan = plan(points, 10);

    assertThat(plan.collectionPoints())
        .extracting(line -> line.organisation() + line.collectionPoint(), this::figures)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("", new Figures(-1, 20, 20, 0.2, -1, 2)),
            org.assertj.core.groups.Tuple.tuple("Bankb", new Figures(250, 25, 13, 0.13, 10, 1)),
            org.assertj.core.groups.Tuple.tuple("Postp", new Figures(750, 75, 37, 0.37, 30, 4)),
            org.assertj.core.groups.Tuple.tuple("Postq", new Figures(600, 50, 30, 0.3, 20, 3)));
    assertThat(plan.organisations())
        .containsExactly(
            new OrganisationTarget(
                "",
                new Figures(-1, 20, 20, 0.2, -1, 2),
                List.of(Reason.of(Code.TARGET_NO_COLLECTION_POINT))),
            new OrganisationTarget(
                "Bank",
                new Figures(250, 25, 13, 0.13, 10, 1),
                List.of(Reason.of(Code.TARGET_SUM_OF_POINTS, "1"))),
            new OrganisationTarget(
                "Post",
                new Figures(1350, 125, 67, 0.67, 50, 7),
                List.of(Reason.of(Code.TARGET_SUM_OF_POINTS, "2"))));
  }

  private Figures figures(CollectionPointTarget line) {
    return line.figures();
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "3 10, 1 10, 3 1, target_by_capacity, by capacity",
    "3 -1, 1 10, 3 1, target_by_staff, by staff where a capacity is unknown",
    "1 -1, 1 1, 3 1, target_by_staff, but never beyond what is known",
    "-1 10, 1 10, 2 2, target_in_equal_parts, in equal parts where staff is unknown",
    "0 -1, 1 10, 0 4, target_by_capacity, nobody takes nothing"
  })
  void pointsShareBy(String first, String second, String expected, String code, String reason) {
    CommuneFigures commune = new CommuneFigures("06001", "Xã A", 10, 0, 8);
    List<Organisation> points = List.of(parse("p", first), parse("q", second));

    TargetPlan plan = plan(List.of(commune), points, 4);

    assertThat(
            plan.collectionPoints().stream()
                .map(line -> Long.toString(line.figures().target()))
                .toList())
        .as(reason)
        .containsExactly(expected.split(" ", -1));
    assertThat(plan.collectionPoints())
        .allMatch(line -> line.reasons().get(0).code().code().equals(code));
  }

  private static Organisation parse(String name, String numbers) {
    String[] parts = numbers.split(" ", -1);
    return new Organisation(
        "Post", name, "06001", Integer.parseInt(parts[0]), Double.parseDouble(parts[1]));
  }

  @Test
  void unknownCapacityBoundsNothing() {
    TargetPlan plan = plan(List.of(new Organisation("Post", "p", "06001", 3, -1)), 100);

    assertThat(targets(plan)).containsExactly(50L, 30L, 20L);
    assertThat(plan.communes().get(0).reasons())
        .containsExactly(
            Reason.of(Code.TARGET_BY_POTENTIAL, "50", "100", "100"),
            Reason.of(Code.TARGET_AT_POTENTIAL, "50"),
            Reason.of(Code.TARGET_CAPACITY_UNKNOWN));
  }

  @Test
  void whatHasNoCommuneIsCounted() {
    List<CommuneFigures> figures = List.of(A, new CommuneFigures("", "", -1, 3, 17));
    List<Organisation> points =
        List.of(point("Post", "p", "06001", 5), point("Post", "lost", "", 5));

    TargetPlan plan = plan(figures, points, 10);

    assertThat(plan.communes()).extracting(CommuneTarget::communeCode).containsExactly("06001");
    assertThat(plan.notes())
        .contains(Reason.of(Code.POTENTIAL_WITHOUT_COMMUNE, "17"))
        .contains(Reason.of(Code.POINT_WITHOUT_COMMUNE, "1", "lost"));
    assertThat(plan.collectionPoints())
        .filteredOn(line -> line.collectionPoint().equals("lost"))
        .singleElement()
        .satisfies(line -> assertThat(line.figures()).isEqualTo(new Figures(0, 0, 0, 0, 50, 0)));
    assertThat(plan.organisations().get(0).figures().target()).isEqualTo(10);
  }

  @Test
  void theTotalIsTheProvincesOfTheYear() {
    List<ProvinceTarget> targets =
        List.of(
            new ProvinceTarget(2025, "new_voluntary", 1),
            new ProvinceTarget(2026, "all", 2),
            new ProvinceTarget(2026, "new_voluntary", 33));

    TargetPlan plan = planOf(2026, targets);

    assertThat(plan.total()).isEqualTo(33);
    assertThat(plan.notes())
        .contains(Reason.of(Code.TOTAL_OF_PROVINCE, "2026", "new_voluntary", "33"));
  }

  @Test
  void elseItIsAFifthOfThePotential() {
    TargetPlan plan = planOf(2026, List.of());

    assertThat(plan.total()).isEqualTo(16);
    assertThat(plan.notes()).contains(Reason.of(Code.TOTAL_FROM_POTENTIAL, "20", "80", "16"));
  }

  @Test
  void withoutCommunesThereIsNothingToShare() {
    TargetPlan plan = plan(List.of(), List.of(), 5);

    assertThat(plan.total()).isZero();
    assertThat(plan.communes()).isEmpty();
    assertThat(plan.notes()).contains(Reason.of(Code.TOTAL_CAPPED, "5", "0"));
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> plan(List.of(A, A), List.of(), 5)).hasMessageContaining("06001");
    assertThatThrownBy(() -> TargetRequest.ofTotal(-2, 2026)).hasMessageContaining("-2");
    assertThatThrownBy(() -> new Organisation("Post", "p", "", -2, 1)).hasMessageContaining("Post");
    assertThatThrownBy(() -> new Organisation("Post", "p", "", 1, Double.NaN))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new CommuneFigures("06001", "", 0, 0, -1))
        .hasMessageContaining("06001");
    assertThatThrownBy(() -> new ProvinceTarget(2026, "new_voluntary", -1))
        .hasMessageContaining("2026");
  }
}
