package org.baophu.link;

/** Which pairs of rows may match. */
public enum LinkMode {
  /** Rows of different sources only. */
  LINK,
  /** Rows of one source only. */
  DEDUPE,
  /** Any two rows. */
  LINK_AND_DEDUPE
}
