package org.baophu.night;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.baophu.standard.RecordDigest.Aspect;

/**
 * What happened to a record since the last night.
 *
 * @param key the record's key; of one that is gone, the key it is remembered under
 * @param personBefore whose it was; empty if nobody's
 * @param aspects of a correction, what is different
 * @param stateBefore {@link org.baophu.standard.RecordDigest#state()} last night, empty if unknown
 * @param stateNow the same tonight, empty if the record is gone
 * @param keyBefore of a renumbered record, the key that it had
 */
record RecordEvent(
    Kind kind,
    RecordKey key,
    String personBefore,
    Set<Aspect> aspects,
    String stateBefore,
    String stateNow,
    RecordKey keyBefore) {

  /** What happened. */
  enum Kind {
    ARRIVED,
    RETURNED,
    CORRECTED,
    RENUMBERED,
    WITHDRAWN
  }

  RecordEvent {
    aspects = Set.copyOf(aspects);
  }

  /** The aspects in their order, joined with {@code ,}. */
  String aspectCodes() {
    return aspects.stream().sorted().map(Aspect::code).collect(Collectors.joining(","));
  }

  String kindCode() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(kind.ordinal());
    writeKey(key, out);
    out.writeUTF(personBefore);
    out.writeInt(aspects.stream().mapToInt(aspect -> 1 << aspect.ordinal()).sum());
    out.writeUTF(stateBefore);
    out.writeUTF(stateNow);
    writeKey(keyBefore, out);
  }

  static RecordEvent read(DataInput in) throws IOException {
    Kind kind = Kind.values()[in.readByte()];
    RecordKey key = readKey(in);
    String person = in.readUTF();
    int bits = in.readInt();
    Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      if ((bits & 1 << aspect.ordinal()) != 0) {
        aspects.add(aspect);
      }
    }
    return new RecordEvent(kind, key, person, aspects, in.readUTF(), in.readUTF(), readKey(in));
  }

  private static void writeKey(RecordKey key, DataOutput out) throws IOException {
    out.writeUTF(key.source().code());
    out.writeUTF(key.recordId());
  }

  private static RecordKey readKey(DataInput in) throws IOException {
    return new RecordKey(Source.of(in.readUTF()), in.readUTF());
  }
}
