package org.baophu.link.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  /** Words of several scripts, marks that stand alone, and letters that two letters stand for. */
  private static final String ALPHABET =
      "aAzZ09  .,-'ạẠắằẳẵặâĂđĐêôơưừỨÿßİıŁøÆŉǆ\u0301\u0323\u0302\u031b–…\u00a0\u200b\u200d\ufeff\u00adЖжΣς中가ｱ５٣ि\u0947ة\ud83d\ude00";

  private static final Map<String, String> PLAIN_FORMS =
      Map.of(
          "đ", "d", "ß", "ss", "ı", "i", "ł", "l", "ø", "o", "æ", "ae", "ς", "σ", "ة", "ه", "٣",
          "3");

  private static String slowLower(String value) {
    String seen = value.replaceAll("\\p{Cf}", "");
    String text = Normalizer.normalize(seen, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      boolean isKept = String.valueOf(c).matches("[\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}]");
      out.append(isKept ? String.valueOf(c).toLowerCase(Locale.ROOT) : " ");
    }
    return out.toString().replaceAll(" +", " ").replaceAll("^ | $", "");
  }

  private static String slowPlain(String value) {
    StringBuilder out = new StringBuilder();
    for (char c : Normalizer.normalize(slowLower(value), Normalizer.Form.NFD).toCharArray()) {
      boolean isVowel = c >= 0x0900 && c < 0x1000;
      if (isVowel || Character.getType(c) != Character.NON_SPACING_MARK) {
        out.append(PLAIN_FORMS.getOrDefault(String.valueOf(c), String.valueOf(c)));
      }
    }
    // A Korean syllable stays one character.
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  @Test
  void whatCannotBeSeenIsNotThere() {
    String seen = "Nguyễn Văn Bình";
    for (String unseen : List.of("\u200b", "\u200c", "\u200d", "\ufeff", "\u00ad", "\u2060")) {
      String hidden = unseen + seen.replace("n", "n" + unseen) + unseen;
      assertThat(Folding.lower(hidden)).isEqualTo("nguyễn văn bình");
      assertThat(Folding.plain(hidden)).isEqualTo("nguyen van binh");
      assertThat(Folding.identifier("0200" + unseen + "81")).isEqualTo("020081");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Straße,STRASSE,marks and capitals",
    "Łukasz Sørensen,lukasz sorensen,letters that Unicode does not take apart",
    "ΓΙΑΝΝΗΣ,γιάννης,an end of a word of its own",
    "Алёна,алена,a Cyrillic letter with a mark",
    "أحمد فاطمة,احمد فاطمه,letters that are left without their hamza or dots",
    "١٢٣,123,digits of Arabic",
    "ｶﾀｶﾅ １２３,カタカナ 123,narrow and wide forms",
    "㈱ﾄﾖﾀ,(株)トヨタ,an abbreviation in one character",
    "𝐉𝐨𝐡𝐧,John,letters beyond the sixteen bits"
  })
  void bringsSpellingsTogether(String a, String b, String why) {
    assertThat(Folding.plain(a)).as(why).isEqualTo(Folding.plain(b)).isNotEmpty();
  }

  @Test
  void keepsTheVowelsOfIndia() {
    assertThat(Folding.plain("राजेश कुमारी")).isEqualTo("राजेश कुमारी");
    assertThat(Folding.plain("कि")).isNotEqualTo(Folding.plain("कु"));
    assertThat(Folding.plain("กิ")).isNotEqualTo(Folding.plain("กุ"));
  }

  @Test
  void keepsIdeographsBeyondTheSixteenBitsAndNoPictures() {
    assertThat(Folding.plain("𠮷田")).isEqualTo("𠮷田");
    assertThat(Folding.plain("Ann\ud83d\ude00 Lee")).isEqualTo("ann lee");
  }

  @Test
  void setsIdeographsApart() {
    assertThat(Folding.plain(Folding.spaced("佐々木さくら"))).isEqualTo("佐 々 木 さくら");
    assertThat(Folding.plain(Folding.spaced("서울 테헤란로 124"))).isEqualTo("서울 테헤란로 124");
    assertThat(Folding.plain(Folding.spacedName("김철수"))).isEqualTo("김 철 수");
    assertThat(Folding.plain(Folding.spaced("建国路88号"))).isEqualTo("建 国 路 88 号");
    assertThat(Folding.spaced("Nguyễn Văn An")).isEqualTo("Nguyễn Văn An");
  }

  @Test
  void readsDigitsOfAnyScriptInIdentifiers() {
    assertThat(Folding.identifier("０２-٣٤")).isEqualTo("0234");
  }

  @Test
  void foldsAsCharacterByCharacter() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      // Half of them plain, as most are.
      int letters = i % 2 == 0 ? 24 : ALPHABET.length();
      for (int length = random.nextInt(9); length > 0; length--) {
        text.append(ALPHABET.charAt(random.nextInt(letters)));
      }
      String value = text.toString();
      assertThat(Folding.lower(value)).as(value).isEqualTo(slowLower(value));
      assertThat(Folding.plain(value)).as(value).isEqualTo(slowPlain(value));
    }
  }

  @Test
  void aCharacterSeenBeforeOrByAnotherThreadFoldsAsWhenItIsFirstSeen() {
    List<String> texts = IntStream.range(0, 0x1f10).mapToObj(c -> "a" + (char) c + "b").toList();
    List<String> lower = texts.parallelStream().map(Folding::lower).toList();
    List<String> plain = texts.parallelStream().map(Folding::plain).toList();

    assertThat(texts).map(Folding::lower).isEqualTo(lower);
    assertThat(texts).map(Folding::plain).isEqualTo(plain);
    assertThat(texts).map(FoldingTest::slowLower).isEqualTo(lower);
  }
}
