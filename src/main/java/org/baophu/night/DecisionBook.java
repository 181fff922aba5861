package org.baophu.night;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baophu.identity.Decision;
import org.baophu.identity.Decisions;
import org.baophu.night.NightStore.KeptDecision;
import org.baophu.night.NightStore.Renumbering;
import org.baophu.person.RecordKey;
import org.baophu.standard.StandardRecord;

/**
 * All that clerks decided, as it bound last night and as it binds tonight.
 *
 * <p>A decision follows its records: where a register gave a record another record_id, what was
 * decided about the old one holds for the new one.
 *
 * @param before decisions of earlier nights, by the record_ids of last night
 * @param now all decisions, by tonight's record_ids
 */
record DecisionBook(List<KeptDecision> before, List<KeptDecision> now) {
  /** Under which name the workspace keeps it. */
  static final String FILE = "decisions.json";

  DecisionBook {
    before = List.copyOf(before);
    now = List.copyOf(now);
  }

  /**
   * The book of a night.
   *
   * @param kept decisions of earlier nights
   * @param delivered tonight's, which may repeat those
   * @param renumberings of earlier nights
   * @param memory what happened to records since last night
   * @param records tonight's
   */
  static DecisionBook of(
      List<KeptDecision> kept,
      List<Decision> delivered,
      List<Renumbering> renumberings,
      Memory memory,
      List<StandardRecord> records) {
    Map<RecordKey, RecordKey> tonight = memory.renumbered();
    List<KeptDecision> now = new ArrayList<>();
    Set<Decision> known = new HashSet<>();
    for (KeptDecision decision : kept) {
      known.add(decision.decided().withoutNote());
      add(
          decision.decided(),
          tonight.getOrDefault(decision.a(), decision.a()),
          tonight.getOrDefault(decision.b(), decision.b()),
          now);
    }
    Map<RecordKey, RecordKey> moved = moved(renumberings, tonight, records);
    for (Decision decision : delivered) {
      if (known.add(decision.withoutNote())) {
        add(
            decision,
            moved.getOrDefault(decision.a(), decision.a()),
            moved.getOrDefault(decision.b(), decision.b()),
            now);
      }
    }
    return new DecisionBook(kept, now);
  }

  private static void add(Decision decision, RecordKey a, RecordKey b, List<KeptDecision> now) {
    // Two record_ids may prove to be one record's: then nothing is left to decide.
    if (!a.equals(b)) {
      now.add(new KeptDecision(decision, a, b));
    }
  }

  /**
   * Where records are that are named by record_ids they had before. A record_id that is delivered
   * tonight means the record that has it now.
   */
  private static Map<RecordKey, RecordKey> moved(
      List<Renumbering> renumberings,
      Map<RecordKey, RecordKey> tonight,
      List<StandardRecord> records) {
    Map<RecordKey, RecordKey> moved = new HashMap<>();
    for (Renumbering renumbering : renumberings) {
      moved.replaceAll((from, to) -> to.equals(renumbering.from()) ? renumbering.to() : to);
      moved.put(renumbering.from(), renumbering.to());
    }
    moved.replaceAll((from, to) -> tonight.getOrDefault(to, to));
    tonight.forEach(moved::put);
    if (!moved.isEmpty()) {
      records.forEach(record -> moved.remove(record.key()));
    }
    return moved;
  }

  /** What bound last night. */
  Decisions settledBefore() {
    return Decisions.of(before.stream().map(KeptDecision::current).toList());
  }

  /** What binds tonight. */
  Decisions settled() {
    return Decisions.of(now.stream().map(KeptDecision::current).toList());
  }
}
