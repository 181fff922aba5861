package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night says of its own lists, against the truth: the small sibling of the trial. */
class ListQualityNightTest {
  @TempDir private Path own;

  @Test
  void theProvinceIsTheSumOfItsCommunesAndHoldsTheTruth() throws IOException {
    JudgedProvince province = JudgedProvince.run(own, 3_000, 5, 1);

    assertThat(province.wrongHolds()).isTrue();
    assertThat(province.missedHolds()).isTrue();
    assertThat(province.sumOf("listed")).isEqualTo(province.listed());
    assertThat(province.sumOf("expected_wrong"))
        .isBetween(province.expectedWrong() - 3, province.expectedWrong() + 3);
  }
}
