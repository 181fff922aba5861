package org.baophu.batch;

/** A night broke off. What it did is kept; the same command goes on where it stopped. */
public final class NightFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NightFailedException(Throwable cause) {
    super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
  }
}
