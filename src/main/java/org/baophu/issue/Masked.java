package org.baophu.issue;

/** Values made unrecognisable, for issue lists that people without access to the records read. */
public final class Masked {
  private static final int LONGEST = 24;

  private Masked() {}

  /**
   * Masks a personal value: letters and digits become {@code x} and {@code 9}, all but the first;
   * punctuation stays, since that is where values usually go wrong.
   *
   * @return for example {@code N xxxx} for {@code N name}, {@code 09/99/99} for {@code 01/31/99}
   */
  public static String personal(String value) {
    StringBuilder masked = new StringBuilder(Math.min(value.length(), LONGEST));
    int shown = 0;
    for (int i = 0; i < value.length() && i < LONGEST; ) {
      int c = value.codePointAt(i);
      if (Character.isLetterOrDigit(c) && shown++ > 0) {
        masked.append(Character.isDigit(c) ? '9' : 'x');
      } else {
        masked.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return value.length() > LONGEST ? masked.append('…').toString() : masked.toString();
  }

  /** Shortens a value that is not personal to what fits a line. */
  public static String shortened(String value) {
    return value.length() > 2 * LONGEST ? value.substring(0, 2 * LONGEST) + "…" : value;
  }
}
