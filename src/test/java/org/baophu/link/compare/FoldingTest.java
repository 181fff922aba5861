package org.baophu.link.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FoldingTest {
  /** Words of several scripts, marks that stand alone, and letters that two letters stand for. */
  private static final String ALPHABET =
      "aAzZ09  .,-'ạẠắằẳẵặâĂđĐêôơưừỨÿßİıŁøÆŉǆ\u0301\u0323\u0302\u031b–…\u00a0\u200b\u200d\ufeff\u00adЖжΣς中가\ud83d\ude00";

  private static String slowLower(String value) {
    String seen = value.replaceAll("\\p{Cf}", "");
    String text = Normalizer.normalize(seen, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      boolean isKept =
          Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
      out.append(isKept ? String.valueOf(c).toLowerCase(Locale.ROOT) : " ");
    }
    return out.toString().replaceAll(" +", " ").replaceAll("^ | $", "");
  }

  private static String slowPlain(String value) {
    StringBuilder out = new StringBuilder();
    for (char c : Normalizer.normalize(slowLower(value), Normalizer.Form.NFD).toCharArray()) {
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        out.append(c == 'đ' ? 'd' : c);
      }
    }
    return out.toString();
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
}
