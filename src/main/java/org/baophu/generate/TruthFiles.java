package org.baophu.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.baophu.generate.Pile.Kept;

/** What is true of the rows that were written. */
final class TruthFiles {
  private TruthFiles() {}

  static String personId(int number) {
    String digits = Integer.toString(number);
    return "C" + "0".repeat(Math.max(0, 8 - digits.length())) + digits;
  }

  static void write(Path folder, List<Pile> piles) throws IOException {
    try (RowSink members = CsvSink.plain(folder.resolve("members.csv"));
        RowSink communes = CsvSink.plain(folder.resolve("communes.csv"))) {
      members.write(List.of("source", "record_id", "person_id"));
      communes.write(
          List.of("source", "record_id", "commune_code", "named_in", "form", "decidable"));
      for (Pile pile : piles) {
        String source = pile.kind().prefix();
        for (int i = 0; i < pile.rows().size(); i++) {
          Kept row = pile.rows().get(i);
          members.write(List.of(source, pile.recordId(i), personId(row.person())));
          communes.write(
              List.of(
                  source,
                  pile.recordId(i),
                  row.communeCode(),
                  row.namedIn().code(),
                  row.form().code(),
                  Boolean.toString(row.isDecidable())));
        }
      }
    }
  }
}
