package org.baophu.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.baophu.person.BirthDate;
import org.baophu.person.Sex;
import org.baophu.reference.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetirementAgesTest {
  private static final RetirementAges AGES =
      RetirementAges.of(ReferenceTable.read("retirement_age"));

  @ParameterizedTest(name = "{0} {1}: {2} ({3})")
  @CsvSource({
    "1961-01-10, MALE, 2021-04-10, 60 years and 3 months in 2021",
    "1961-09-30, MALE, 2021-12-30, 60 years and 3 months just within 2021",
    "1961-10-02, MALE, 2022-04-02, 60 years and 3 months would end in 2022 so 6 months count",
    "1964-02-20, MALE, 2025-05-20, 61 years and 3 months in 2025",
    "1967-05-20, MALE, 2029-05-20, 62 years from 2028 on",
    "1990-01-01, MALE, 2052-01-01, the last row holds for later years",
    "1974-05-20, FEMALE, 2033-09-20, 59 years and 4 months in 2033",
    "1980-12-31, FEMALE, 2040-12-31, 60 years from 2035 on",
    "1945-06-01, MALE, 2005-09-01, the first row holds for earlier years",
    "1967-05, MALE, 2029-05-01, the first day counts where the day is unknown",
    "1967, MALE, 2029-01-01, and the first of January where the month is"
  })
  void areThoseOfTheYearInWhichTheyAreReached(
      String birth, Sex sex, String reached, String reason) {
    assertThat(AGES.findRetirementDay(Records.birthDate(birth), sex))
        .as(reason)
        .hasToString("Optional[" + reached + "]");
  }

  @Test
  void areUnknownWithoutSexOrYear() {
    assertThat(AGES.findRetirementDay(BirthDate.ofYear(1970), Sex.UNKNOWN)).isEmpty();
    assertThat(AGES.findRetirementDay(BirthDate.UNKNOWN, Sex.MALE)).isEmpty();
  }
}
