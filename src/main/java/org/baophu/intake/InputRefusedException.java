package org.baophu.intake;

/**
 * An input cannot be used, so nothing may be published. The message names the file and what to do
 * about it, in one line.
 */
public final class InputRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param file the file, or the directory that lacks one
   * @param fault what is wrong
   * @param remedy what the operator can do
   */
  public InputRefusedException(String file, String fault, String remedy) {
    super(oneLine(file + ": " + fault + " " + remedy));
  }

  /** File names and what is quoted from files can hold anything, also what would forge a line. */
  private static String oneLine(String message) {
    return message.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
