package org.baophu.night;

/** What an earlier stage left is gone or damaged; the night must begin anew. */
public final class LostResultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostResultException(String message) {
    super(message);
  }

  LostResultException(String message, Throwable cause) {
    super(message, cause);
  }
}
