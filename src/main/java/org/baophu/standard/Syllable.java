package org.baophu.standard;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Vietnamese syllable: initial consonant, rhyme (vowels with their quality marks and a final
 * consonant) and tone. Only syllables that Vietnamese spelling allows can be made, so that "is this
 * a syllable?" tells a word from typing residue.
 *
 * @param onset initial consonant, such as {@code ngh}; empty if there is none
 * @param rhyme the rest, without its tone, such as {@code uyên}
 * @param tone 0 level, 1 grave, 2 acute, 3 hook, 4 tilde, 5 dot below
 */
record Syllable(String onset, String rhyme, int tone) {
  private static final int LONGEST_ONSET = 3;
  private static final String PLAIN = "aăâeêioôơuưy";
  private static final String[] TONED = {
    PLAIN, "àằầèềìòồờùừỳ", "áắấéếíóốớúứý", "ảẳẩẻểỉỏổởủửỷ", "ãẵẫẽễĩõỗỡũữỹ", "ạặậẹệịọộợụựỵ"
  };
  private static final String MARKED = "ăâêôơư";

  /** For each letter its tone times the number of vowels plus its vowel; -1 for other letters. */
  private static final byte[] PLACE_OF = places();

  private static final Set<String> ONSETS =
      words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");
  private static final Set<String> RHYMES =
      words(
          "a ac ach ai am an ang anh ao ap at au ay"
              + " ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
              + " e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu"
              + " i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu"
              + " o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt"
              + " oc oe oen oeo oet oi om on ong oong ooc op ot"
              + " ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
              + " u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt"
              + " up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu"
              + " ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu"
              + " y yêm yên yêng yêt yêu ynh yt");

  private static byte[] places() {
    byte[] places = new byte[0x1F00];
    Arrays.fill(places, (byte) -1);
    for (int tone = 0; tone < TONED.length; tone++) {
      for (int vowel = 0; vowel < PLAIN.length(); vowel++) {
        places[TONED[tone].charAt(vowel)] = (byte) (tone * PLAIN.length() + vowel);
      }
    }
    return places;
  }

  private static Set<String> words(String list) {
    return Arrays.stream(list.split(" ")).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads a word.
   *
   * @param word lower case, NFC; the tone mark may stand on any vowel
   */
  static Optional<Syllable> parse(String word) {
    char[] plain = new char[word.length()];
    int tone = 0;
    for (int i = 0; i < plain.length; i++) {
      char c = word.charAt(i);
      int here = toneOf(c);
      if (here > 0 && tone > 0) {
        return Optional.empty();
      }
      tone = Math.max(tone, here);
      plain[i] = withTone(c, 0);
    }
    return parse(new String(plain), tone);
  }

  /** Cuts a word into onset and rhyme, the longest onset first. */
  private static Optional<Syllable> parse(String plain, int tone) {
    for (int n = Math.min(LONGEST_ONSET, plain.length() - 1); n >= 0; n--) {
      String onset = plain.substring(0, n);
      String rhyme = plain.substring(n);
      if ((n == 0 || ONSETS.contains(onset))
          && RHYMES.contains(rhyme)
          && fits(onset, rhyme)
          && sounds(rhyme, tone)) {
        return Optional.of(new Syllable(onset, rhyme, tone));
      }
    }
    return Optional.empty();
  }

  /** Spelling rules between onset and rhyme: k, gh, ngh before front vowels, c not. */
  private static boolean fits(String onset, String rhyme) {
    char first = rhyme.charAt(0);
    boolean front = "eêiy".indexOf(first) >= 0;
    return switch (onset) {
      case "k", "gh", "ngh" -> front;
      case "c" -> !front;
      case "ng" -> !front;
      case "qu" -> "uưo".indexOf(first) < 0;
      case "gi" -> first != 'i' && first != 'y';
      case "" -> true;
      default -> first != 'y' || rhyme.length() == 1;
    };
  }

  /** Before a stop only the acute and the dotted tone are spoken; unmarked text shows none. */
  private static boolean sounds(String rhyme, int tone) {
    char last = rhyme.charAt(rhyme.length() - 1);
    boolean stop = last == 'c' || last == 'p' || last == 't' || rhyme.endsWith("ch");
    return !stop || tone == 0 || tone == 2 || tone == 5;
  }

  /** Whether the tone is one the rhyme can bear in careful spelling. */
  boolean isFullyMarked() {
    char last = rhyme.charAt(rhyme.length() - 1);
    boolean stop = last == 'c' || last == 'p' || last == 't' || rhyme.endsWith("ch");
    return !stop || tone != 0;
  }

  /** The syllable as it is written, with the tone mark in its place. */
  String text() {
    int place = tonePlace();
    return onset
        + rhyme.substring(0, place)
        + withTone(rhyme.charAt(place), tone)
        + rhyme.substring(place + 1);
  }

  /**
   * The vowel that carries the tone mark: the last with a quality mark; else before a final
   * consonant the last vowel; else the first of two and the middle of three.
   */
  private int tonePlace() {
    int vowels = 0;
    int marked = -1;
    while (vowels < rhyme.length() && isVowel(rhyme.charAt(vowels))) {
      if (isMarked(rhyme.charAt(vowels))) {
        marked = vowels;
      }
      vowels++;
    }
    if (marked >= 0) {
      return marked;
    }
    if (vowels < rhyme.length()) {
      return vowels - 1;
    }
    return vowels == 3 ? 1 : 0;
  }

  /** The tone a letter carries; 0 if none. */
  static int toneOf(char c) {
    return isVowel(c) ? PLACE_OF[c] / PLAIN.length() : 0;
  }

  /** Whether the letter is a vowel, with or without marks. */
  static boolean isVowel(char c) {
    return c < PLACE_OF.length && PLACE_OF[c] >= 0;
  }

  /** A vowel with another tone; any other letter stays. */
  static char withTone(char c, int tone) {
    return isVowel(c) ? TONED[tone].charAt(PLACE_OF[c] % PLAIN.length()) : c;
  }

  /** Whether a vowel carries a quality mark, such as ê or ư; its tone does not matter. */
  static boolean isMarked(char c) {
    return MARKED.indexOf(withTone(c, 0)) >= 0;
  }
}
