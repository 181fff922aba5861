package org.baophu.notify;

/** A way to tell somebody how a night ended. */
public interface Messenger {
  /** Such as {@code webhook}, for the log. */
  String name();

  /**
   * Tells it once.
   *
   * @throws MessengerException if that failed
   */
  void send(NightReport report) throws MessengerException, InterruptedException;

  /** Somebody could not be told. */
  final class MessengerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /**
     * @param what says what failed, without any of the data
     * @param passing whether trying again may help
     */
    MessengerException(String what, boolean passing) {
      super(what);
      this.passing = passing;
    }

    public boolean isPassing() {
      return passing;
    }
  }
}
