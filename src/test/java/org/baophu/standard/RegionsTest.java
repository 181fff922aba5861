package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeSet;
import org.baophu.person.Commune;
import org.junit.jupiter.api.Test;

class RegionsTest {
  @Test
  void everyCommuneLiesInOneOfElevenRegionsOnAnyDate() {
    for (LocalDate date : new LocalDate[] {LocalDate.of(2025, 6, 30), LocalDate.of(2026, 1, 1)}) {
      Regions regions = Regions.on(date);
      TreeSet<String> names = new TreeSet<>();
      for (Commune commune : CommuneRegister.on(date).communes()) {
        names.add(regions.of(commune.code()));
      }
      assertThat(names).hasSize(11).doesNotContain("").contains("Huyện Cao Lộc");
    }
  }

  /** Two communes of the city and two of Cao Lộc became Đông Kinh; the city's code is smaller. */
  @Test
  void ofTwoWithAsManyTheSmallerCodeWinsAndNobodyIsGuessed() {
    Regions regions = Regions.on(LocalDate.of(2026, 1, 1));

    assertThat(regions.of("05977")).isEqualTo("Thành phố Lạng Sơn");
    assertThat(regions.of("")).isEmpty();
    assertThat(regions.of("99999")).isEmpty();
  }
}
