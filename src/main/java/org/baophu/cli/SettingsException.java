package org.baophu.cli;

/** A configuration that cannot be used. The message names the file, the place and the remedy. */
final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsException(String message) {
    super(message);
  }
}
