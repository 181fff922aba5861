package org.baophu.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.baophu.person.Source;
import org.junit.jupiter.api.Test;

class ErrorRatesTest {
  private static final String HEADING = "slip,tax,business,insurance,poverty,meaning\n";

  private static ErrorRates parse(String rows) throws IOException {
    return ErrorRates.parse(new StringReader(HEADING + rows), "rates.csv");
  }

  @Test
  void shippedRatesCoverEverySlip() {
    ErrorRates rates = ErrorRates.shipped();
    for (Slip slip : Slip.values()) {
      double sum = 0;
      for (Source source : Source.values()) {
        sum += rates.rate(slip, source);
      }
      assertThat(sum).as(slip.code()).isGreaterThan(0);
    }
    assertThat(rates.rate(Slip.BIRTH_MISSING, Source.BUSINESS)).isEqualTo(0.06);
  }

  @Test
  void noSlipHappensWhereThereAreNone() {
    assertThat(ErrorRates.none().rate(Slip.NAME_TYPO, Source.TAX)).isZero();
    assertThat(ErrorRates.none().with(Slip.NAME_TYPO, 0.5).rate(Slip.NAME_TYPO, Source.TAX))
        .isEqualTo(0.5);
  }

  @Test
  void faultsNameFileRowAndValue() {
    assertThatThrownBy(() -> parse("name_tipo,0,0,0,0,x\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rates.csv: no slip is called name_tipo");
    assertThatThrownBy(() -> parse("name_typo,0,1.5,0,0,x\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rates.csv: name_typo, business: '1.5'");
    assertThatThrownBy(() -> parse("name_typo,0,0,0,few,x\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("poverty: 'few'");
    assertThatThrownBy(() -> parse("name_typo,0,0,0,0,x\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no row for [name_upper_case");
  }
}
