package org.baophu.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.baophu.intake.InputRefusedException;
import org.baophu.store.ArchiveException;
import org.baophu.store.LockedException;
import org.baophu.store.StoreKeyException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one message and an exit code. */
final class Failures implements IExecutionExceptionHandler {
  /** Set to see where a failure comes from. */
  private static final String TRACE = "BAOPHU_TRACE";

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    return tell(failure, command);
  }

  /** Says what went wrong, and returns the exit code. */
  int tell(Exception failure, CommandLine command) {
    command.getErr().println(command.getColorScheme().errorText(message(failure, next(command))));
    if (System.getenv(TRACE) != null) {
      failure.printStackTrace(command.getErr());
    }
    return exitCode(failure);
  }

  private static int exitCode(Exception failure) {
    if (failure instanceof InputRefusedException) {
      return ExitCode.INPUT_REFUSED;
    }
    if (failure instanceof LockedException) {
      return ExitCode.LOCKED;
    }
    return failure instanceof SettingsException
            || failure instanceof StoreKeyException
            || failure instanceof ArchiveException
            || failure instanceof ParameterException
        ? ExitCode.USAGE
        : ExitCode.FAILED;
  }

  /** A night goes on from what it has done; other commands do all again. */
  private static String next(CommandLine command) {
    return command.getCommand() instanceof NightlyCommand
        ? "Once that is mended, the same command goes on where this run stopped."
        : "Once that is mended, start the same command again.";
  }

  private static String message(Exception failure, String next) {
    String message = failure.getMessage();
    if (failure instanceof FileSystemException file) {
      return file.getFile() + " " + reason(file);
    }
    if (failure instanceof InputRefusedException) {
      return "Input refused, nothing was published. " + message;
    }
    return exitCode(failure) == ExitCode.FAILED
        ? "Failed: " + causes(failure) + "\n" + next
        : String.valueOf(message);
  }

  /** What failed and what made it fail, from the outside in, each said once. */
  private static String causes(Throwable failure) {
    Set<String> messages = new LinkedHashSet<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      // A wrapper without words of its own repeats those of what it wraps.
      boolean isMereWrapper =
          cause.getCause() != null && cause.getCause().toString().equals(cause.getMessage());
      if (!isMereWrapper) {
        messages.add(said(cause));
      }
    }
    return String.join(": ", messages);
  }

  private static String said(Throwable cause) {
    if (cause instanceof StackOverflowError) {
      return "something is nested too deeply";
    }
    if (cause instanceof OutOfMemoryError) {
      return "not enough memory; set BAOPHU_JAVA_OPTIONS=-Xmx8g or more";
    }
    if (cause instanceof FileSystemException file) {
      return file.getFile() + " " + reason(file);
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /** Why a file that is to be read as text could not be, as the end of a sentence. */
  static String unreadable(IOException failure) {
    if (failure instanceof CharacterCodingException) {
      return "cannot be read as text: it is not in UTF-8.";
    }
    return failure instanceof FileSystemException file && file.getReason() == null
        ? reason(file)
        : "cannot be read (" + failure.getMessage() + ").";
  }

  private static String reason(FileSystemException failure) {
    return switch (failure.getClass().getSimpleName()) {
      case "NoSuchFileException" -> "does not exist.";
      case "AccessDeniedException" -> "may not be accessed. Check its permissions.";
      case "FileAlreadyExistsException" -> "is a file where a directory is wanted.";
      default -> failure.getReason() == null ? "cannot be read or written." : failure.getReason();
    };
  }
}
