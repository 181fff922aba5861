package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred provinces with half to three times the shipped rates of errors. */
@Tag("trial")
class ListQualityTrialTest {
  private static final int PROVINCES = 100;
  private static final int PEOPLE = 5_000;

  @TempDir private Path own;

  @Test
  void intervalsHoldInNineOfTenProvinces() throws IOException {
    int wrong = 0;
    int missed = 0;
    for (int number = 0; number < PROVINCES; number++) {
      double factor = 0.5 + 2.5 * number / (PROVINCES - 1);
      Path directory = own.resolve(Integer.toString(number));
      JudgedProvince province = JudgedProvince.run(directory, PEOPLE, 1_000 + number, factor);
      wrong += province.wrongHolds() ? 1 : 0;
      missed += province.missedHolds() ? 1 : 0;
      System.out.printf(Locale.ROOT, "rates × %.2f: %s%n", factor, province);
      JudgedProvince.delete(directory);
    }
    System.out.printf(Locale.ROOT, "hold: wrong %d, missed %d of %d%n", wrong, missed, PROVINCES);

    assertThat(wrong).isGreaterThanOrEqualTo(90);
    assertThat(missed).isGreaterThanOrEqualTo(90);
    assertThat(Files.exists(own)).isTrue();
  }
}
