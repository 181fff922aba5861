package org.baophu.audit;

import java.util.Locale;

/**
 * Something that an untouched trail does not have.
 *
 * @param line number of the line where it shows
 */
public record Finding(Kind kind, long line, String text) {
  /** What may have been done to a trail. */
  public enum Kind {
    CHANGED,
    MISSING,
    INSERTED,
    REORDERED,
    CUT_OFF,
    NOT_SIGNED,
    WRONG_SIGNATURE
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + text;
  }
}
