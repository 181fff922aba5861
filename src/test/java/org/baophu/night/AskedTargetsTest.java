package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.baophu.advice.Rounds.Round;
import org.baophu.night.FieldBook.Asked;
import org.baophu.target.CommuneFigures;
import org.baophu.target.Organisation;
import org.baophu.target.PlanInputs;
import org.baophu.target.TargetPlan;
import org.baophu.target.TargetRequest;
import org.baophu.target.TargetSettings;
import org.baophu.target.Targets;
import org.junit.jupiter.api.Test;

class AskedTargetsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
  private static final LocalDate LATER = LocalDate.of(2026, 6, 1);

  private static TargetPlan plan(long potential, TargetRequest request) {
    PlanInputs inputs =
        new PlanInputs(
            FIRST,
            List.of(
                new CommuneFigures("05977", "Phường Đông Kinh", 500, 100, potential),
                new CommuneFigures("06001", "Xã Đoàn Kết", 500, 100, 100)),
            List.of(
                new Organisation("A", "1", "05977", 1, 1000),
                new Organisation("B", "2", "06001", 1, 1000)),
            List.of(),
            null);
    return Targets.plan(inputs, request);
  }

  private static List<Long> targets(List<Asked> asked) {
    return asked.stream().map(Asked::target).toList();
  }

  @Test
  void theFirstNightOfAYearAsksAndLaterOnesKeepToIt() {
    TargetRequest derived = new TargetRequest(2026, TargetSettings.defaults());
    List<Asked> first = AskedTargets.of(FIRST, 1, List.of(), plan(300, derived), Map.of());

    assertThat(targets(first)).containsExactly(60L, 20L);
    assertThat(first.get(0).askedOn()).isEqualTo(FIRST);
    assertThat(AskedTargets.of(LATER, 9, first, plan(500, derived), Map.of())).isEqualTo(first);
    assertThat(AskedTargets.of(FIRST, 1, first, plan(300, derived), Map.of()))
        .as("the same night once more")
        .isEqualTo(first);
  }

  @Test
  void anotherNumberOfTheProvinceKeepsWhatWasWon() {
    List<Asked> first =
        AskedTargets.of(FIRST, 1, List.of(), plan(300, TargetRequest.ofTotal(40, 2026)), Map.of());
    assertThat(targets(first)).containsExactly(30L, 10L);

    Map<Round, Long> won = Map.of(new Round("06001", "B", "2"), 20L);
    List<Asked> anew =
        AskedTargets.of(LATER, 9, first, plan(300, TargetRequest.ofTotal(60, 2026)), won);

    assertThat(targets(anew)).containsExactly(30L, 30L);
    assertThat(anew.get(0).askedOn()).isEqualTo(FIRST);
    assertThat(anew.get(0).runNo()).isEqualTo(9);
    assertThat(AskedTargets.of(LATER, 10, anew, plan(350, TargetRequest.ofTotal(60, 2026)), won))
        .isEqualTo(anew);
  }

  @Test
  void whatWasWonAtAPointThatIsGoneStaysAndAPointNamedTwiceIsOne() {
    Organisation point = new Organisation("A", "1", "05977", 1, 1000);
    PlanInputs inputs =
        new PlanInputs(
            FIRST,
            List.of(new CommuneFigures("05977", "Phường Đông Kinh", 500, 100, 300)),
            List.of(point, point),
            List.of(),
            null);
    List<Asked> first =
        AskedTargets.of(
            FIRST, 1, List.of(), Targets.plan(inputs, TargetRequest.ofTotal(40, 2026)), Map.of());
    assertThat(targets(first)).containsExactly(40L);

    Round gone = new Round("05977", "B", "closed");
    List<Asked> anew =
        AskedTargets.of(
            LATER,
            9,
            first,
            Targets.plan(inputs, TargetRequest.ofTotal(60, 2026)),
            Map.of(gone, 7L, new Round("05977", "A", "1"), 3L));

    assertThat(targets(anew)).containsExactly(53L, 7L);
    assertThat(anew.get(1).collectionPoint()).isEqualTo("closed");
  }
}
