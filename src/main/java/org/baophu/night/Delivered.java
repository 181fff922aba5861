package org.baophu.night;

import java.io.DataInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.baophu.intake.InputKind;
import org.baophu.intake.Row;
import org.baophu.issue.DataIssue;
import org.baophu.issue.Problem;
import org.baophu.link.incremental.Fingerprints;
import org.baophu.person.RecordKey;
import org.baophu.publish.Rows;
import org.baophu.standard.RecordDigest;
import org.baophu.standard.StandardRecord;
import org.baophu.standard.StandardRecordCodec;

/**
 * What the files of a night held, all of them together.
 *
 * <p>A record_id counts once in a source: of two records that share one, the first in reading order
 * stays and the other is rejected.
 *
 * @param records sorted by key, so that no result depends on the order of files or rows
 * @param prints tell records that say what they said last night
 * @param reports one for each file
 * @param repeats the rejects that only the whole delivery shows
 */
record Delivered(
    List<StandardRecord> records,
    Fingerprints prints,
    List<FileReport> reports,
    List<DataIssue> repeats) {

  static Delivered load(NightRun run, Workspace workspace) {
    List<StandardRecord> records = new ArrayList<>();
    List<FileReport> reports = new ArrayList<>();
    List<DataIssue> repeats = new ArrayList<>();
    Set<RecordKey> known = new HashSet<>();
    for (int index = 0; index < run.files().size(); index++) {
      FileReport report = workspace.readJson(ReadStage.report(index), FileReport.class);
      if (run.files().get(index).file().kind().findSource().isPresent()) {
        int repeatsBefore = repeats.size();
        long unknown = readRecords(index, workspace, known, records, repeats);
        report =
            report.withRejected(
                Problem.RECORD_ID_REPEATED, repeats.size() - repeatsBefore, unknown);
      }
      reports.add(report);
    }
    records.sort(Comparator.comparing(StandardRecord::key));
    Fingerprints prints =
        Fingerprints.of(
            PersonTable.records(records),
            PersonTable.sources(),
            PersonTable.FIELDS.size(),
            run.threads());
    return new Delivered(records, prints, List.copyOf(reports), List.copyOf(repeats));
  }

  /** What each record says, as {@link RecordDigest#content} tells it, by row. */
  long[] contents() {
    long[] contents = new long[records.size()];
    for (int place = 0; place < contents.length; place++) {
      contents[prints.row(place)] = prints.contents()[place];
    }
    return contents;
  }

  /**
   * Adds the records of one file to those of the files before it.
   *
   * @param known keys of the records so far
   * @return how many of the repeated records have no commune
   */
  static long readRecords(
      int index,
      Workspace workspace,
      Set<RecordKey> known,
      List<StandardRecord> records,
      List<DataIssue> repeats) {
    StandardRecordCodec codec = new StandardRecordCodec();
    return workspace.read(
        ReadStage.records(index),
        in -> {
          long communeUnknown = 0;
          while (in.readBoolean()) {
            StandardRecord record = codec.read(in);
            if (known.add(record.key())) {
              records.add(record);
            } else {
              repeats.add(repeat(record));
              communeUnknown += record.commune().isKnown() ? 0 : 1;
            }
          }
          return communeUnknown;
        });
  }

  private static DataIssue repeat(StandardRecord record) {
    return new DataIssue(
        record.file(),
        record.row(),
        "record_id",
        record.key().recordId(),
        Problem.RECORD_ID_REPEATED,
        "");
  }

  /** The rows of the small files of one kind, in reading order. */
  static List<Row> rows(NightRun run, Workspace workspace, InputKind kind) {
    List<Row> rows = new ArrayList<>();
    for (int index = 0; index < run.files().size(); index++) {
      if (run.files().get(index).file().kind() == kind) {
        workspace.read(
            ReadStage.rows(index), in -> readAll(in, () -> rows.add(ReadStage.readRow(in))));
      }
    }
    return rows;
  }

  /** All rejects: file by file, within a file by row. */
  Rows<DataIssue> rejects(NightRun run, Workspace workspace, List<DataIssue> later) {
    return sink -> {
      for (int index = 0; index < run.files().size(); index++) {
        List<DataIssue> issues = new ArrayList<>();
        workspace.read(
            ReadStage.rejects(index), in -> readAll(in, () -> issues.add(ReadStage.readIssue(in))));
        String name = run.files().get(index).file().name();
        repeats.stream().filter(issue -> issue.file().equals(name)).forEach(issues::add);
        later.stream().filter(issue -> issue.file().equals(name)).forEach(issues::add);
        issues.stream().sorted(Comparator.comparingLong(DataIssue::row)).forEach(sink);
      }
    };
  }

  private static boolean readAll(DataInput in, Step step) {
    try {
      while (in.readBoolean()) {
        step.run();
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
