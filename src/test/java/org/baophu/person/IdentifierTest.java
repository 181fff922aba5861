package org.baophu.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {
  @ParameterizedTest(name = "{0} states {1}, {2}, province {3}")
  @CsvSource({
    "020085001234, MALE, 1985, 020",
    "020185001234, FEMALE, 1985, 020",
    "001203001234, MALE, 2003, 001",
    "096399001234, FEMALE, 2099, 096",
    "020000001234, MALE, 1900, 020"
  })
  void aNationalIdStatesSexYearAndProvince(String digits, Sex sex, int year, String province) {
    NationalId id = new NationalId(digits);
    assertThat(id.sex()).isEqualTo(sex);
    assertThat(id.birthYear()).isEqualTo(year);
    assertThat(id.provinceCode()).isEqualTo(province);
  }

  @Test
  void noOtherFormIsANationalId() {
    assertThat(
            List.of(
                "", "02018500123", "0201850012345", "020485001234", "02018500123x", "٠٢٠١٨٥٠٠١٢٣٤"))
        .allSatisfy(text -> assertThat(NationalId.parse(text)).isEmpty());
    assertThatThrownBy(() -> new NationalId("020485001234"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void otherNumbersAreDigitsOfTheirLength() {
    assertThat(OldNationalId.parse("081234567")).contains(new OldNationalId("081234567"));
    assertThat(InsuranceNumber.parse("2012345678")).contains(new InsuranceNumber("2012345678"));
    assertThat(Stream.of("08123456", "0812345678", "08123456a").map(OldNationalId::parse))
        .allSatisfy(id -> assertThat(id).isEmpty());
    assertThat(Stream.of("201234567", "20123456789", "20-2345678").map(InsuranceNumber::parse))
        .allSatisfy(id -> assertThat(id).isEmpty());
    assertThatThrownBy(() -> new OldNationalId("1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new InsuranceNumber("1")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keysSortBySourceThenText() {
    RecordKey tax = new RecordKey(Source.TAX, "9");
    RecordKey first = new RecordKey(Source.INSURANCE, "10");
    RecordKey second = new RecordKey(Source.INSURANCE, "9");
    assertThat(Stream.of(second, tax, first).sorted()).containsExactly(tax, first, second);
    assertThat(tax).hasToString("tax:9");
  }

  @Test
  void sourcesAreFoundByTheirCode() {
    for (Source source : Source.values()) {
      assertThat(Source.of(source.code())).isEqualTo(source);
    }
    assertThatThrownBy(() -> Source.of("health")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameCannotBeBlank() {
    assertThatThrownBy(() -> new PersonName(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThat(new PersonName("Nông Thị Hồng Nhung")).hasToString("Nông Thị Hồng Nhung");
  }
}
