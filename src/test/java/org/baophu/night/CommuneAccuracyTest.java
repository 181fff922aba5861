package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.baophu.intake.Delivery;
import org.baophu.intake.InputFile;
import org.baophu.intake.IntakeSettings;
import org.baophu.intake.Row;
import org.baophu.intake.RowReader;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.baophu.reference.ReferenceTable;
import org.baophu.standard.CommuneMatch;
import org.baophu.standard.CommuneRegister;
import org.baophu.standard.StandardRecord;
import org.baophu.standard.Standardiser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the commune of a generated record is found, and that it is never guessed. */
class CommuneAccuracyTest {
  @TempDir private static Path input;
  private static Map<RecordKey, ReferenceTable.Entry> truth;
  private static Map<RecordKey, CommuneMatch> found;

  @BeforeAll
  static void readAProvince() throws IOException {
    GenerateSettings settings = GenerateSettings.of(4_000, 23);
    ProvinceGenerator.generate(settings, input, people -> {});
    truth = new HashMap<>();
    try (Reader csv = Files.newBufferedReader(input.resolve("truth").resolve("communes.csv"))) {
      for (ReferenceTable.Entry row : ReferenceTable.read(csv)) {
        truth.put(new RecordKey(Source.of(row.get("source")), row.get("record_id")), row);
      }
    }
    CommuneRegister register = CommuneRegister.on(settings.date());
    Standardiser standardiser = new Standardiser(settings.date(), register);
    found = new HashMap<>();
    for (InputFile file : Delivery.find(input)) {
      if (file.kind().findSource().isPresent()) {
        read(file, standardiser);
      }
    }
  }

  private static void read(InputFile file, Standardiser standardiser) throws IOException {
    try (RowReader reader = RowReader.open(file, IntakeSettings.defaults())) {
      for (Row row = reader.next(issue -> {}); row != null; row = reader.next(issue -> {})) {
        StandardRecord record = standardiser.standardise(row, issue -> {});
        if (record != null) {
          found.put(record.key(), record.commune());
        }
      }
    }
  }

  @Test
  void aCommuneThatTheRecordDecidesIsFoundNearlyAlways() {
    long named = 0;
    long right = 0;
    for (Map.Entry<RecordKey, CommuneMatch> record : found.entrySet()) {
      ReferenceTable.Entry expected = truth.get(record.getKey());
      if (expected.get("decidable").equals("true")) {
        named++;
        right += record.getValue().code().equals(expected.get("commune_code")) ? 1 : 0;
      }
    }
    assertThat(named).isGreaterThan(4_000);
    assertThat((double) right / named).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void aCommuneThatTheRecordDoesNotDecideIsNeverWrong() {
    long undecidable = 0;
    for (Map.Entry<RecordKey, CommuneMatch> record : found.entrySet()) {
      ReferenceTable.Entry expected = truth.get(record.getKey());
      if (expected.get("decidable").equals("false")) {
        undecidable++;
        assertThat(record.getValue().code())
            .as("%s, %s", record.getKey(), expected.get("form"))
            .isIn("", expected.get("commune_code"));
      }
    }
    assertThat(undecidable).isGreaterThan(20);
  }
}
