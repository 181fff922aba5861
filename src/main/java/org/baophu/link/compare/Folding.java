package org.baophu.link.compare;

import java.text.Normalizer;
import java.util.Locale;

/** Brings spellings of one value together. */
public final class Folding {
  private Folding() {}

  /** Lower case, NFC, every run of other characters than letters and digits one space. */
  public static String lower(String value) {
    String text = Normalizer.normalize(value, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        out.append(c);
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    int length = out.length();
    return length > 0 && out.charAt(length - 1) == ' '
        ? out.substring(0, length - 1)
        : out.toString();
  }

  /** {@link #lower} without any diacritics; đ becomes d. */
  public static String plain(String value) {
    String lower = lower(value);
    boolean ascii = true;
    for (int i = 0; i < lower.length() && ascii; i++) {
      ascii = lower.charAt(i) < 128;
    }
    if (ascii) {
      return lower;
    }
    String split = Normalizer.normalize(lower, Normalizer.Form.NFD);
    StringBuilder out = new StringBuilder(split.length());
    for (int i = 0; i < split.length(); i++) {
      char c = split.charAt(i);
      if (c == 'đ') {
        out.append('d');
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        out.append(c);
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
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      if (Character.isLetterOrDigit(value.charAt(i))) {
        out.append(Character.toUpperCase(value.charAt(i)));
      }
    }
    return out.toString();
  }
}
