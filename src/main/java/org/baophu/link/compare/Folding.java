package org.baophu.link.compare;

import java.text.Normalizer;
import java.util.Locale;

/** Brings spellings of one value together. */
public final class Folding {
  /** Latin letters with and without marks, up to the Vietnamese ones. */
  private static final int TABLE = 0x1f00;

  /** The only character below the marks that cannot be seen. */
  private static final char SOFT_HYPHEN = 0xad;

  private static final boolean[] KEPT = new boolean[TABLE];
  private static final String[] LOWER = new String[TABLE];
  private static final String[] PLAIN = new String[TABLE];

  /** What {@link #lower} and {@link #plainOf} make of a character where that is just one, or 0. */
  private static final char[] LOWER_ONE = new char[TABLE];

  private static final char[] PLAIN_ONE = new char[TABLE];

  static {
    for (char c = 0; c < TABLE; c++) {
      KEPT[c] = isKept(c);
      LOWER[c] = String.valueOf(c).toLowerCase(Locale.ROOT);
      PLAIN[c] = plainSlow(c);
      LOWER_ONE[c] = KEPT[c] && LOWER[c].length() == 1 ? LOWER[c].charAt(0) : 0;
      PLAIN_ONE[c] = PLAIN[c].length() == 1 ? PLAIN[c].charAt(0) : 0;
    }
  }

  private Folding() {}

  /** Lower case, NFC, every run of other characters than letters and digits one space. */
  public static String lower(String value) {
    String text = composed(value);
    char[] out = new char[text.length()];
    int used = 0;
    for (int i = 0; i < out.length; i++) {
      char c = text.charAt(i);
      char one = c < TABLE ? LOWER_ONE[c] : 0;
      if (one != 0) {
        out[used++] = one;
      } else if (c >= TABLE || KEPT[c]) {
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
      if (c < TABLE && KEPT[c]) {
        out.append(LOWER[c]);
      } else if (isWord(c)) {
        out.append(text.substring(i, i + 1).toLowerCase(Locale.ROOT));
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    int length = out.length();
    return length > 0 && out.charAt(length - 1) == ' '
        ? out.substring(0, length - 1)
        : out.toString();
  }

  /** A text in NFC, without characters that cannot be seen, such as spaces of no width. */
  static String composed(String value) {
    return isComposed(value) ? value : Normalizer.normalize(seen(value), Normalizer.Form.NFC);
  }

  private static String seen(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      if (Character.getType(value.charAt(i)) != Character.FORMAT) {
        out.append(value.charAt(i));
      }
    }
    return out.toString();
  }

  /** Whether {@link #lower} keeps a character, if another one. */
  static boolean isWord(char c) {
    return c < TABLE ? KEPT[c] : isKept(c);
  }

  private static boolean isKept(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Whether a text holds nothing that could be composed or unseen: no marks, nothing rare. */
  private static boolean isComposed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == SOFT_HYPHEN || c >= 0x300 && (c < 0x1ea0 || c > 0x1ef9)) {
        return false;
      }
    }
    return true;
  }

  /** {@link #lower} without any diacritics; đ becomes d. */
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
      char c = lower.charAt(i);
      out.append(c < TABLE ? PLAIN[c] : plainSlow(c));
    }
    return out.toString();
  }

  private static String plainSlow(char c) {
    String split = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(split.length());
    for (int i = 0; i < split.length(); i++) {
      char part = split.charAt(i);
      if (part == 'đ') {
        out.append('d');
      } else if (Character.getType(part) != Character.NON_SPACING_MARK) {
        out.append(part);
      }
    }
    return out.toString();
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
      if (Character.isLetterOrDigit(value.charAt(i))) {
        out.append(Character.toUpperCase(value.charAt(i)));
      }
    }
    return out.toString();
  }
}
