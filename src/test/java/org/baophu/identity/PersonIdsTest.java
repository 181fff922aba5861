package org.baophu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.baophu.identity.IdentityChange.Kind;
import org.baophu.identity.PersonIds.Assignment;
import org.baophu.person.RecordKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonIdsTest {

  @ParameterizedTest(name = "{4}: {0} becomes {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "1 2 | 3; 1 2 | 3; P0000001: 1 2 | P0000002: 3; ''; nothing changed",
        "1 2 | 3; 3 | 2 1; P0000001: 1 2 | P0000002: 3; ''; the order of clusters does not matter",
        "1 2; 1 2 9 | 8; P0000001: 1 2 9 | P0000002: 8; ''; new records",
        "1 2 | 3; 1; P0000001: 1; ''; withdrawn records",
        "1 | 2; 2 | 3; P0000002: 2 | P0000003: 3; ''; an id that is gone is not given again",
        "1 2 | 3; 1 2 3; P0000001: 1 2 3; MERGED P0000001 P0000002; a merge keeps the oldest",
        "1 | 2 3 4; 1 2 3 4; P0000001: 1 2 3 4; MERGED P0000001 P0000002; oldest and not largest",
        "1 | 2 | 3; 1 2 3; P0000001: 1 2 3; MERGED P0000001 P0000002 MERGED P0000001 P0000003;"
            + " three",
        "1 2 3; 1 | 2 3; P0000001: 2 3 | P0000002: 1; SPLIT P0000001 P0000002; most records keep",
        "1 2; 1@0.6 | 2@0.9; P0000001: 2 | P0000002: 1; SPLIT P0000001 P0000002; then most surely",
        "1 2; 1 | 2; P0000001: 1 | P0000002: 2; SPLIT P0000001 P0000002; then the smallest key",
        "1 2 3; 1 7 8 9 | 2 3; P0000001: 2 3 | P0000002: 1 7 8 9; SPLIT P0000001 P0000002; new"
            + " records are no evidence",
        "1 2 3 | 4 5 6; 1 2 6 | 4 5 3; P0000001: 1 2 6 | P0000002: 3 4 5; SPLIT P0000001 P0000002"
            + " SPLIT P0000002 P0000001; a swap",
        "1 | 2; 2 | 1; P0000001: 1 | P0000002: 2; ''; a swap of places is none",
        "1 2 | 3 4 5; 1 2 3 4 | 5; P0000001: 1 2 3 4 | P0000003: 5; MERGED P0000001 P0000002 SPLIT"
            + " P0000002 P0000003; merge and split together",
        "1 2 3 4 5 | 6 7; 1 6 7 | 2 3 4 5; P0000001: 2 3 4 5 | P0000002: 1 6 7; SPLIT P0000001"
            + " P0000002; one moves to a younger id"
      })
  void keepsIds(String before, String after, String expected, String changes, String reason) {
    Assignment first = PersonIds.assign(Clusters.of(before), Map.of(), 0);

    Assignment second =
        PersonIds.assign(Clusters.of(after), Clusters.idsOf(first.persons()), first.lastNumber());

    assertThat(Clusters.describe(second.persons())).as(reason).isEqualTo(expected);
    assertThat(describe(second.changes())).as(reason).isEqualTo(changes);
  }

  @Test
  void newIdsFollowTheSmallestKeys() {
    Assignment assignment = PersonIds.assign(Clusters.of("5 9 | 1 7 | 3"), Map.of(), 41);

    assertThat(Clusters.describe(assignment.persons()))
        .isEqualTo("P0000042: 1 7 | P0000043: 3 | P0000044: 5 9");
    assertThat(assignment.lastNumber()).isEqualTo(44);
  }

  @Test
  void numbersBeyondSevenDigitsSortAsNumbers() {
    Map<RecordKey, String> previous =
        Map.of(Clusters.key("1"), "P10000000", Clusters.key("2"), "P9999999");

    Assignment assignment = PersonIds.assign(Clusters.of("1 | 2"), previous, 10_000_000);

    assertThat(Clusters.describe(assignment.persons())).isEqualTo("P9999999: 2 | P10000000: 1");
  }

  @Test
  void aLastNumberThatLagsBehindIsMended() {
    Assignment assignment =
        PersonIds.assign(Clusters.of("1 | 2"), Map.of(Clusters.key("1"), "P0000007"), 3);

    assertThat(Clusters.describe(assignment.persons())).isEqualTo("P0000007: 1 | P0000008: 2");
  }

  @Test
  void nobodyIsNobody() {
    assertThat(PersonIds.assign(List.of(), Map.of(), 5))
        .isEqualTo(new Assignment(List.of(), List.of(), 5));
  }

  @Test
  void brokenSetUpsAreRefused() {
    assertThatThrownBy(() -> PersonIds.assign(Clusters.of("1 | 1"), Map.of(), 0))
        .hasMessage("record tax:1 stands in two clusters");
    assertThatThrownBy(() -> PersonIds.assign(List.of(List.of()), Map.of(), 0))
        .hasMessage("a cluster without records");
    for (String id : List.of("", "P1", "Q0000001", "P0000000", "P00000001", "P000000x")) {
      assertThatThrownBy(() -> PersonIds.assign(Clusters.of("1"), Map.of(Clusters.key("1"), id), 0))
          .as(id)
          .hasMessageContaining("not a person id: " + id);
    }
    assertThatThrownBy(() -> new Membership(Clusters.key("1"), Double.NaN))
        .hasMessageContaining("tax:1");
    assertThatThrownBy(() -> new Person("P0000001", List.of())).hasMessageContaining("P0000001");
  }

  private static String describe(List<IdentityChange> changes) {
    return String.join(
        " ",
        changes.stream()
            .map(change -> name(change.kind()) + " " + change.personId() + " " + change.otherId())
            .toList());
  }

  private static String name(Kind kind) {
    return switch (kind) {
      case MERGED -> "MERGED";
      case SPLIT -> "SPLIT";
    };
  }
}
