package org.baophu.sample;

import java.util.Locale;

/** On which side of the list a person with a living stands. */
public enum Side {
  /** On the list: an error is a row that does not belong there. */
  LISTED,
  /** Left out: an error is somebody who belongs on the list. */
  EXCLUDED;

  /** As files and the store write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
