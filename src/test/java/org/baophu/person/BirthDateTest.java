package org.baophu.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.baophu.person.BirthDate.Precision;
import org.junit.jupiter.api.Test;

class BirthDateTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @Test
  void precisionIsWhatIsKnown() {
    assertThat(new BirthDate(1975, 5, 31).precision()).isEqualTo(Precision.DAY);
    assertThat(new BirthDate(1975, 5, 0).precision()).isEqualTo(Precision.MONTH);
    assertThat(BirthDate.ofYear(1975).precision()).isEqualTo(Precision.YEAR);
    assertThat(BirthDate.UNKNOWN.precision()).isEqualTo(Precision.UNKNOWN);
  }

  @Test
  void textShowsOnlyWhatIsKnown() {
    assertThat(new BirthDate(1975, 5, 31)).hasToString("1975-05-31");
    assertThat(new BirthDate(1975, 5, 0)).hasToString("1975-05");
    assertThat(BirthDate.ofYear(1975)).hasToString("1975");
    assertThat(BirthDate.UNKNOWN).hasToString("");
    assertThat(new BirthDate(987, 10, 9)).hasToString("0987-10-09");
    assertThat(new BirthDate(7, 12, 0)).hasToString("0007-12");
    assertThat(BirthDate.ofYear(10)).hasToString("0010");
  }

  @Test
  void ageIsTheLeastPossible() {
    assertThat(new BirthDate(2011, 3, 1).ageOn(DAY)).isEqualTo(15);
    assertThat(new BirthDate(2011, 3, 2).ageOn(DAY)).isEqualTo(14);
    assertThat(new BirthDate(2011, 3, 0).ageOn(DAY)).isEqualTo(14);
    assertThat(new BirthDate(2011, 2, 0).ageOn(DAY)).isEqualTo(15);
    assertThat(BirthDate.ofYear(2011).ageOn(DAY)).isEqualTo(14);
    assertThat(BirthDate.ofYear(2011).ageOn(LocalDate.of(2026, 12, 31))).isEqualTo(15);
  }

  @Test
  void ageIsUnknownWithoutAYearOrBeforeBirth() {
    assertThat(BirthDate.UNKNOWN.ageOn(DAY)).isEqualTo(-1);
    assertThat(BirthDate.ofYear(2030).ageOn(DAY)).isEqualTo(-1);
  }

  @Test
  void theFirstOfJanuaryIsMarked() {
    assertThat(new BirthDate(1975, 1, 1).isFirstOfJanuary()).isTrue();
    assertThat(new BirthDate(1975, 1, 2).isFirstOfJanuary()).isFalse();
    assertThat(BirthDate.ofYear(1975).isFirstOfJanuary()).isFalse();
  }

  @Test
  void noDateThatNeverWasCanBeMade() {
    assertThatThrownBy(() -> new BirthDate(1975, 2, 31))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1975-2-31");
    assertThatThrownBy(() -> new BirthDate(1975, 0, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BirthDate(0, 5, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BirthDate(1975, 13, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDayIsFoundOnlyWhereItIsKnown() {
    assertThat(BirthDate.of(DAY).findDate()).contains(DAY);
    assertThat(new BirthDate(1975, 5, 0).findDate()).isEmpty();
  }
}
