package org.baophu.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.baophu.advice.Rounds.Round;
import org.baophu.coverage.Potential;
import org.baophu.target.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {
  private static final Organisation ONE = new Organisation("A", "Điểm thu 1", "05977", 1, 10);
  private static final Organisation TWO = new Organisation("B", "Điểm thu Nà Pàn", "05977", 3, 10);

  @Test
  void villagesStayTogetherAndGoWhereTheirNameOrTheLeastWorkIs() {
    List<Potential> people =
        List.of(
            People.living("P1", "05977", "Thôn Nà Pàn, Xã Đông Kinh"),
            People.living("P2", "05977", "Số 4, thôn NÀ PÀN, Xã Đông Kinh"),
            People.living("P3", "05977", "Khối 1, Phường Đông Kinh"),
            People.living("P4", "05977", ""),
            People.living("P5", "06001", "Thôn Nà Pàn"),
            People.living("P6", "", ""));

    Map<String, Round> rounds = new Rounds(List.of(TWO, ONE)).divide(people, Map.of());

    Round one = new Round("05977", "A", "Điểm thu 1");
    Round two = new Round("05977", "B", "Điểm thu Nà Pàn");
    // Two of 30 at the second point are less work than any of 10 at the first.
    assertThat(rounds)
        .containsEntry("P1", two)
        .containsEntry("P2", two)
        .containsEntry("P3", one)
        .containsEntry("P4", two)
        .containsEntry("P5", new Round("06001", "", ""))
        .containsEntry("P6", new Round("", "", ""));
    assertThat(new Rounds(List.of(ONE)).divide(people, Map.of())).containsEntry("P1", one);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everybodyHasOnePointWhateverTheOrderAndKeepsIt(long seed) {
    Random random = new Random(seed);
    List<Organisation> points = new ArrayList<>();
    List<Potential> people = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      points.add(new Organisation("O" + i % 3, "D" + i, "0597" + i % 4, random.nextInt(3), 5));
    }
    for (int i = 0; i < 400; i++) {
      String village = random.nextInt(4) == 0 ? "" : "Thôn Số " + random.nextInt(20);
      people.add(People.living("P" + i, "0597" + random.nextInt(5), village));
    }
    Map<String, Round> first = new Rounds(points).divide(people, Map.of());

    Collections.shuffle(people, random);
    Collections.shuffle(points, random);
    assertThat(new Rounds(points).divide(people, Map.of())).isEqualTo(first);
    assertThat(first).hasSize(people.size());
    for (Potential person : people) {
      assertThat(first.get(person.personId()).communeCode()).isEqualTo(person.communeCode());
      assertThat(first.get(person.personId()).isOffice())
          .isEqualTo(person.communeCode().equals("05974"));
    }

    // Half of them are gone the next night; the rest stay where they were.
    List<Potential> rest = people.subList(0, 200);
    Map<String, Round> next = new Rounds(points).divide(rest, first);
    assertThat(next)
        .isEqualTo(
            rest.stream()
                .map(Potential::personId)
                .collect(Collectors.toMap(id -> id, id -> new HashMap<>(first).get(id))));
  }

  @Test
  void workIsSharedByCapacity() {
    List<Potential> people = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      people.add(People.living("P" + (1000 + i), "05977", ""));
    }
    long atOne =
        new Rounds(List.of(ONE, TWO))
            .divide(people, Map.of()).values().stream()
                .filter(round -> round.organisation().equals("A"))
                .count();
    assertThat(atOne).isEqualTo(100);
  }
}
