package org.baophu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.baophu.person.RecordKey;
import org.junit.jupiter.api.Test;

class DecisionsTest {
  private static Decision match(String a, String b, String day) {
    return decision(a, b, Verdict.MATCH, day);
  }

  private static Decision noMatch(String a, String b, String day) {
    return decision(a, b, Verdict.NO_MATCH, day);
  }

  private static Decision decision(String a, String b, Verdict verdict, String day) {
    return new Decision(
        Clusters.key(a),
        Clusters.key(b),
        verdict,
        "lan",
        day.isEmpty() ? null : LocalDate.parse(day),
        "");
  }

  @Test
  void theLatestDecisionAboutAPairWins() {
    Decision later = noMatch("2", "1", "2026-02-01");

    Decisions decisions = Decisions.of(List.of(later, match("1", "2", "2026-01-01")));

    assertThat(decisions).isEqualTo(new Decisions(List.of(later), List.of()));
    assertThat(later.a()).isEqualTo(Clusters.key("1"));
  }

  @Test
  void aDayWinsOverNone() {
    Decision dated = match("1", "2", "2026-01-01");

    assertThat(Decisions.of(List.of(dated, noMatch("1", "2", ""))).inForce())
        .containsExactly(dated);
  }

  @Test
  void aRevocationEndsWhatWasDecidedUpToItsDayAndOnIt() {
    Decision revoked = decision("2", "1", Verdict.REVOKE, "2026-02-01");
    Decision again = match("1", "2", "2026-02-02");

    Decisions over =
        Decisions.of(
            List.of(
                match("1", "2", "2026-01-01"),
                noMatch("1", "2", "2026-02-01"),
                noMatch("1", "2", ""),
                revoked));

    assertThat(over).isEqualTo(new Decisions(List.of(), List.of()));
    assertThat(Decisions.of(List.of(revoked, again)).inForce()).containsExactly(again);
  }

  @Test
  void aRevocationSettlesAContradiction() {
    List<Decision> decisions =
        new ArrayList<>(
            List.of(
                match("1", "2", "2026-01-01"),
                match("2", "3", "2026-01-01"),
                noMatch("1", "3", "2026-01-01")));
    assertThat(Decisions.of(decisions).contradictions()).hasSize(1);

    decisions.add(decision("1", "2", Verdict.REVOKE, "2026-01-02"));

    assertThat(Decisions.of(decisions).contradictions()).isEmpty();
    assertThat(Decisions.of(decisions).inForce()).hasSize(2);
  }

  @Test
  void theSameDecisionTwiceIsOne() {
    Decision once = match("1", "2", "2026-01-01");

    assertThat(Decisions.of(List.of(once, once)))
        .isEqualTo(new Decisions(List.of(once), List.of()));
  }

  @Test
  void verdictsOfOneDayContradictAndNoneIsApplied() {
    Decision yes = match("1", "2", "2026-02-01");
    Decision no = noMatch("1", "2", "2026-02-01");
    Decision other = match("3", "4", "");

    Decisions decisions = Decisions.of(List.of(no, yes, match("1", "2", "2026-01-01"), other));

    assertThat(decisions.inForce()).containsExactly(other);
    assertThat(decisions.contradictions())
        .containsExactly(new Contradiction(Contradiction.Kind.SAME_DAY, List.of(yes, no)));
  }

  @Test
  void soDoVerdictsWithoutADay() {
    assertThat(Decisions.of(List.of(match("1", "2", ""), noMatch("1", "2", ""))).contradictions())
        .hasSize(1);
  }

  @Test
  void matchesThatLeadToANoMatchContradictIt() {
    Decision ab = match("A", "B", "2026-01-01");
    Decision bc = match("B", "C", "2026-01-02");
    Decision ac = noMatch("A", "C", "2026-01-03");
    Decision cd = match("C", "D", "2026-01-04");

    Decisions decisions = Decisions.of(List.of(ab, bc, ac, cd));

    assertThat(decisions.inForce()).containsExactly(cd);
    assertThat(decisions.contradictions())
        .containsExactly(new Contradiction(Contradiction.Kind.TRANSITIVE, List.of(ab, bc, ac)));
  }

  @Test
  void aLaterDecisionSettlesATransitiveContradiction() {
    Decisions decisions =
        Decisions.of(
            List.of(
                match("A", "B", "2026-01-01"),
                match("B", "C", "2026-01-02"),
                noMatch("A", "C", "2026-01-03"),
                noMatch("B", "C", "2026-01-04")));

    assertThat(decisions.contradictions()).isEmpty();
    assertThat(decisions.inForce()).hasSize(3);
  }

  @Test
  void noMatchesDoNotAddUp() {
    List<Decision> all = List.of(noMatch("A", "B", ""), match("B", "C", ""), noMatch("C", "D", ""));

    assertThat(Decisions.of(all)).isEqualTo(new Decisions(all, List.of()));
  }

  @Test
  void aRecordIsNotDecidedAgainstItself() {
    assertThatThrownBy(() -> match("1", "1", "")).hasMessageContaining("tax:1");
  }

  /** On random decisions: those in force never contradict, and their order never matters. */
  @Test
  void thoseInForceNeverContradict() {
    Random random = new Random(7);
    int contradictions = 0;
    for (int round = 0; round < 2000; round++) {
      List<Decision> all = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        int a = random.nextInt(6);
        int b = (a + 1 + random.nextInt(5)) % 6;
        Verdict verdict = random.nextInt(3) > 0 ? Verdict.MATCH : Verdict.NO_MATCH;
        all.add(decision("R" + a, "R" + b, verdict, "2026-01-0" + (1 + random.nextInt(4))));
      }

      Decisions decisions = Decisions.of(all);

      Map<RecordKey, RecordKey> group = groups(decisions.inForce());
      for (Decision decision : decisions.inForce()) {
        boolean together = find(group, decision.a()).equals(find(group, decision.b()));
        assertThat(together).isEqualTo(decision.verdict() == Verdict.MATCH);
      }
      Collections.shuffle(all, random);
      assertThat(Decisions.of(all)).isEqualTo(decisions);
      contradictions += decisions.contradictions().size();
    }
    assertThat(contradictions).isGreaterThan(1000);
  }

  private static Map<RecordKey, RecordKey> groups(List<Decision> decisions) {
    Map<RecordKey, RecordKey> group = new HashMap<>();
    for (Decision decision : decisions) {
      if (decision.verdict() == Verdict.MATCH) {
        group.put(find(group, decision.a()), find(group, decision.b()));
      }
    }
    return group;
  }

  private static RecordKey find(Map<RecordKey, RecordKey> group, RecordKey key) {
    RecordKey next = group.get(key);
    return next == null || next.equals(key) ? key : find(group, next);
  }
}
