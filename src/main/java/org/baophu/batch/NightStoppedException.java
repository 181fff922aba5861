package org.baophu.batch;

/** A night was told to stop and did; the same command goes on where it stopped. */
public final class NightStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NightStoppedException() {
    super("Stopped as asked. The same command goes on where this run stopped.");
  }
}
