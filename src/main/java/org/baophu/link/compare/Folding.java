package org.baophu.link.compare;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings spellings of one value together.
 *
 * <p>What looks alike to readers is the same: wide and narrow forms, ligatures and digits of any
 * script (compatibility forms of Unicode, NFKC). Marks on letters of Latin, Greek, Cyrillic, Hebrew
 * and Arabic are diacritics, which {@link #plain} leaves out; in the scripts of India and
 * South-East Asia they are vowels, which stay.
 */
public final class Folding {
  /** Latin letters with and without marks, up to the Vietnamese ones. */
  private static final int TABLE = 0x1f00;

  private static final int FIRST_HANGUL = 0xac00;
  private static final int LAST_HANGUL = 0xd7a3;
  private static final int FIRST_IDEOGRAPH = 0x3005;

  /** The Japanese sign that repeats the ideograph before it. */
  private static final int REPEATED_IDEOGRAPH = 0x3005;

  /** Marks from here on are letters of their own, but for those named in {@link #isDiacritic}. */
  private static final char FIRST_VOWEL_MARK = 0x700;

  /** Letters that have a plain form which Unicode does not tell, and that form. */
  private static final Map<Character, String> PLAIN_FORMS =
      Map.ofEntries(
          Map.entry('đ', "d"),
          Map.entry('ð', "d"),
          Map.entry('ß', "ss"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('ø', "o"),
          Map.entry('ł', "l"),
          Map.entry('þ', "th"),
          Map.entry('ı', "i"),
          Map.entry('ς', "σ"),
          Map.entry('ـ', ""),
          Map.entry('ة', "ه"),
          Map.entry('ى', "ي"),
          Map.entry('ی', "ي"),
          Map.entry('ک', "ك"));

  private static final byte YES = 1;
  private static final byte NO = 2;

  // What is known of characters that were seen: working it out of all of them would keep every
  // command waiting for a twentieth of a second. Whoever of several threads is the first finds the
  // same as the others.

  /** Whether {@link #isComposed(char)}, 0 where nobody has asked. */
  private static final byte[] COMPOSED = new byte[TABLE];

  /** Whether {@link #isKept}, 0 where nobody has asked. */
  private static final byte[] KEPT = new byte[TABLE];

  /** What {@link #lower} and {@link #plainOf} make of a character, {@code null} where unseen. */
  private static final @Nullable String[] LOWER = new String[TABLE];

  private static final @Nullable String[] PLAIN = new String[TABLE];

  /** The same where that is just one character, or 0. */
  private static final char[] LOWER_ONE = new char[TABLE];

  private static final char[] PLAIN_ONE = new char[TABLE];

  private Folding() {}

  /** Lower case, NFKC, every run of other characters than letters and digits one space. */
  public static String lower(String value) {
    String text = composed(value);
    char[] out = new char[text.length()];
    int used = 0;
    for (int i = 0; i < out.length; i++) {
      char c = text.charAt(i);
      char one = c < TABLE ? LOWER_ONE[c] : 0;
      if (one != 0) {
        out[used++] = one;
      } else if (isWord(c)) {
        return lowerSlow(text);
      } else if (used > 0 && out[used - 1] != ' ') {
        out[used++] = ' ';
      }
    }
    return new String(out, 0, used > 0 && out[used - 1] == ' ' ? used - 1 : used);
  }

  /** The same of any characters. */
  private static String lowerSlow(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWord(c)) {
        out.append(lower(c));
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    int length = out.length();
    return length > 0 && out.charAt(length - 1) == ' '
        ? out.substring(0, length - 1)
        : out.toString();
  }

  private static String lower(char c) {
    String known = c < TABLE ? LOWER[c] : null;
    if (known != null) {
      return known;
    }
    String lower = String.valueOf(c).toLowerCase(Locale.ROOT);
    if (c < TABLE) {
      LOWER_ONE[c] = isWord(c) && lower.length() == 1 ? lower.charAt(0) : 0;
      LOWER[c] = lower;
    }
    return lower;
  }

  /** A text in NFKC, without characters that cannot be seen, such as spaces of no width. */
  static String composed(String value) {
    return isComposed(value) ? value : Normalizer.normalize(seen(value), Normalizer.Form.NFKC);
  }

  private static String seen(String value) {
    StringBuilder out = new StringBuilder(value.length());
    value
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        // Beyond the sixteen bits lie rare ideographs and letters, and pictures, which are no word.
        .map(c -> Character.charCount(c) == 2 && !Character.isLetterOrDigit(c) ? ' ' : c)
        .map(c -> Character.getType(c) == Character.SURROGATE ? ' ' : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /**
   * A text in which every ideograph stands alone: Chinese and Japanese are written without spaces,
   * and each ideograph is about what a syllable is in Vietnamese names.
   */
  public static String spaced(String value) {
    return hasIdeographs(value) ? spaced(value, Folding::isIdeograph) : value;
  }

  /** The same of a name, in which a Korean syllable stands alone too. */
  static String spacedName(String value) {
    return hasIdeographs(value) ? spaced(value, Folding::isSyllable) : value;
  }

  private static boolean hasIdeographs(String value) {
    int plain = 0;
    while (plain < value.length() && value.charAt(plain) < FIRST_IDEOGRAPH) {
      plain++;
    }
    return plain < value.length();
  }

  /** Whether a character stands for a whole syllable or word. */
  static boolean isSyllable(int codePoint) {
    return isIdeograph(codePoint) || isHangul(codePoint);
  }

  private static boolean isHangul(int codePoint) {
    return codePoint >= FIRST_HANGUL && codePoint <= LAST_HANGUL;
  }

  private static String spaced(String value, IntPredicate standsAlone) {
    StringBuilder out = new StringBuilder(value.length() * 2);
    composed(value)
        .codePoints()
        .forEach(
            c -> {
              boolean alone = standsAlone.test(c);
              out.append(alone ? " " : "").appendCodePoint(c).append(alone ? " " : "");
            });
    return out.toString();
  }

  private static boolean isIdeograph(int codePoint) {
    return codePoint >= FIRST_IDEOGRAPH
        && (Character.isIdeographic(codePoint) || codePoint == REPEATED_IDEOGRAPH);
  }

  /** Whether {@link #lower} keeps a character, if another one. */
  static boolean isWord(char c) {
    byte known = c < TABLE ? KEPT[c] : 0;
    if (known != 0) {
      return known == YES;
    }
    boolean isKept = isKept(c);
    if (c < TABLE) {
      KEPT[c] = isKept ? YES : NO;
    }
    return isKept;
  }

  private static boolean isKept(char c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.SURROGATE;
  }

  /** Whether a text holds nothing that could be composed or unseen: no marks, nothing rare. */
  private static boolean isComposed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= TABLE || COMPOSED[c] != YES && !isSeenComposed(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSeenComposed(char c) {
    if (COMPOSED[c] == 0) {
      COMPOSED[c] = isComposed(c) ? YES : NO;
    }
    return COMPOSED[c] == YES;
  }

  /** Whether a character is its own NFKC whatever stands beside it, as those of Vietnamese are. */
  private static boolean isComposed(char c) {
    boolean isUsual = c < 0x300 || c >= 0x1ea0 && c <= 0x1ef9;
    return isUsual
        && Character.getType(c) != Character.FORMAT
        && Normalizer.isNormalized(String.valueOf(c), Normalizer.Form.NFKC);
  }

  /** {@link #lower} without any diacritics; đ becomes d, ß becomes ss, digits become 0 to 9. */
  public static String plain(String value) {
    return plainOf(lower(value));
  }

  /** The same of what is lower case already. */
  static String plainOf(String lower) {
    int plain = 0;
    while (plain < lower.length() && lower.charAt(plain) < 128) {
      plain++;
    }
    if (plain == lower.length()) {
      return lower;
    }
    char[] out = lower.toCharArray();
    for (int i = plain; i < out.length; i++) {
      char one = out[i] < TABLE ? PLAIN_ONE[out[i]] : 0;
      if (one == 0) {
        return plainSlow(lower);
      }
      out[i] = one;
    }
    return new String(out);
  }

  /** The same of any characters. */
  private static String plainSlow(String lower) {
    StringBuilder out = new StringBuilder(lower.length());
    for (int i = 0; i < lower.length(); i++) {
      out.append(plain(lower.charAt(i)));
    }
    return out.toString();
  }

  private static String plain(char c) {
    String known = c < TABLE ? PLAIN[c] : null;
    if (known != null) {
      return known;
    }
    String plain = plainSlow(c);
    if (c < TABLE) {
      PLAIN_ONE[c] = plain.length() == 1 ? plain.charAt(0) : 0;
      PLAIN[c] = plain;
    }
    return plain;
  }

  private static String plainSlow(char c) {
    if (isHangul(c)) {
      return String.valueOf(c);
    }
    String split = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(split.length());
    for (int i = 0; i < split.length(); i++) {
      char part = split.charAt(i);
      String form = PLAIN_FORMS.get(part);
      if (form != null) {
        out.append(form);
      } else if (part > 127 && Character.isDigit(part)) {
        out.append((char) ('0' + Character.digit(part, 10)));
      } else if (!isDiacritic(part)) {
        out.append(part);
      }
    }
    return out.toString();
  }

  private static boolean isDiacritic(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK
        && (c < FIRST_VOWEL_MARK
            || c >= 0x1ab0 && c <= 0x1aff
            || c >= 0x1dc0 && c <= 0x20ff
            || c == 0x3099
            || c == 0x309a
            || c >= 0xfe20);
  }

  /**
   * A plain word with letters that are confused in writing or speech brought together: y/i, l/n,
   * tr/ch, s/x, d/gi/r/v, ph/f, c/k/q, and doubled letters single.
   */
  public static String sound(String plainWord) {
    StringBuilder out = new StringBuilder(plainWord.length());
    int start = 0;
    if (plainWord.startsWith("tr") || plainWord.startsWith("ch")) {
      out.append('c');
      start = 2;
    } else if (plainWord.startsWith("gi") && plainWord.length() > 2) {
      out.append('r');
      start = 2;
    } else if (plainWord.startsWith("ph")) {
      out.append('f');
      start = 2;
    }
    for (int i = start; i < plainWord.length(); i++) {
      char c = similar(plainWord.charAt(i), i == 0);
      if (out.length() == 0 || out.charAt(out.length() - 1) != c) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static char similar(char c, boolean first) {
    return switch (c) {
      case 'y' -> 'i';
      case 'l' -> first ? 'n' : 'l';
      case 'x' -> 's';
      case 'd' -> first ? 'r' : 'd';
      case 'k', 'q' -> 'c';
      case 'z' -> 's';
      default -> c;
    };
  }

  /** Letters and digits alone, upper case: an identifier without its punctuation. */
  public static String identifier(String value) {
    boolean plain = true;
    for (int i = 0; i < value.length() && plain; i++) {
      char c = value.charAt(i);
      plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }
    if (plain) {
      return value;
    }
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > 127 && Character.isDigit(c)) {
        out.append((char) ('0' + Character.digit(c, 10)));
      } else if (Character.isLetterOrDigit(c)) {
        out.append(Character.toUpperCase(c));
      }
    }
    return out.toString();
  }
}
