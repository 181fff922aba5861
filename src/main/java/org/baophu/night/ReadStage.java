package org.baophu.night;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.baophu.intake.InputKind;
import org.baophu.intake.Row;
import org.baophu.intake.RowReader;
import org.baophu.issue.DataIssue;
import org.baophu.issue.Problem;
import org.baophu.standard.CommuneRegister;
import org.baophu.standard.StandardRecord;
import org.baophu.standard.StandardRecordCodec;
import org.baophu.standard.Standardiser;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file as a stream and leaves its records or rows, its rejects and its report in the
 * workspace. Files do not know of each other, so several can be read at once.
 */
final class ReadStage {
  /** Rows between two reports of progress. */
  private static final int STEP = 20_000;

  /** After these a cell is as good as empty. */
  private static final Set<Problem> LEAVE_NOTHING =
      EnumSet.of(
          Problem.DATE_UNREADABLE,
          Problem.IDENTIFIER_UNREADABLE,
          Problem.CHECK_DIGIT_WRONG,
          Problem.PHONE_UNREADABLE,
          Problem.VALUE_IGNORED);

  private final NightRun run;
  private final Workspace workspace;
  private final NightProgress progress;
  private final Standardiser standardiser;
  private final Withheld withheld;

  ReadStage(
      NightRun run,
      Workspace workspace,
      CommuneRegister register,
      Withheld withheld,
      NightProgress progress) {
    this.withheld = withheld;
    this.run = run;
    this.workspace = workspace;
    this.progress = progress;
    this.standardiser = new Standardiser(run.date(), register);
  }

  static String records(int file) {
    return "read-" + file + ".records";
  }

  static String rows(int file) {
    return "read-" + file + ".rows";
  }

  static String rejects(int file) {
    return "read-" + file + ".rejects";
  }

  static String report(int file) {
    return "read-" + file + ".json";
  }

  void read(int index) {
    DeliveredFile file = run.files().get(index);
    boolean persons = file.file().kind().findSource().isPresent();
    workspace.write(
        rejects(index),
        rejects ->
            workspace.write(
                persons ? records(index) : rows(index),
                out -> readInto(index, new Sink(out, rejects, persons))));
    file.requireUnchanged();
  }

  private void readInto(int index, Sink sink) throws IOException {
    DeliveredFile file = run.files().get(index);
    try (RowReader reader = RowReader.open(file.file(), run.settings().intake())) {
      for (Row row = reader.next(sink::note); row != null; row = reader.next(sink::note)) {
        sink.take(row);
        if (sink.accepted % STEP == 0) {
          progress.report(Stage.READ, file.file().name(), sink.accepted, -1);
        }
      }
      long delivered = reader.rowsDelivered();
      sink.finish();
      progress.report(Stage.READ, file.file().name(), delivered, delivered);
      workspace.writeJson(
          report(index),
          new FileReport(
              reader.format(),
              delivered,
              sink.accepted,
              delivered - sink.accepted,
              sink.issues,
              sink.communeUnknown,
              sink.missing()));
    }
  }

  /** Where the rows of one file go. */
  private final class Sink {
    private final DataOutputStream out;
    private final DataOutputStream rejects;
    private final boolean persons;
    private final StandardRecordCodec codec = new StandardRecordCodec();
    private final Map<Problem, Long> issues = new EnumMap<>(Problem.class);
    private final Map<String, Long> missing = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private @Nullable IOException failure;
    private long accepted;
    private long communeUnknown;

    Sink(DataOutputStream out, DataOutputStream rejects, boolean persons) {
      this.out = out;
      this.rejects = rejects;
      this.persons = persons;
    }

    void note(DataIssue issue) {
      issues.merge(issue.problem(), 1L, Long::sum);
      if (LEAVE_NOTHING.contains(issue.problem())) {
        unreadable.add(issue.column());
      }
      if (issue.problem().rejects() && failure == null) {
        try {
          rejects.writeBoolean(true);
          writeIssue(issue, rejects);
        } catch (IOException e) {
          failure = e;
        }
      }
    }

    void take(Row row) throws IOException {
      if (!persons) {
        out.writeBoolean(true);
        writeRow(row, out);
        accepted++;
      } else {
        unreadable.clear();
        StandardRecord record = standardiser.standardise(row, this::note);
        if (record != null && withheld.contains(MemoryKeys.withheldKey(record))) {
          note(new DataIssue(row.file(), row.number(), "", "", Problem.WITHHELD, ""));
        } else if (record != null) {
          out.writeBoolean(true);
          codec.write(record, out);
          accepted++;
          communeUnknown += record.commune().isKnown() ? 0 : 1;
          countMissing(row);
        }
      }
      if (failure != null) {
        throw failure;
      }
    }

    private void countMissing(Row row) {
      List<String> columns = row.kind().columns();
      for (int i = 0; i < columns.size(); i++) {
        if (row.cells().get(i).isEmpty() || unreadable.contains(columns.get(i))) {
          missing.merge(columns.get(i), 1L, Long::sum);
        }
      }
    }

    Map<String, Long> missing() {
      return new TreeMap<>(missing);
    }

    void finish() throws IOException {
      out.writeBoolean(false);
      rejects.writeBoolean(false);
    }
  }

  private static void writeIssue(DataIssue issue, DataOutput out) throws IOException {
    out.writeUTF(issue.file());
    out.writeLong(issue.row());
    out.writeUTF(issue.column());
    out.writeUTF(issue.value());
    out.writeUTF(issue.problem().name());
    out.writeUTF(issue.detail());
  }

  static DataIssue readIssue(DataInput in) throws IOException {
    return new DataIssue(
        in.readUTF(),
        in.readLong(),
        in.readUTF(),
        in.readUTF(),
        Problem.valueOf(in.readUTF()),
        in.readUTF());
  }

  private static void writeRow(Row row, DataOutput out) throws IOException {
    out.writeUTF(row.file());
    out.writeLong(row.number());
    out.writeUTF(row.kind().name());
    out.writeInt(row.cells().size());
    for (String cell : row.cells()) {
      StandardRecordCodec.writeText(cell, out);
    }
  }

  static Row readRow(DataInput in) throws IOException {
    String file = in.readUTF();
    long number = in.readLong();
    InputKind kind = InputKind.valueOf(in.readUTF());
    int size = in.readInt();
    List<String> cells = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      cells.add(StandardRecordCodec.readText(in));
    }
    return new Row(file, number, kind, List.copyOf(cells));
  }
}
