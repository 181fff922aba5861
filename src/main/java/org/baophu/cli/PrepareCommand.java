package org.baophu.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.baophu.link.table.Field;
import org.baophu.night.PreparedRecords;
import org.baophu.publish.PrivateFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a night compares, as tables for {@code link}. */
@Command(
    name = "prepare",
    description =
        "Writes the records of a delivery as a night compares them: one table for each register,"
            + " and the configuration with which `link` takes them.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class PrepareCommand implements Callable<Integer> {
  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--input",
      required = true,
      paramLabel = "DIR",
      description = "The delivery, as `nightly` takes it.")
  private Path input = Path.of("");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Where the tables go; made if missing, readable by its owner alone.")
  private Path output = Path.of("");

  @Option(
      names = "--date",
      paramLabel = "yyyy-MM-dd",
      description = "The day for which communes hold. Default: today.")
  private @Nullable LocalDate date;

  private final Map<String, CSVPrinter> tables = new TreeMap<>();

  @Override
  public Integer call() throws IOException {
    PrivateFiles.createFolders(output);
    LocalDate day = date == null ? LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")) : date;
    long records;
    try {
      records = PreparedRecords.read(input, day, this::print);
    } finally {
      for (CSVPrinter table : tables.values()) {
        table.close(true);
      }
    }
    Files.writeString(output.resolve("link.yml"), configuration());
    spec.commandLine()
        .getOut()
        .printf(Locale.ROOT, "%,d records of %d registers: %s%n", records, tables.size(), output);
    return ExitCode.DONE;
  }

  private void print(String source, String recordId, @Nullable String[] values) throws IOException {
    CSVPrinter table = tables.computeIfAbsent(source, this::begin);
    table.print(recordId);
    for (String value : values) {
      table.print(value);
    }
    table.println();
  }

  private CSVPrinter begin(String source) {
    try {
      Path file = output.resolve(source + ".csv");
      Files.deleteIfExists(file);
      CSVPrinter table =
          new CSVPrinter(
              new OutputStreamWriter(PrivateFiles.create(file), StandardCharsets.UTF_8), CSV);
      table.print("record_id");
      for (Field field : PreparedRecords.fields()) {
        table.print(field.name());
      }
      table.println();
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the table of " + source, e);
    }
  }

  private String configuration() {
    StringBuilder out = new StringBuilder("mode: link_and_dedupe\ninputs:\n");
    for (String source : tables.keySet()) {
      out.append("  - {name: ").append(source).append(", file: ").append(source);
      out.append(".csv, id: record_id}\n");
    }
    out.append("fields:\n");
    for (Field field : PreparedRecords.fields()) {
      out.append("  - {name: ").append(field.name()).append(", type: ");
      out.append(field.type().name().toLowerCase(Locale.ROOT)).append("}\n");
    }
    return out.toString();
  }
}
