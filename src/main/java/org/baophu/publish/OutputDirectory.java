package org.baophu.publish;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.baophu.advice.Progress;
import org.baophu.target.TargetPlan;
import org.jspecify.annotations.Nullable;

/** The files of one night. None of them depends on another. */
final class OutputDirectory {
  private final Publication publication;
  private final Path directory;
  private final Places places;
  private final Messages messages;
  private final List<CommuneList> lists;
  private final Tables tables;

  OutputDirectory(Publication publication, Path directory) {
    this.places = new Places(publication.communes());
    this.publication = publication;
    this.directory = directory;
    this.messages = Messages.in(publication.language(), places::nameOf);
    this.lists = places.lists(publication.potential());
    this.tables = new Tables(messages, places);
  }

  /**
   * Writes them all on some threads; the largest come first, so that they share the time. It comes
   * back once nobody writes any more, also where one could not be written: the directory may then
   * be deleted.
   */
  void write(int threads) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Void> part : pool.invokeAll(parts())) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while writing " + directory);
    } finally {
      pool.shutdownNow();
    }
  }

  private static IOException failure(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException wrong) {
      throw wrong;
    }
    if (cause instanceof Error failed) {
      throw failed;
    }
    return cause instanceof IOException found ? found : new IOException(cause);
  }

  private List<Callable<Void>> parts() {
    return Stream.<Part>of(
            this::writePotential,
            this::writeAdvice,
            this::writeFieldSheets,
            this::writeMembers,
            this::writeChanges,
            this::writeReview,
            this::writeTargets,
            this::writeProgress,
            this::writeSummaries,
            this::writeAuditSample,
            () -> csv("rejects.csv", tables.rejects(), publication.rejects()),
            () -> Report.write(publication, lists, directory.resolve("report.html")),
            () -> Manifest.write(publication, directory.resolve("run.json")))
        .map(Part::asCallable)
        .toList();
  }

  /** A file, or a few that belong together. */
  @FunctionalInterface
  private interface Part {
    void write() throws IOException;

    default Callable<Void> asCallable() {
      return () -> {
        write();
        return null;
      };
    }
  }

  private void writeSummaries() throws IOException {
    csv("unseen_by_commune.csv", tables.unseen(), publication.unseen().communes()::forEach);
    csv("summary_by_commune.csv", tables.summary(), publication.summary()::forEach);
    csv("list_quality_by_commune.csv", tables.quality(), publication.quality().communes()::forEach);
  }

  private void writeChanges() throws IOException {
    csv("changes.csv", tables.changes(), publication.changes()::forEach);
    csv("decision_conflicts.csv", tables.conflicts(), publication.conflicts()::forEach);
  }

  /** The list as a whole, by commune, and as a spreadsheet: the same cells, made once. */
  private void writePotential() throws IOException {
    Path folder = PrivateFiles.createFolder(directory.resolve("potential"));
    try (CsvFile all = CsvFile.create(directory.resolve("potential.csv"), tables.potential());
        ExcelFile excel = ExcelFile.create(directory.resolve("potential.xlsx"))) {
      for (CommuneList list : lists) {
        writeList(list, all, folder, excel);
      }
    }
  }

  private void writeList(CommuneList list, CsvFile all, Path folder, ExcelFile excel)
      throws IOException {
    Table<Listed> table = tables.potential();
    try (CsvFile one = CsvFile.create(folder.resolve(list.place().fileName()), table);
        ExcelFile.Sheet sheet = excel.addSheet(list.place().sheetName(), table)) {
      for (Listed row : list.rows()) {
        String[] cells = table.cells(row);
        all.add(cells);
        one.add(cells);
        sheet.add(cells);
      }
    }
  }

  private void writeMembers() throws IOException {
    csv(
        "members.csv",
        tables.members(),
        sink ->
            publication
                .members()
                .forEach(
                    person ->
                        person
                            .members()
                            .forEach(
                                m ->
                                    sink.accept(
                                        new Tables.Member(
                                            person.id(), m.key(), m.probability())))));
  }

  private void writeReview() throws IOException {
    csv("review.csv", tables.review(), publication.review()::forEach);
    try (ExcelFile excel = ExcelFile.create(directory.resolve("review.xlsx"));
        ExcelFile.Sheet sheet = excel.addSheet("review", tables.review())) {
      for (ReviewPair pair : publication.review()) {
        sheet.add(tables.review().cells(pair));
      }
    }
  }

  private void writeAuditSample() throws IOException {
    AuditSample sample = publication.auditSample();
    SampleTables samples = new SampleTables(messages, places, sample);
    csv("audit_sample.csv", samples.rows(), sample.rows()::forEach);
    try (ExcelFile excel = ExcelFile.create(directory.resolve("audit_sample.xlsx"));
        ExcelFile.Sheet sheet = excel.addSheet("audit_sample", samples.rows())) {
      for (AuditSample.Row row : sample.rows()) {
        sheet.add(samples.rows().cells(row));
      }
    }
    csv("audit_quality.csv", samples.quality(), samples.lines()::forEach);
  }

  private void writeTargets() throws IOException {
    TargetPlan plan = publication.targets();
    new TargetFiles(messages, places).write(plan, directory);
    new PlanFile(messages.language(), plan.request(), plan.inputs()).write(directory);
  }

  private void writeAdvice() throws IOException {
    csv(
        "advice.csv",
        AdviceTable.of(new AdviceText(messages)),
        AdviceTable.rows(lists, publication.fieldWork()));
  }

  private void writeFieldSheets() throws IOException {
    Path folder = PrivateFiles.createFolder(directory.resolve("field-sheets"));
    new FieldSheets(publication, messages, places).write(folder);
  }

  private void writeProgress() throws IOException {
    Progress progress = publication.fieldWork().progress();
    ProgressTables tables = new ProgressTables(progress, places);
    csv("progress_by_commune.csv", tables.communes(), progress.communes()::forEach);
    csv("progress_by_organisation.csv", tables.organisations(), progress.organisations()::forEach);
    csv("progress_by_collection_point.csv", tables.points(), progress.points()::forEach);
  }

  private <T> void csv(String name, Table<T> table, Rows<T> rows) throws IOException {
    CsvFile.write(directory.resolve(name), table, rows);
  }
}
