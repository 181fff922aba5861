package org.baophu.store;

/** Another night is running on the same output directory or database. */
public final class LockedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LockedException(String message) {
    super(message);
  }

  public LockedException(String message, Throwable cause) {
    super(message, cause);
  }
}
