package org.baophu.cli;

import java.util.regex.Pattern;

/** A configuration that cannot be used. The message names the file, the place and the remedy. */
final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is quoted of a value must not bury the rest. */
  private static final Pattern LONG_WORD = Pattern.compile("(\\S{250})\\S+");

  SettingsException(String message) {
    super(LONG_WORD.matcher(message).replaceAll("$1…"));
  }
}
