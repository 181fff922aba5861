package org.baophu.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.baophu.coverage.Route;
import org.baophu.coverage.Segment;
import org.baophu.coverage.SupportGroup;
import org.baophu.person.Commune;
import org.baophu.reference.ReferenceTable;
import org.junit.jupiter.api.Test;

class ReportNumbersTest {
  private final Publication small = SmallPublication.in("en");
  private final Places places = new Places(small.communes());
  private final ReportNumbers numbers = new ReportNumbers(places.lists(small.potential()));

  @Test
  void theSumOfTheDoubtsIsTheExpectedNumberOfWrongRows() {
    assertThat(numbers.people()).isEqualTo(6);
    assertThat(numbers.expectedWrong())
        .isCloseTo(0.01235 + 0 + 0.25 + 0.4 + 0.09375 + 0.5, within(1e-12));
  }

  @Test
  void everybodyIsCountedOnceInEveryBreakdown() {
    assertThat(numbers.count(Route.COMPULSORY_OWNER, SupportGroup.ETHNIC_MINORITY)).isEqualTo(1);
    assertThat(numbers.count(Route.VOLUNTARY, SupportGroup.POOR)).isEqualTo(1);
    assertThat(numbers.count(Route.VOLUNTARY, SupportGroup.OTHER)).isEqualTo(4);
    assertThat(numbers.count(Segment.TRADER_OR_FREELANCER)).isEqualTo(3);
    assertThat(IntStream.range(0, ReportNumbers.BINS).mapToLong(numbers::countInBin).sum())
        .isEqualTo(6);
    // 0.5 | 0.6 | 0.75 | 0.90625 | 0.98765 and 1
    assertThat(IntStream.range(10, ReportNumbers.BINS).mapToLong(numbers::countInBin))
        .containsExactly(1L, 0L, 1L, 0L, 0L, 1L, 0L, 0L, 1L, 2L);
  }

  @Test
  void unknownIsNoCommune() {
    assertThat(numbers.communesWithPeople()).isEqualTo(2);
    assertThat(numbers.peopleOfUnknownCommune()).isEqualTo(1);
    assertThat(numbers.countOf(Place.of(SmallPublication.TAM_THANH)).certainty())
        .isCloseTo((0.6 + 0.5) / 2, within(1e-12));
  }

  @Test
  void theMapShowsEveryCommuneOfTheProvinceInsideItsFrame() {
    List<Commune> communes =
        ReferenceTable.read("new_communes").stream()
            .map(e -> new Commune(e.get("code"), e.get("full_name"), e.get("name")))
            .toList();
    CommuneMap map = CommuneMap.of(communes, numbers, Messages.in(Locale.ENGLISH, code -> code));
    assertThat(map.circles()).hasSize(65);
    assertThat(map.circles())
        .allSatisfy(
            circle -> {
              assertThat(Double.parseDouble(circle.x())).isBetween(0.0, (double) map.width());
              assertThat(Double.parseDouble(circle.y())).isBetween(0.0, (double) map.height());
            });
    // The areas are in proportion to 3 and 2 people: 26 and 26 x sqrt(2/3).
    assertThat(map.circles().get(0).title()).isEqualTo("Phường Đông Kinh: 3");
    assertThat(map.circles().get(0).radius()).isEqualTo("26.0");
    assertThat(map.circles().get(1).radius()).isEqualTo("21.2");
  }

  @Test
  void aProvinceWhoseCentresAreUnknownHasNoMap() {
    List<Commune> elsewhere = List.of(new Commune("05977", "Phường Khác", "Khác"));
    assertThat(CommuneMap.of(elsewhere, numbers, Messages.in(Locale.ENGLISH, code -> code)).shown())
        .isFalse();
  }
}
