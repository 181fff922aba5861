package org.baophu.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every plan, on thousands of random provinces. */
class TargetsLawsTest {
  private static final String[] ORGANISATIONS = {"Bank", "Post", "Union", "Clinic"};
  private static final Goals GOALS =
      new Goals(
          LocalDate.of(2030, 12, 31), BigDecimal.valueOf(60), BigDecimal.valueOf(5), "Resolution");

  private static PlanInputs random(Random random, int communes, int points) {
    List<CommuneFigures> figures = new ArrayList<>();
    for (int i = 0; i < communes; i++) {
      figures.add(commune(random, "C" + i));
    }
    figures.add(new CommuneFigures("", "", -1, 0, random.nextInt(50)));
    List<Organisation> list = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      String commune = random.nextInt(30) == 0 ? "" : "C" + random.nextInt(communes);
      int staff = random.nextInt(12) == 0 ? -1 : random.nextInt(5);
      double perStaff = random.nextInt(12) == 0 ? -1 : random.nextInt(400) / 4.0;
      list.add(
          new Organisation(
              ORGANISATIONS[random.nextInt(4)], "point " + i, commune, staff, perStaff));
    }
    return new PlanInputs(LocalDate.of(2026, 11, 1), figures, list, List.of(), GOALS);
  }

  private static CommuneFigures commune(Random random, String code) {
    long labourForce = random.nextInt(10) == 0 ? -1 : random.nextInt(20_000);
    long potential = random.nextInt(8) == 0 ? 0 : random.nextInt(900);
    long insured = random.nextInt(5000);
    long participants = random.nextLong(insured + 1);
    return new CommuneFigures(
        code,
        "Xã " + code,
        labourForce,
        insured,
        participants,
        random.nextLong(participants + 1),
        potential,
        random.nextInt(90),
        potential * (0.8 + random.nextDouble() / 4),
        potential * random.nextDouble() / 4,
        random.nextInt(60),
        random.nextInt(3) == 0 ? -1 : random.nextInt(100));
  }

  private static TargetSettings settings(Random random, long total) {
    TargetSettings or = TargetSettings.defaults();
    return new TargetSettings(
        total,
        or.from(),
        random.nextBoolean() ? TargetSettings.Goal.VOLUNTARY : TargetSettings.Goal.BOTH,
        Notion.values()[random.nextInt(4)],
        new TargetSettings.Weights(random.nextDouble(), random.nextDouble(), 0.1),
        random.nextBoolean() ? 0 : random.nextInt(30),
        random.nextBoolean() ? -1 : random.nextInt(8) / 4.0,
        random.nextBoolean());
  }

  private static TargetPlan plan(PlanInputs province, TargetSettings settings) {
    return Targets.plan(province, new TargetRequest(2026, settings));
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void holdForEveryPlan(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 1000; round++) {
      PlanInputs province = random(random, 1 + random.nextInt(20), random.nextInt(40));
      TargetSettings settings = settings(random, random.nextInt(6000));

      TargetPlan plan = plan(province, settings);

      sumsAreExact(plan);
      boundsAreKept(plan);
      itIsTheTotalOrAllThatIsPossible(plan);
      comparisonsHoldTheTarget(plan);
      theOrderDoesNotMatter(province, settings, plan, random);
    }
  }

  private static void sumsAreExact(TargetPlan plan) {
    List<Figures> communes = plan.communes().stream().map(CommuneTarget::figures).toList();
    List<Figures> organisations =
        plan.organisations().stream().map(OrganisationTarget::figures).toList();
    List<Figures> points =
        plan.collectionPoints().stream().map(CollectionPointTarget::figures).toList();
    assertThat(sum(communes, Figures::target)).isEqualTo(plan.total());
    List<ToLongFunction<Figures>> columns =
        List.of(
            Figures::target,
            Figures::potential,
            Figures::insured,
            figures -> Math.max(0, figures.labourForce()));
    for (ToLongFunction<Figures> column : columns) {
      assertThat(sum(points, column)).isEqualTo(sum(communes, column));
    }
    assertThat(sum(organisations, Figures::target)).isEqualTo(plan.total());
    assertThat(sum(organisations, Figures::potential)).isEqualTo(sum(communes, Figures::potential));
    Map<String, Long> byCommune =
        plan.collectionPoints().stream()
            .collect(
                Collectors.groupingBy(
                    CollectionPointTarget::communeCode,
                    Collectors.summingLong(line -> line.figures().target())));
    for (CommuneTarget commune : plan.communes()) {
      assertThat(byCommune.get(commune.communeCode())).isEqualTo(commune.figures().target());
    }
    staffAddsUp(plan);
  }

  private static void staffAddsUp(TargetPlan plan) {
    Map<List<String>, Long> byPoint =
        plan.staff().stream()
            .collect(
                Collectors.groupingBy(
                    l -> List.of(l.organisation(), l.collectionPoint(), l.communeCode()),
                    Collectors.summingLong(StaffTarget::target)));
    for (CollectionPointTarget line : plan.collectionPoints()) {
      assertThat(
              byPoint.get(List.of(line.organisation(), line.collectionPoint(), line.communeCode())))
          .isEqualTo(line.figures().target());
    }
  }

  private static void boundsAreKept(TargetPlan plan) {
    TargetSettings settings = plan.request().settings();
    boolean floorsFit =
        plan.communes().stream().mapToLong(l -> least(plan, l)).sum() <= total(plan);
    for (CommuneTarget line : plan.communes()) {
      assertThat(line.figures().target())
          .isBetween(floorsFit ? least(plan, line) : 0, most(plan, line));
    }
    plan.collectionPoints().stream()
        .map(CollectionPointTarget::figures)
        .filter(figures -> figures.capacity() >= 0)
        .forEach(figures -> assertThat(figures.target()).isBetween(0L, figures.capacity()));
    assertThat(settings.floor()).isNotNegative();
  }

  private static long total(TargetPlan plan) {
    return plan.request().settings().total();
  }

  private static long least(TargetPlan plan, CommuneTarget line) {
    return Math.min(plan.request().settings().floor(), most(plan, line));
  }

  /** Worked out another way than the plan does. */
  private static long most(TargetPlan plan, CommuneTarget line) {
    TargetSettings settings = plan.request().settings();
    CommuneFigures commune =
        plan.inputs().communes().stream()
            .filter(c -> c.communeCode().equals(line.communeCode()))
            .findFirst()
            .orElseThrow();
    long most = commune.potential() + (settings.includeUnseen() ? commune.unseen() : 0);
    if (line.figures().capacity() >= 0) {
      most = Math.min(most, line.figures().capacity());
    }
    if (settings.maxGrowth() >= 0 && commune.lastTarget() > 0) {
      most = Math.min(most, (long) Math.floor(commune.lastTarget() * (1 + settings.maxGrowth())));
    }
    return most;
  }

  private static void itIsTheTotalOrAllThatIsPossible(TargetPlan plan) {
    boolean full =
        plan.communes().stream().allMatch(line -> line.figures().target() == most(plan, line));
    assertThat(plan.total() == total(plan) || full && plan.total() < total(plan)).isTrue();
  }

  private static void comparisonsHoldTheTarget(TargetPlan plan) {
    for (int i = 0; i < plan.comparisons().size(); i++) {
      CommuneComparison line = plan.comparisons().get(i);
      assertThat(line.target()).isEqualTo(plan.communes().get(i).figures().target());
      assertThat(line.under(line.chosen())).isEqualTo(line.target());
      assertThat(line.target()).isBetween(line.smallest(), line.largest());
      assertThat(line.target()).isBetween(line.low(), line.high());
    }
    for (Notion notion : Notion.values()) {
      assertThat(plan.comparisons().stream().mapToLong(line -> line.under(notion)).sum())
          .isEqualTo(plan.total());
    }
  }

  private static void theOrderDoesNotMatter(
      PlanInputs province, TargetSettings settings, TargetPlan plan, Random random) {
    List<CommuneFigures> communes = new ArrayList<>(province.communes());
    List<Organisation> points = new ArrayList<>(province.points());
    Collections.shuffle(communes, random);
    Collections.shuffle(points, random);
    PlanInputs shuffled =
        new PlanInputs(province.date(), communes, points, List.of(), province.goals());
    assertThat(plan(shuffled, settings)).isEqualTo(plan);
  }

  @Test
  void nobodyLosesWhenTheTotalGrows() {
    Random random = new Random(41);
    for (int round = 0; round < 150; round++) {
      PlanInputs province = random(random, 1 + random.nextInt(10), random.nextInt(20));
      TargetSettings settings = settings(random, 0);
      List<Long> before = List.of();
      long total = random.nextInt(300);
      for (int step = 0; step < 20; step++) {
        List<Long> now = allTargets(plan(province, settings.withTotal(total)));
        for (int i = 0; i < before.size(); i++) {
          assertThat(now.get(i)).isGreaterThanOrEqualTo(before.get(i));
        }
        before = now;
        total += 1 + random.nextInt(40);
      }
    }
  }

  /** No list within the box of intervals leads out of the range that is told. */
  @Test
  void theRangeHoldsForAnyListsWithinTheirIntervals() {
    Random random = new Random(61);
    for (int round = 0; round < 200; round++) {
      PlanInputs province = random(random, 2 + random.nextInt(4), random.nextInt(8));
      TargetSettings settings = settings(random, random.nextInt(1500));
      TargetPlan plan = plan(province, settings);
      for (int step = 0; step < 10; step++) {
        List<CommuneFigures> other =
            province.communes().stream().map(commune -> within(commune, random)).toList();
        TargetPlan there =
            plan(
                new PlanInputs(
                    province.date(), other, province.points(), List.of(), province.goals()),
                settings);
        for (int i = 0; i < plan.comparisons().size(); i++) {
          assertThat(there.communes().get(i).figures().target())
              .isBetween(plan.comparisons().get(i).low(), plan.comparisons().get(i).high());
        }
      }
    }
  }

  private static CommuneFigures within(CommuneFigures commune, Random random) {
    long low = Comparisons.shortest(commune);
    long high = Comparisons.longest(commune);
    return commune.withPotential(
        random.nextBoolean()
            ? low + random.nextLong(high - low + 1)
            : random.nextBoolean() ? low : high);
  }

  private static List<Long> allTargets(TargetPlan plan) {
    return Stream.of(
            plan.communes().stream().map(line -> line.figures().target()),
            plan.organisations().stream().map(line -> line.figures().target()),
            plan.collectionPoints().stream().map(line -> line.figures().target()),
            plan.staff().stream().map(StaffTarget::target))
        .flatMap(stream -> stream)
        .toList();
  }

  @Test
  void theFullProvinceHasItsSize() {
    TargetSettings settings = TargetSettings.defaults().withTotal(9000);
    TargetPlan plan = plan(random(new Random(51), 65, 226), settings);

    assertThat(plan.communes()).hasSize(65);
    assertThat(plan.total()).isEqualTo(9000);
    sumsAreExact(plan);
  }

  private static long sum(List<Figures> lines, ToLongFunction<Figures> column) {
    return lines.stream().mapToLong(column).sum();
  }
}
