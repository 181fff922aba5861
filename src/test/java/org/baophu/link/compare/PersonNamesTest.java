package org.baophu.link.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SMITH, John A. | John A. SMITH | what a comma parts",
        "García López, María José | María José García López | two surnames",
        "Smith, John, MD | John Smith | a degree after the given name",
        "John Smith, M.D., Ph.D. | John Smith | degrees after the name",
        "Dr. John Smith | John Smith | a title",
        "Prof. Dr. Anna Weber | Anna Weber | two titles",
        "John Smith Jr. | John Jr. Smith | a son stays beside his father",
        "Smith, Jr., John | John Jr. Smith | the same between commas",
        "Smith Jr, John | John Jr Smith | the same with the surname",
        "John Smith, III | John III Smith | the same after a comma",
        "Smith, DO | DO Smith | a name of one word, though it may be a degree",
        "João Silva Filho | João Filho Silva | a son in Portuguese",
        "王小明 | \" 王  小  明 \" | ideographs"
      },
      quoteCharacter = '"')
  void putsWordsInOrder(String written, String ordered, String why) {
    assertThat(PersonNames.ordered(written)).as(why).isEqualTo(ordered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        ",,",
        ".",
        "Dr",
        "Dr.",
        "Jr",
        "Jr, Sr",
        "MD, MD",
        "Đỗ",
        "Nguyễn Thị Do",
        "Mai",
        "Md Rahim",
        "O'Brien",
        "Dr Mai",
        "III"
      })
  void leavesNamesThatAreNothingElse(String written) {
    String letters = written.replaceAll("[ ,.]", "");
    assertThat(PersonNames.ordered(written).replaceAll("[ ,.]", "")).hasSameSizeAs(letters);
  }
}
