package org.baophu.standard;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Vietnamese text in one form.
 *
 * <p>The same word can be written in several ways that a reader does not see: letters composed or
 * decomposed, the tone mark on one vowel or the other ({@code hòa}, {@code hoà}). Each method
 * brings one such choice to one form. Spellings that are different legal names ({@code Vi}, {@code
 * Vy}) are never made one.
 */
public final class Vietnamese {
  private static final int TABLE_SIZE = 0x1F00;

  /** Circumflex, breve and horn, which make another letter and no tone. */
  private static final String QUALITY_MARKS = "\u0302\u0306\u031B";

  private static final char[] ASCII = asciiTable();

  private Vietnamese() {}

  private static char[] asciiTable() {
    char[] table = new char[TABLE_SIZE];
    for (char c = 0; c < TABLE_SIZE; c++) {
      String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      table[c] = isMark(c) ? 0 : decomposed.charAt(0);
    }
    table['đ'] = 'd';
    table['Đ'] = 'D';
    table['\u00D0'] = 'D'; // Eth, which looks the same as Đ and is often typed for it
    return table;
  }

  static boolean isMark(char c) {
    return c >= 0x300 && c <= 0x36F;
  }

  /** The text with its letters composed (Unicode form NFC) and a look-alike of Đ replaced. */
  public static String nfc(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x300 && (c < 0x1EA0 || c > 0x1EF9) || c == '\u00D0') {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return withMarksInOrder(composed).replace('\u00D0', 'Đ');
      }
    }
    return text;
  }

  /** Composes letters whose tone mark was typed before the mark of their quality. */
  private static String withMarksInOrder(String text) {
    if (text.chars().noneMatch(c -> isMark((char) c))) {
      return text;
    }
    StringBuilder letters = new StringBuilder(Normalizer.normalize(text, Normalizer.Form.NFD));
    for (int i = 1; i < letters.length(); i++) {
      char mark = letters.charAt(i);
      char before = letters.charAt(i - 1);
      if (QUALITY_MARKS.indexOf(mark) >= 0 && isMark(before) && QUALITY_MARKS.indexOf(before) < 0) {
        letters.setCharAt(i - 1, mark);
        letters.setCharAt(i, before);
      }
    }
    return Normalizer.normalize(letters, Normalizer.Form.NFC);
  }

  /** The text without diacritics: {@code Đông Kinh} becomes {@code Dong Kinh}. */
  public static String toAscii(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char plain = c < TABLE_SIZE ? ASCII[c] : c;
      if (plain != 0) {
        folded.append(plain);
      }
    }
    return folded.toString();
  }

  /** The text in lower case without diacritics, words separated by single spaces. */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char plain = c < TABLE_SIZE ? ASCII[c] : c;
      if (plain == 0) {
        continue;
      }
      if (Character.isLetterOrDigit(plain)) {
        if (gap && folded.length() > 0) {
          folded.append(' ');
        }
        folded.append(Character.toLowerCase(plain));
        gap = false;
      } else {
        gap = true;
      }
    }
    return folded.toString();
  }

  /** Whether the text holds a letter with a Vietnamese diacritic. */
  static boolean hasDiacritics(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= TABLE_SIZE || ASCII[c] != c) {
        return true;
      }
    }
    return false;
  }

  /**
   * The text with every tone mark on the vowel where the general statistics office writes it:
   * {@code hòa}, {@code khỏe}, {@code thúy}, but {@code hoàn}, {@code quý}. Words that are no
   * Vietnamese syllables stay as they are.
   */
  public static String withPlacedTones(String text) {
    if (!hasDiacritics(text)) {
      return text;
    }
    StringBuilder placed = new StringBuilder(text.length());
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetter(text.charAt(i))) {
        placed.append(wordWithPlacedTone(text.substring(start, i)));
        if (i < text.length()) {
          placed.append(text.charAt(i));
        }
        start = i + 1;
      }
    }
    return placed.toString();
  }

  private static String wordWithPlacedTone(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (!mayMoveTone(lower)) {
      return word;
    }
    return Syllable.parse(lower).map(s -> withCaseOf(word, s.text())).orElse(word);
  }

  /**
   * Whether a tone stands on a vowel without a quality mark, or before one with, beside another.
   */
  private static boolean mayMoveTone(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Syllable.toneOf(c) > 0) {
        boolean before = i > 0 && Syllable.isVowel(word.charAt(i - 1));
        boolean behind = i + 1 < word.length() && Syllable.isVowel(word.charAt(i + 1));
        boolean settled =
            Syllable.isMarked(c) && !(behind && Syllable.isMarked(word.charAt(i + 1)));
        return (before || behind) && !settled;
      }
    }
    return false;
  }

  /** Case goes letter by letter: placing a tone changes no letter's position. */
  private static String withCaseOf(String pattern, String text) {
    if (pattern.length() != text.length()) {
      return text;
    }
    StringBuilder cased = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      cased.append(Character.isUpperCase(pattern.charAt(i)) ? Character.toUpperCase(c) : c);
    }
    return cased.toString();
  }

  /** Every word with a capital first letter and small others: {@code Nông Thị Hồng Nhung}. */
  public static String titleCase(String text) {
    StringBuilder titled = new StringBuilder(text.length());
    boolean first = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      titled.append(first ? Character.toUpperCase(c) : Character.toLowerCase(c));
      first = !Character.isLetterOrDigit(c) && !isMark(c);
    }
    return titled.toString();
  }

  /** Any white space, of any width and number, as single spaces; none at the ends. */
  static String singleSpaced(String text) {
    if (isSingleSpaced(text)) {
      return text;
    }
    StringBuilder spaced = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        gap = true;
        continue;
      }
      if (gap && spaced.length() > 0) {
        spaced.append(' ');
      }
      gap = false;
      spaced.append(c);
    }
    return spaced.toString();
  }

  /** Most cells are, and need not be written again. */
  private static boolean isSingleSpaced(String text) {
    boolean gap = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = isSpace(c);
      if (space && (gap || c != ' ')) {
        return false;
      }
      gap = space;
    }
    return text.isEmpty() || !gap;
  }

  private static boolean isSpace(char c) {
    return c <= ' '
        || Character.isSpaceChar(c)
        || c == '\u200B' // zero-width marks that web forms leave behind
        || c == '\u200C'
        || c == '\u200D'
        || c == '\u200E'
        || c == '\uFEFF';
  }
}
