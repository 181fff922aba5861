package org.baophu.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.baophu.coverage.Reason;
import org.baophu.coverage.Reason.Code;
import org.junit.jupiter.api.Test;

/** What has to give way is the least that can: all smaller ways are tried and fail. */
class RelaxationsTest {

  private static CommuneFigures commune(int number, long potential, long lastTarget) {
    return new CommuneFigures(
        "C" + number, "Xã", 100, 0, 0, 0, potential, 0, potential, 0, 0, lastTarget);
  }

  private static TargetPlan plan(
      List<CommuneFigures> communes, long[] capacity, long total, long floor, double growth) {
    List<Organisation> points = new ArrayList<>();
    for (int i = 0; i < capacity.length; i++) {
      points.add(new Organisation("Post", "p" + i, "C" + i, 1, capacity[i]));
    }
    TargetSettings or = TargetSettings.defaults();
    TargetSettings settings =
        new TargetSettings(
            total, or.from(), or.goal(), or.notion(), or.weights(), floor, growth, false);
    return Targets.plan(
        new PlanInputs(LocalDate.of(2026, 11, 1), communes, points, List.of(), null),
        new TargetRequest(2026, settings));
  }

  private static Optional<Reason> note(TargetPlan plan, Code code) {
    return plan.notes().stream().filter(note -> note.code() == code).findFirst();
  }

  private static long argument(Reason reason, int number) {
    return Long.parseLong(reason.arguments().get(number));
  }

  @Test
  void capacitiesAreRaisedWhereThereIsMostRoom() {
    List<CommuneFigures> communes =
        List.of(commune(0, 50, -1), commune(1, 90, -1), commune(2, 30, -1));

    TargetPlan plan = plan(communes, new long[] {20, 20, 20}, 140, 0, -1);

    assertThat(plan.total()).isEqualTo(60);
    assertThat(plan.notes())
        .contains(
            Reason.of(Code.TOTAL_CAPPED, "140", "60"),
            Reason.of(Code.RELAX_CAPACITY, "80", "2", "C0;C1", ""));
    assertThat(plan.communes().get(1).reasons())
        .contains(Reason.of(Code.TARGET_RAISE_CAPACITY, "70"));
    assertThat(plan.communes().get(0).reasons())
        .contains(Reason.of(Code.TARGET_RAISE_CAPACITY, "10"));
  }

  @Test
  void growthGivesWayInStepsOfATenthOfAPercent() {
    List<CommuneFigures> communes = List.of(commune(0, 500, 100), commune(1, 500, 200));

    TargetPlan plan = plan(communes, new long[] {400, 400}, 341, 0, 0.1);

    // 113.6 + 227.2 = 340 whole persons; at 13.7 % 113 + 227, at 14 % 114 + 228.
    assertThat(plan.total()).isEqualTo(330);
    assertThat(note(plan, Code.RELAX_GROWTH)).contains(Reason.of(Code.RELAX_GROWTH, "14"));
    assertThat(note(plan, Code.RELAX_CAPACITY)).isEmpty();
  }

  @Test
  void whereTheListsEndNothingHelps() {
    TargetPlan plan = plan(List.of(commune(0, 5, 3)), new long[] {2}, 6, 0, 0);

    assertThat(plan.notes()).contains(Reason.of(Code.RELAX_NOTHING, "6", "5"));
  }

  /** By trying all smaller ones: fewest persons, and with these the fewest communes. */
  @Test
  void noSmallerRaiseWouldDo() {
    Random random = new Random(71);
    int raised = 0;
    for (int round = 0; round < 2000; round++) {
      int count = 1 + random.nextInt(4);
      long[] capacity = LongStream.generate(() -> random.nextInt(4)).limit(count).toArray();
      double growth = random.nextBoolean() ? -1 : random.nextInt(4) / 2.0;
      List<CommuneFigures> communes =
          IntStream.range(0, count)
              .mapToObj(i -> commune(i, random.nextInt(5), random.nextInt(4) - 1))
              .toList();
      long total = random.nextInt(12);
      TargetPlan plan = plan(communes, capacity, total, 0, growth);
      Optional<Reason> note = note(plan, Code.RELAX_CAPACITY);
      if (note.isPresent() && note.get().arguments().get(3).isEmpty()) {
        raised++;
        long[] fewest = fewest(communes, capacity, growth, total);
        assertThat(argument(note.get(), 0)).isEqualTo(fewest[0]);
        assertThat(argument(note.get(), 1)).isEqualTo(fewest[1]);
      } else if (plan.total() < total && note(plan, Code.RELAX_CAPACITY).isEmpty()) {
        assertThat(fewest(communes, capacity, growth, total)[0]).isEqualTo(Long.MAX_VALUE);
      }
    }
    assertThat(raised).isGreaterThan(200);
  }

  /** Persons and communes of the smallest raise of all that make the total possible. */
  private static long[] fewest(
      List<CommuneFigures> communes, long[] capacity, double growth, long total) {
    long[] best = {Long.MAX_VALUE, 0};
    int most = 6;
    for (int code = 0; code < Math.pow(most, capacity.length); code++) {
      long possible = 0;
      long persons = 0;
      long places = 0;
      int rest = code;
      for (int i = 0; i < capacity.length; i++) {
        long raise = rest % most;
        rest /= most;
        persons += raise;
        places += raise > 0 ? 1 : 0;
        possible += Math.min(capacity[i] + raise, possible(communes.get(i), growth));
      }
      if (possible >= total && (persons < best[0] || persons == best[0] && places < best[1])) {
        best = new long[] {persons, places};
      }
    }
    return best;
  }

  private static long possible(CommuneFigures commune, double growth) {
    return growth < 0 || commune.lastTarget() <= 0
        ? commune.potential()
        : Math.min(commune.potential(), (long) (commune.lastTarget() * (1 + growth)));
  }

  @Test
  void growthIsRaisedNoFurtherThanNeeded() {
    Random random = new Random(72);
    int relaxed = 0;
    for (int round = 0; round < 500; round++) {
      List<CommuneFigures> communes =
          List.of(commune(0, 60, 1 + random.nextInt(30)), commune(1, 60, 1 + random.nextInt(30)));
      long[] capacity = {40, 40};
      long total = random.nextInt(90);
      Optional<Reason> note = note(plan(communes, capacity, total, 0, 0.05), Code.RELAX_GROWTH);
      if (note.isPresent()) {
        relaxed++;
        double growth = Double.parseDouble(note.get().arguments().get(0)) / 100;
        assertThat(plan(communes, capacity, total, 0, growth).total()).isEqualTo(total);
        double less = Math.round(growth * 1000 - 1) / 1000.0;
        assertThat(plan(communes, capacity, total, 0, less).total()).isLessThan(total);
      }
    }
    assertThat(relaxed).isGreaterThan(100);
  }

  @Test
  void theHighestFloorThatFitsIsTold() {
    Random random = new Random(73);
    int beyond = 0;
    for (int round = 0; round < 1000; round++) {
      List<CommuneFigures> communes =
          IntStream.range(0, 3).mapToObj(i -> commune(i, random.nextInt(30), -1)).toList();
      long[] capacity = {25, 25, 25};
      long total = random.nextInt(60);
      long floor = random.nextInt(30);
      TargetPlan plan = plan(communes, capacity, total, floor, -1);
      Optional<Reason> note = note(plan, Code.FLOORS_BEYOND_TOTAL);
      if (note.isPresent()) {
        beyond++;
        assertThat(plan.total()).isEqualTo(total);
        assertThat(plan(communes, capacity, total, argument(note.get(), 3), -1).notes())
            .noneMatch(n -> n.code() == Code.FLOORS_BEYOND_TOTAL);
        assertThat(plan(communes, capacity, total, argument(note.get(), 3) + 1, -1).notes())
            .anyMatch(n -> n.code() == Code.FLOORS_BEYOND_TOTAL);
      }
      note(plan, Code.FLOOR_GIVES_WAY)
          .ifPresent(
              n ->
                  assertThat(plan(communes, capacity, total, argument(n, 2), -1).notes())
                      .noneMatch(m -> m.code() == Code.FLOOR_GIVES_WAY));
    }
    assertThat(beyond).isGreaterThan(100);
  }
}
