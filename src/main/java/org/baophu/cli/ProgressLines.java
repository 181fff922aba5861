package org.baophu.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import org.baophu.night.NightProgress;
import org.baophu.night.Stage;

/**
 * Progress on standard error: one line that is written over on a terminal, and otherwise a plain
 * line now and then, so that a log stays short.
 */
final class ProgressLines implements NightProgress {
  private static final long TERMINAL_MILLISECONDS = 200;
  private static final long PLAIN_MILLISECONDS = 10_000;
  private static final int BAR = 24;

  private final PrintWriter out;
  private final Clock clock;
  private final boolean terminal;
  private long next;
  private String last = "";

  ProgressLines(PrintWriter out, Clock clock, boolean terminal) {
    this.out = out;
    this.clock = clock;
    this.terminal = terminal;
  }

  @Override
  public synchronized void report(Stage stage, String what, long done, long total) {
    String name = stage.name().toLowerCase(Locale.ROOT);
    String subject = what.isEmpty() ? name : name + " · " + what;
    long now = clock.millis();
    if (now < next && subject.equals(last)) {
      return;
    }
    next = now + (terminal ? TERMINAL_MILLISECONDS : PLAIN_MILLISECONDS);
    last = subject;
    if (terminal) {
      out.printf(
          Locale.ROOT, "\r\u001b[2K%s  %s %s", bar(done, total), subject, amount(done, total));
    } else {
      out.printf(Locale.ROOT, "%s %s%n", subject, amount(done, total));
    }
    out.flush();
  }

  /** Ends a line that could still be written over. */
  synchronized void end() {
    if (terminal && !last.isEmpty()) {
      out.print("\r\u001b[2K");
      out.flush();
      last = "";
    }
  }

  private static String bar(long done, long total) {
    int filled = total <= 0 ? 0 : (int) Math.min(BAR, BAR * done / total);
    return "█".repeat(filled) + "░".repeat(BAR - filled);
  }

  private static String amount(long done, long total) {
    if (done == 0 && total <= 0) {
      return "";
    }
    return total <= 0
        ? String.format(Locale.ROOT, "%,d", done)
        : String.format(Locale.ROOT, "%,d / %,d", done, total);
  }
}
