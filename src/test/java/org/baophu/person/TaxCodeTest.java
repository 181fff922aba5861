package org.baophu.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TaxCodeTest {
  @Test
  void checkDigitByHand() {
    // 0100112437: 0·31+1·29+0·23+0·19+1·17+1·13+2·7+4·5+3·3 = 102, 102 mod 11 = 3, 10 − 3 = 7
    assertThat(TaxCode.checkDigit("010011243")).isEqualTo(7);
  }

  @Test
  void noDigitIsValidWhereTheSumIsDivisible() {
    // 000000000: sum 0, 10 − 0 = 10, which is no digit
    assertThat(TaxCode.checkDigit("000000000")).isEqualTo(10);
    for (int digit = 0; digit < 10; digit++) {
      assertThat(TaxCode.parse("000000000" + digit)).isEmpty();
    }
  }

  @Test
  void everyWrongDigitIsFoundOut() {
    for (int i = 0; i < 10; i++) {
      for (char other = '0'; other <= '9'; other++) {
        if ("0100112437".charAt(i) != other) {
          String wrong = "0100112437".substring(0, i) + other + "0100112437".substring(i + 1);
          assertThat(TaxCode.parse(wrong)).as(wrong).isEmpty();
        }
      }
    }
  }

  @Test
  void theFirstSerialNumberIsOne() {
    assertThat(TaxCode.parse("010000000" + TaxCode.checkDigit("010000000"))).isEmpty();
    assertThat(TaxCode.parse("010000001" + TaxCode.checkDigit("010000001"))).isPresent();
  }

  @Test
  void aWrongCodeCannotBeMade() {
    assertThatThrownBy(() -> new TaxCode("0100112438"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
