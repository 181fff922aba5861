package org.baophu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

  @ParameterizedTest
  @CsvSource({
    // A row of somebody insured is wrong, whatever else; of somebody not eligible too.
    "LISTED, SURE, YES, NOTHING, 0, 1",
    "LISTED, SURE, YES, UNKNOWN, 0, 1",
    "LISTED, SURE, UNKNOWN, NO, 0, 1",
    "LISTED, SURE, NO, NOTHING, 0, 0",
    "LISTED, SURE, NO, YES, 0, 0",
    // Two rows of one person: together one is right.
    "LISTED, SURE, NO, YES, 1, 0.5",
    "LISTED, SURE, NO, UNKNOWN, 0, ",
    "LISTED, SURE, NOTHING, NOTHING, 0, ",
    "LISTED, SURE, NOTHING, YES, 0, ",
    "EXCLUDED, SURE, YES, NOTHING, 0, 0",
    "EXCLUDED, SURE, NO, NOTHING, 0, 1",
    "EXCLUDED, SURE, NO, NO, 0, 0",
    // Not missed: the same human being has a row.
    "EXCLUDED, SURE, NO, YES, 1, 0",
    "EXCLUDED, SURE, UNKNOWN, YES, 0, ",
    // Nothing said of the age means as the list assumes.
    "EXCLUDED, OUT_OF_AGE, NO, NOTHING, 0, 0",
    "EXCLUDED, OUT_OF_AGE, NO, YES, 0, 1",
    "EXCLUDED, NO_LIVING, NO, NOTHING, 0, 0",
    "EXCLUDED, NO_LIVING, NO, YES, 0, 1",
  })
  void tellsHowWrongAPlaceIs(
      Side side, Band band, Said insured, Said eligible, int otherRows, Double error) {
    assertThat(new Answer(insured, eligible, otherRows).error(new Stratum(side, band)))
        .isEqualTo(error == null ? OptionalDouble.empty() : OptionalDouble.of(error));
  }
}
