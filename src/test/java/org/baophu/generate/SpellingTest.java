package org.baophu.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static Set<String> outcomes(String word, BiFunction<String, Dice, String> change) {
    Set<String> outcomes = new TreeSet<>();
    for (int i = 0; i < 400; i++) {
      outcomes.add(change.apply(word, new Dice(1, i)));
    }
    return outcomes;
  }

  @ParameterizedTest
  @CsvSource({
    "Nguyễn, Nguyeenx, Nguye6n4, Nguyen",
    "Đặng, Ddawngj, D9a8ng5, Dang",
    "Hương, Huwowng, Hu7o7ng, Huong",
    "Bế, Bees, Be61, Be",
    "Vi, Vi, Vi, Vi"
  })
  void typingResidue(String word, String telex, String vni, String plain) {
    assertThat(Spelling.telex(word)).isEqualTo(telex);
    assertThat(Spelling.vni(word)).isEqualTo(vni);
    assertThat(Spelling.withoutDiacritics(word)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "Hòa Bình, Hoà Bình",
    "Hoà, Hòa",
    "Thủy, Thuỷ",
    "Quý, Quý",
    "Lê Thúy Hoa, Lê Thuý Hoa"
  })
  void toneMarkMoves(String text, String moved) {
    assertThat(Spelling.toneMoved(text)).isEqualTo(moved);
  }

  @ParameterizedTest
  @CsvSource({"Lý Quý, Lí Quí", "Vi, Vy", "Vy Mỹ, Vi Mĩ", "Thủy, Thủy"})
  void iAndYChangePlaces(String text, String other) {
    assertThat(Spelling.withOtherI(text)).isEqualTo(other);
  }

  @Test
  void wrongToneIsAnotherToneOrNone() {
    assertThat(outcomes("Bế", Spelling::withWrongTone))
        .containsExactlyInAnyOrder("Bề", "Bể", "Bễ", "Bệ", "Bê");
    assertThat(outcomes("Vi", Spelling::withWrongTone)).containsExactly("Vi");
  }

  @Test
  void consonantsAreConfusedWithTheirNeighbours() {
    assertThat(outcomes("Lan", Spelling::withOtherConsonant)).containsExactly("Nan");
    assertThat(outcomes("Trang", Spelling::withOtherConsonant)).containsExactly("Chang");
    assertThat(outcomes("Giang", Spelling::withOtherConsonant)).containsExactly("Dang", "Rang");
    assertThat(outcomes("Nhung", Spelling::withOtherConsonant)).containsExactly("Nhung");
    assertThat(outcomes("Hương", Spelling::withOtherConsonant)).containsExactly("Hương");
  }

  @Test
  void typosChangeOneLetter() {
    assertThat(outcomes("Bàn", Spelling::withTypo))
        .contains("Bn", "Bààn", "Bnà", "Bxn")
        .allMatch(word -> word.length() >= 2 && word.length() <= 4);
  }
}
