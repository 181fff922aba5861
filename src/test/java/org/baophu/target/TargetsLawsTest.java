package org.baophu.target;

import static org.assertj.core.api.Assertions.assertThat;

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

  record Case(List<CommuneFigures> communes, List<Organisation> points) {}

  private static Case random(Random random, int communes, int points) {
    List<CommuneFigures> figures = new ArrayList<>();
    for (int i = 0; i < communes; i++) {
      long labourForce = random.nextInt(10) == 0 ? -1 : random.nextInt(20_000);
      long potential = random.nextInt(8) == 0 ? 0 : random.nextInt(900);
      figures.add(
          new CommuneFigures("C" + i, "Xã " + i, labourForce, random.nextInt(5000), potential));
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
    return new Case(figures, list);
  }

  private static TargetPlan plan(Case province, long total) {
    return Targets.plan(province.communes(), province.points(), TargetRequest.ofTotal(total, 2026));
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void holdForEveryPlan(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 1500; round++) {
      Case province = random(random, 1 + random.nextInt(20), random.nextInt(40));
      long total = random.nextInt(6000);

      TargetPlan plan = plan(province, total);

      sumsAreExact(plan);
      boundsAreKept(plan);
      itIsTheTotalOrAllThatIsPossible(plan, total);
      theOrderDoesNotMatter(province, total, plan, random);
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
  }

  private static void boundsAreKept(TargetPlan plan) {
    assertThat(plan.communes())
        .allMatch(line -> line.figures().target() <= line.figures().potential());
    Stream.concat(
            plan.communes().stream().map(CommuneTarget::figures),
            plan.collectionPoints().stream().map(CollectionPointTarget::figures))
        .forEach(
            figures -> {
              assertThat(figures.target()).isNotNegative();
              if (figures.capacity() >= 0) {
                assertThat(figures.target()).isLessThanOrEqualTo(figures.capacity());
              }
            });
  }

  private static void itIsTheTotalOrAllThatIsPossible(TargetPlan plan, long total) {
    boolean full =
        plan.communes().stream()
            .map(CommuneTarget::figures)
            .allMatch(
                figures ->
                    figures.target() == figures.potential()
                        || figures.target() == figures.capacity());
    assertThat(plan.total() == total || full && plan.total() < total).isTrue();
  }

  private static void theOrderDoesNotMatter(
      Case province, long total, TargetPlan plan, Random random) {
    List<CommuneFigures> communes = new ArrayList<>(province.communes());
    List<Organisation> points = new ArrayList<>(province.points());
    Collections.shuffle(communes, random);
    Collections.shuffle(points, random);
    assertThat(plan(new Case(communes, points), total)).isEqualTo(plan);
  }

  @Test
  void nobodyLosesWhenTheTotalGrows() {
    Random random = new Random(41);
    for (int round = 0; round < 200; round++) {
      Case province = random(random, 1 + random.nextInt(10), random.nextInt(20));
      List<Long> before = List.of();
      long total = random.nextInt(500);
      for (int step = 0; step < 20; step++) {
        List<Long> now = allTargets(plan(province, total));
        for (int i = 0; i < before.size(); i++) {
          assertThat(now.get(i)).isGreaterThanOrEqualTo(before.get(i));
        }
        before = now;
        total += 1 + random.nextInt(40);
      }
    }
  }

  private static List<Long> allTargets(TargetPlan plan) {
    return Stream.of(
            plan.communes().stream().map(line -> line.figures().target()),
            plan.organisations().stream().map(line -> line.figures().target()),
            plan.collectionPoints().stream().map(line -> line.figures().target()))
        .flatMap(stream -> stream)
        .toList();
  }

  @Test
  void theFullProvinceHasItsSize() {
    TargetPlan plan = plan(random(new Random(51), 65, 226), 9000);

    assertThat(plan.communes()).hasSize(65);
    assertThat(plan.total()).isEqualTo(9000);
    sumsAreExact(plan);
  }

  private static long sum(List<Figures> lines, ToLongFunction<Figures> column) {
    return lines.stream().mapToLong(column).sum();
  }
}
