package org.baophu.night;

import java.util.EnumMap;
import java.util.Map;
import org.baophu.intake.FileFormat;
import org.baophu.issue.Problem;

/**
 * How one file read.
 *
 * @param accepted rows that became records; with {@code rejected} they are the rows delivered
 * @param issues how often each problem was met
 * @param communeUnknown accepted rows whose commune cannot be decided
 * @param missing for each column of records of persons, in how many accepted rows it is empty or
 *     unreadable
 */
record FileReport(
    FileFormat format,
    long delivered,
    long accepted,
    long rejected,
    Map<Problem, Long> issues,
    long communeUnknown,
    Map<String, Long> missing) {
  FileReport {
    if (accepted + rejected != delivered) {
      throw new IllegalArgumentException(
          accepted
              + " rows accepted and "
              + rejected
              + " rejected are not the "
              + delivered
              + " delivered");
    }
  }

  /** The same with one more problem, which may reject an accepted row. */
  FileReport with(Problem problem, boolean rejects) {
    return with(problem, 1, rejects ? 1 : 0, 0);
  }

  /** The same with some accepted rows rejected after all. */
  FileReport withRejected(Problem problem, long rows, long amongThemCommuneUnknown) {
    return rows == 0 ? this : with(problem, rows, rows, amongThemCommuneUnknown);
  }

  private FileReport with(Problem problem, long times, long rows, long amongThemCommuneUnknown) {
    Map<Problem, Long> more = new EnumMap<>(Problem.class);
    more.putAll(issues);
    more.merge(problem, times, Long::sum);
    return new FileReport(
        format,
        delivered,
        accepted - rows,
        rejected + rows,
        more,
        communeUnknown - amongThemCommuneUnknown,
        missing);
  }
}
