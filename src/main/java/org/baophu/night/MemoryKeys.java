package org.baophu.night;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.baophu.person.RecordKey;
import org.baophu.standard.StandardRecord;

/**
 * Under which keys records are remembered from night to night: their own, where their register
 * gives them one. Where file name and row number stand in for a record_id, one row more at the top
 * would give every record below it the key of another: those are remembered by what they say.
 */
final class MemoryKeys {
  private static final int DIGITS = 32;

  private MemoryKeys() {}

  /** One key for each record; equal records without ids are told apart by their order. */
  static List<RecordKey> of(List<StandardRecord> records) {
    Map<String, Integer> seen = new HashMap<>();
    List<RecordKey> keys = new ArrayList<>(records.size());
    for (StandardRecord record : records) {
      if (hasStandIn(record)) {
        String content = content(record);
        int number = seen.merge(record.key().source() + content, 1, Integer::sum);
        keys.add(new RecordKey(record.key().source(), "#" + content + "." + number));
      } else {
        keys.add(record.key());
      }
    }
    return keys;
  }

  /** Under which key one record is withheld, see {@link Withheld#keyOf}. */
  static RecordKey withheldKey(StandardRecord record) {
    return hasStandIn(record)
        ? new RecordKey(record.key().source(), "#" + content(record))
        : record.key();
  }

  private static boolean hasStandIn(StandardRecord record) {
    String id = record.key().recordId();
    return id.indexOf('#') >= 0 && id.equals(record.file() + "#" + record.row());
  }

  private static String content(StandardRecord record) {
    String said =
        String.join(
            "\0",
            record.name().text(),
            record.birthDate().toString(),
            record.sex().code(),
            record.ids().toString(),
            record.address(),
            record.commune().code(),
            record.ethnicity(),
            record.details().toString());
    byte[] digest = DeliveredFile.newSha256().digest(said.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, DIGITS);
  }
}
