package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.baophu.reference.ReferenceTable;
import org.junit.jupiter.api.Test;

class SyllableTest {
  @Test
  void everyVietnameseWordOfThePlaceNamesIsASyllable() {
    Set<String> words =
        ReferenceTable.read("old_communes").stream()
            .flatMap(row -> List.of(row.get("name").toLowerCase(Locale.ROOT).split(" ")).stream())
            .collect(Collectors.toSet());
    assertThat(words).allSatisfy(word -> assertThat(Syllable.parse(word)).isPresent());
  }

  @Test
  void everyGivenNameButAFewIsASyllableAndWritesItselfBack() {
    Set<String> others =
        ReferenceTable.read("given_names").stream()
            .map(row -> row.get("given_name").toLowerCase(Locale.ROOT))
            .filter(word -> Syllable.parse(word).isEmpty())
            .collect(Collectors.toSet());
    assertThat(others).hasSizeLessThan(12);
  }

  @Test
  void partsAreThoseOfTheSpelling() {
    assertThat(Syllable.parse("nguyễn")).contains(new Syllable("ng", "uyên", 4));
    assertThat(Syllable.parse("quý")).contains(new Syllable("qu", "y", 2));
    assertThat(Syllable.parse("gì")).contains(new Syllable("g", "i", 1));
    assertThat(Syllable.parse("giếng")).contains(new Syllable("gi", "êng", 2));
    assertThat(Syllable.parse("yến")).contains(new Syllable("", "yên", 2));
    assertThat(Syllable.parse("nghĩa")).contains(new Syllable("ngh", "ia", 4));
  }

  @Test
  void whatSpellingForbidsIsNoSyllable() {
    List<String> none =
        List.of(
            "",
            "b",
            "nguyeenx",
            "nguye6n4",
            "wang",
            "blơng",
            "ka",
            "ci",
            "ngi",
            "ghan",
            "quu",
            "thịs",
            "họcc",
            "bản2",
            "zung",
            "ản̉");
    assertThat(none).allSatisfy(word -> assertThat(Syllable.parse(word)).isEmpty());
  }

  @Test
  void beforeAStopOnlyTwoTonesAreSpoken() {
    assertThat(Syllable.parse("ngọc")).isPresent();
    assertThat(Syllable.parse("lốc")).isPresent();
    assertThat(Syllable.parse("ngòc")).isEmpty();
    assertThat(Syllable.parse("thạch")).isPresent();
    assertThat(Syllable.parse("thảch")).isEmpty();
    assertThat(Syllable.parse("ngoc"))
        .hasValueSatisfying(s -> assertThat(s.isFullyMarked()).isFalse());
  }
}
