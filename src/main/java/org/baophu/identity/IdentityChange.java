package org.baophu.identity;

/**
 * A person id that could not stay as it was.
 *
 * @param personId the id that goes on
 * @param otherId {@link Kind#MERGED}: the id that is now {@code personId}; {@link Kind#SPLIT}: the
 *     id of those who left {@code personId}
 */
public record IdentityChange(Kind kind, String personId, String otherId) {
  /** What happened. */
  public enum Kind {
    /** Two persons of an earlier night are one. */
    MERGED,
    /** One person of an earlier night is two. */
    SPLIT
  }
}
