package org.baophu.link.compare;

/** Year, month and day out of {@code yyyy-MM-dd}, {@code yyyy-MM} or {@code yyyy}. */
public final class DateParts {
  private DateParts() {}

  /** Year, month, day; 0 for what is not there or not a number. */
  public static int[] of(String value) {
    int[] parts = new int[3];
    int part = 0;
    for (int i = 0; i < value.length() && part < 3; i++) {
      char c = value.charAt(i);
      if (c == '-') {
        part++;
      } else if (c >= '0' && c <= '9' && parts[part] < 1000) {
        parts[part] = parts[part] * 10 + (c - '0');
      } else {
        return new int[3];
      }
    }
    return parts;
  }
}
