package org.baophu.night;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.baophu.intake.Delivery;
import org.baophu.intake.InputFile;
import org.baophu.intake.IntakeSettings;
import org.baophu.intake.Row;
import org.baophu.intake.RowReader;
import org.baophu.link.table.Field;
import org.baophu.person.RecordKey;
import org.baophu.standard.CommuneRegister;
import org.baophu.standard.StandardRecord;
import org.baophu.standard.Standardiser;
import org.jspecify.annotations.Nullable;

/**
 * The records of a delivery as a night compares them: to try the engine, or another one, on just
 * what the night sees. They are streamed; memory grows with their ids alone.
 */
public final class PreparedRecords {
  private PreparedRecords() {}

  /** Takes records one by one. */
  public interface Sink {
    /**
     * Takes a record.
     *
     * @param source code of its register
     * @param recordId its id there
     * @param values one for each of {@link #fields}, {@code null} where missing
     */
    void accept(String source, String recordId, @Nullable String[] values) throws IOException;
  }

  /** The fields that a night compares. */
  public static List<Field> fields() {
    return PersonTable.FIELDS;
  }

  /**
   * Reads the registers of a delivery.
   *
   * @param input a directory as a night takes it
   * @param date the day for which communes hold
   * @return how many records there were; of those that share an id the first counts
   * @throws org.baophu.intake.InputRefusedException as a night would
   * @throws IOException if a file cannot be read, or the sink fails
   */
  public static long read(Path input, LocalDate date, Sink sink) throws IOException {
    Standardiser standardiser = new Standardiser(date, CommuneRegister.on(date));
    Set<RecordKey> known = new HashSet<>();
    for (InputFile file : Delivery.find(input)) {
      if (file.kind().findSource().isPresent()) {
        try (RowReader reader = RowReader.open(file, IntakeSettings.defaults())) {
          for (Row row = reader.next(i -> {}); row != null; row = reader.next(i -> {})) {
            StandardRecord record = standardiser.standardise(row, issue -> {});
            if (record != null && known.add(record.key())) {
              RecordKey key = record.key();
              sink.accept(key.source().code(), key.recordId(), PersonTable.values(record));
            }
          }
        }
      }
    }
    return known.size();
  }
}
