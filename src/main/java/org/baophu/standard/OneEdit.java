package org.baophu.standard;

/** Texts that are one slip of the keyboard apart. */
final class OneEdit {
  private OneEdit() {}

  /** Whether the texts are equal, or one letter more, less or other, or two neighbours swapped. */
  static boolean within(String a, String b) {
    String shorter = a.length() <= b.length() ? a : b;
    String longer = a.length() <= b.length() ? b : a;
    if (longer.length() - shorter.length() > 1) {
      return false;
    }
    int i = 0;
    while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
      i++;
    }
    if (shorter.length() < longer.length()) {
      return shorter.substring(i).equals(longer.substring(i + 1));
    }
    return i == shorter.length()
        || shorter.substring(i + 1).equals(longer.substring(i + 1))
        || isSwap(shorter, longer, i);
  }

  private static boolean isSwap(String a, String b, int i) {
    return i + 1 < a.length()
        && a.charAt(i) == b.charAt(i + 1)
        && a.charAt(i + 1) == b.charAt(i)
        && a.substring(i + 2).equals(b.substring(i + 2));
  }
}
