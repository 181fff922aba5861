package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;
import org.baophu.reference.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseTest {
  private static Stream<String> attestedWords() {
    return Stream.of("surnames:surname", "middle_names:middle_name", "given_names:given_name")
        .map(text -> text.split(":"))
        .flatMap(t -> ReferenceTable.read(t[0]).stream().map(row -> row.get(t[1])));
  }

  @Test
  void everyLetterComposesAndFolds() {
    ReferenceTable.read("legacy_encodings")
        .forEach(
            row -> {
              String letter = row.get("char");
              String decomposed = Normalizer.normalize(letter, Normalizer.Form.NFD);
              String plain =
                  decomposed.replaceAll("\\p{M}", "").replace('đ', 'd').replace('Đ', 'D');
              assertThat(Vietnamese.nfc(decomposed)).isEqualTo(letter);
              assertThat(Vietnamese.toAscii(letter)).isEqualTo(plain);
              assertThat(Vietnamese.toAscii(decomposed)).isEqualTo(plain);
            });
  }

  @Test
  void bothPlacesOfATonemarkBecomeOne() {
    ReferenceTable.read("text_variants").stream()
        .filter(row -> row.get("kind").equals("tone_position"))
        .forEach(
            row -> {
              String first = row.get("form_a_old");
              String second = row.get("form_b_new");
              assertThat(Vietnamese.withPlacedTones("H" + second)).isEqualTo("H" + first);
              assertThat(Vietnamese.withPlacedTones("H" + first)).isEqualTo("H" + first);
              assertThat(Vietnamese.withPlacedTones(second)).isEqualTo(first);
            });
  }

  @Test
  void spellingsWithIAndYStayApart() {
    ReferenceTable.read("text_variants").stream()
        .filter(row -> row.get("kind").equals("i_y"))
        .forEach(
            row -> {
              for (String form : new String[] {row.get("form_a_old"), row.get("form_b_new")}) {
                assertThat(Vietnamese.withPlacedTones(form)).isEqualTo(form);
              }
            });
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "hoà, hòa",
    "HOÀ, HÒA",
    "Hoà Bình, Hòa Bình",
    "hòan, hoàn",
    "quí, quí",
    "qúy, quý",
    "gìa, già",
    "giưã, giữa",
    "thuỷ, thủy",
    "khuỷu, khuỷu",
    "ngoèo, ngoèo",
    "Đaò, Đào",
    "Mưà, Mừa",
    "Luơng, Luơng"
  })
  void tonesStandOnTheirVowel(String text, String expected) {
    assertThat(Vietnamese.withPlacedTones(Vietnamese.nfc(text))).isEqualTo(expected);
  }

  @Test
  void placingTonesChangesNoAttestedWordTwice() {
    attestedWords()
        .map(Vietnamese::withPlacedTones)
        .forEach(word -> assertThat(Vietnamese.withPlacedTones(word)).isEqualTo(word));
  }

  @Test
  void placingTonesIgnoresCase() {
    attestedWords()
        .forEach(
            word ->
                assertThat(Vietnamese.withPlacedTones(word.toUpperCase(Locale.ROOT)))
                    .isEqualTo(Vietnamese.withPlacedTones(word).toUpperCase(Locale.ROOT)));
  }

  @Test
  void foldingLeavesLowerCaseWords() {
    assertThat(Vietnamese.fold("  NÔNG-Thị  (Hồng) ")).isEqualTo("nong thi hong");
    assertThat(Vietnamese.fold("...")).isEmpty();
  }

  @Test
  void titleCaseBeginsEveryWord() {
    assertThat(Vietnamese.titleCase("NÔNG thị hồng-nhung")).isEqualTo("Nông Thị Hồng-Nhung");
  }
}
