package org.baophu.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baophu.intake.InputFile;
import org.baophu.intake.InputRefusedException;
import org.baophu.issue.DataIssue;
import org.baophu.publish.Rows;

/** Ends a night whose files could not be used well enough, and says what to mend. */
final class UsableFiles {
  private final double mostRejected;
  private final Rows<DataIssue> issues;

  /**
   * @param mostRejected the share of a file's rows that may be rejected
   * @param issues of all files, in order
   */
  UsableFiles(double mostRejected, Rows<DataIssue> issues) {
    this.mostRejected = mostRejected;
    this.issues = issues;
  }

  /**
   * Asks for enough usable rows: of a clerk's few, one that is mistyped must not stop a night, but
   * a file of nothing else must.
   *
   * @throws InputRefusedException where there are too few
   */
  void require(InputFile file, FileReport report) {
    boolean isUsable =
        file.kind().isFromClerks()
            ? report.rejected() < report.delivered()
            : report.rejected() <= mostRejected * report.delivered();
    if (report.rejected() > 0 && !isUsable) {
      throw new InputRefusedException(
          file.name(),
          what(file, report) + " (" + why(file, report) + ").",
          file.kind().isFromClerks()
              ? "Mend the file or take it out of " + file.kind().prefix() + "/."
              : "Mend the file, or raise intake.max_reject_share in the configuration.");
    }
  }

  private String what(InputFile file, FileReport report) {
    return file.kind().isFromClerks()
        ? "none of its " + report.rejected() + " rows can be used"
        : String.format(
            Locale.ROOT,
            "%d of %d rows cannot be used, more than the %.1f %% allowed",
            report.rejected(),
            report.delivered(),
            100 * mostRejected);
  }

  /**
   * The commonest problem, and where to look first: rejects of a stopped night are not published.
   */
  private String why(InputFile file, FileReport report) {
    String commonest =
        report.issues().entrySet().stream()
            .filter(entry -> entry.getKey().rejects())
            .max(Map.Entry.comparingByValue())
            .map(entry -> "mostly " + entry.getKey() + ", " + entry.getValue() + " times")
            .orElse("unreadable");
    List<DataIssue> rejecting = new ArrayList<>();
    try {
      issues.forEach(
          issue -> {
            if (rejecting.isEmpty()
                && issue.file().equals(file.name())
                && issue.problem().rejects()) {
              rejecting.add(issue);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rejecting.isEmpty()
        ? commonest
        : commonest
            + "; first row "
            + rejecting.get(0).row()
            + (" " + rejecting.get(0).column()).stripTrailing();
  }
}
