package org.baophu.generate;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baophu.person.Source;
import org.baophu.reference.ReferenceTable;
import org.baophu.reference.ReferenceTable.Entry;

/** A generated province in plain files, read back as text. */
record GeneratedProvince(Path folder) {
  static GeneratedProvince make(GenerateSettings settings, Path folder) throws IOException {
    ProvinceGenerator.generate(settings, folder, people -> {});
    return new GeneratedProvince(folder);
  }

  List<Entry> rows(String file) {
    try (Reader reader = Files.newBufferedReader(folder.resolve(file), StandardCharsets.UTF_8)) {
      return ReferenceTable.read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Entry> rows(Source source) {
    return rows(source.code() + ".csv");
  }

  /** Which person each record is of, by "source:record_id". */
  Map<String, String> personOfRecord() {
    Map<String, String> persons = new LinkedHashMap<>();
    for (Entry row : rows("truth/members.csv")) {
      persons.put(row.get("source") + ":" + row.get("record_id"), row.get("person_id"));
    }
    return persons;
  }

  /** The records of each person, by source. */
  Map<String, Map<Source, List<Entry>>> recordsOfPersons() {
    Map<String, String> persons = personOfRecord();
    Map<String, Map<Source, List<Entry>>> records = new LinkedHashMap<>();
    for (Source source : Source.values()) {
      for (Entry row : rows(source)) {
        String person = persons.get(source.code() + ":" + row.get("record_id"));
        records
            .computeIfAbsent(String.valueOf(person), p -> new LinkedHashMap<>())
            .computeIfAbsent(source, s -> new ArrayList<>())
            .add(row);
      }
    }
    return records;
  }
}
