package org.baophu.night;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.baophu.standard.StandardRecord;

/**
 * What earlier nights knew of tonight's records, and what has happened to them since. It is worked
 * out once, before anything of the night is stored, and kept in the workspace: a night that goes on
 * after its results were stored must not remember itself.
 *
 * @param isFirst whether there is nothing to remember; then nothing counts as having happened
 * @param persons by row of tonight's records, whose it was; empty if nobody's
 * @param events by row, sparse: what happened to the record
 * @param withdrawn what was delivered last night and is not tonight, sorted by key
 * @param forgotten keys under which nothing must be remembered any more, since their registers gave
 *     the records others
 */
record Memory(
    boolean isFirst,
    String[] persons,
    Map<Integer, RecordEvent> events,
    List<RecordEvent> withdrawn,
    Set<RecordKey> forgotten) {

  /** The ids that records had last night, by tonight's keys. */
  Map<RecordKey, String> previous(List<StandardRecord> records) {
    Map<RecordKey, String> previous = new HashMap<>();
    for (int row = 0; row < persons.length; row++) {
      if (!persons[row].isEmpty()) {
        previous.put(records.get(row).key(), persons[row]);
      }
    }
    return previous;
  }

  Optional<RecordEvent> findEvent(int row) {
    return Optional.ofNullable(events.get(row));
  }

  /** The record_ids that registers changed, from before to after. */
  Map<RecordKey, RecordKey> renumbered() {
    Map<RecordKey, RecordKey> renumbered = new TreeMap<>();
    for (RecordEvent event : events.values()) {
      if (event.kind() == RecordEvent.Kind.RENUMBERED) {
        renumbered.put(event.keyBefore(), event.key());
      }
    }
    return renumbered;
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(isFirst);
    out.writeInt(persons.length);
    for (String person : persons) {
      out.writeUTF(person);
    }
    out.writeInt(events.size());
    for (Map.Entry<Integer, RecordEvent> event : events.entrySet()) {
      out.writeInt(event.getKey());
      event.getValue().write(out);
    }
    out.writeInt(withdrawn.size());
    for (RecordEvent event : withdrawn) {
      event.write(out);
    }
    out.writeInt(forgotten.size());
    for (RecordKey key : forgotten) {
      out.writeUTF(key.source().code());
      out.writeUTF(key.recordId());
    }
  }

  static Memory read(DataInput in) throws IOException {
    boolean first = in.readBoolean();
    String[] persons = new String[in.readInt()];
    for (int row = 0; row < persons.length; row++) {
      persons[row] = in.readUTF();
    }
    Map<Integer, RecordEvent> events = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      events.put(in.readInt(), RecordEvent.read(in));
    }
    List<RecordEvent> withdrawn = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      withdrawn.add(RecordEvent.read(in));
    }
    Set<RecordKey> forgotten = new HashSet<>();
    for (int left = in.readInt(); left > 0; left--) {
      forgotten.add(new RecordKey(Source.of(in.readUTF()), in.readUTF()));
    }
    return new Memory(first, persons, events, withdrawn, forgotten);
  }
}
