package org.baophu.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * How a command ended and what it said on standard error.
 *
 * @param code the exit code
 */
record Said(int code, String errors) {
  /** Runs a command as {@link Main} does, in this process. */
  static Said by(Object command, String... arguments) {
    StringWriter errors = new StringWriter();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(new StringWriter()));
    line.setErr(new PrintWriter(errors));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new Failures());
    return new Said(line.execute(arguments), errors.toString());
  }

  /** Whether it tells of the inside of the program: the name of an exception or where it arose. */
  boolean isTechnical() {
    return errors.matches("(?s).*(\\b(java|org|tools|com)\\.[a-z]+\\.[A-Za-z]|Exception|\\tat ).*");
  }
}
