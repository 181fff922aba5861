package org.baophu.night;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.baophu.coverage.Finding;
import org.baophu.coverage.Recalibration;
import org.baophu.identity.IdentityChange;
import org.baophu.night.SampleBook.Asked;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.baophu.publish.Event;
import org.baophu.sample.Answer;
import org.baophu.sample.Recalibrating;
import org.baophu.sample.SampleSettings;
import org.baophu.standard.RecordDigest;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/**
 * What clerks found about persons of tonight. An answer holds as long as the person's records say
 * of living and insurance what they said when the person was drawn; evidence that came after that
 * ends it. Of a person who was merged it holds only if the records are still the same.
 *
 * <p>What was found out about insurance binds: see {@link #finding}. That somebody cannot be asked
 * to join for other reasons does not: their registers say otherwise, and are to be mended.
 */
final class Checks {
  private final SampleBook book;
  private final SampleSettings settings;
  private final Recalibration recalibration;
  private final List<StandardRecord> records;
  private final List<RecordKey> keys;
  private final Persons persons;
  private final Map<String, Asked> holding = new HashMap<>();
  private final Map<String, Asked> ended = new HashMap<>();

  /**
   * @param heirs for every person id that was merged on an earlier night, the id that went on
   */
  Checks(
      NightRun run,
      SampleBook book,
      Map<String, String> heirs,
      Persons persons,
      List<StandardRecord> records) {
    this.book = book;
    this.settings = run.settings().auditSample();
    this.recalibration =
        settings.recalibrate()
            ? Recalibrating.learn(book.forEstimate(run.date()))
            : Recalibration.IDENTITY;
    this.records = records;
    this.persons = persons;
    this.keys = MemoryKeys.of(records);
    Map<String, Integer> indexes = new HashMap<>();
    for (int person = 0; person < persons.persons().size(); person++) {
      indexes.put(persons.persons().get(person).id(), person);
    }
    Map<String, String> current = new HashMap<>(heirs);
    for (IdentityChange change : persons.changes()) {
      if (change.kind() == IdentityChange.Kind.MERGED) {
        current.put(change.otherId(), change.personId());
      }
    }
    find(book.asked(), indexes, current, holding);
    find(book.ended(), indexes, current, ended);
    ended.keySet().removeAll(holding.keySet());
  }

  private void find(
      List<Asked> all,
      Map<String, Integer> indexes,
      Map<String, String> heirs,
      Map<String, Asked> found) {
    for (Asked asked : all) {
      String id = asked.draw().personId();
      String now = indexes.containsKey(id) ? id : SampleBook.heir(id, heirs);
      Integer person = indexes.get(now);
      if (person != null
          && !asked.answer().equals(Answer.NONE)
          && evidence(person) == asked.draw().evidence()) {
        found.put(now, asked);
      }
    }
  }

  SampleBook book() {
    return book;
  }

  /** What a clerk found about a person of tonight, if that holds tonight. */
  Optional<Answer> of(String personId) {
    return Optional.ofNullable(holding.get(personId)).map(Asked::answer);
  }

  /** What binds about a person's insurance tonight; null if nothing does. */
  @Nullable Finding finding(String personId) {
    return finding(holding.get(personId));
  }

  private @Nullable Finding finding(@Nullable Asked asked) {
    if (asked == null || !settings.binding()) {
      return null;
    }
    return switch (asked.answer().insured()) {
      case YES -> new Finding(true, asked.on());
      case NO -> new Finding(false, asked.on());
      case UNKNOWN, NOTHING -> null;
    };
  }

  /** Whether it binds tonight that a person is insured. */
  boolean isFoundInsured(String personId) {
    Finding finding = finding(personId);
    return finding != null && finding.isInsured();
  }

  /** What checks have to do with it that a person stands elsewhere than last night. */
  List<Event> events(String personId) {
    Finding finding = finding(personId);
    if (finding != null) {
      return List.of(Event.of(Event.Kind.CHECKED, Objects.toString(finding.on(), "")));
    }
    Finding before = finding(ended.get(personId));
    return before == null
        ? List.of()
        : List.of(Event.of(Event.Kind.CHECK_ENDED, Objects.toString(before.on(), "")));
  }

  /** What all answers make of probabilities. */
  Recalibration recalibration() {
    return recalibration;
  }

  /** Equal as long as a person's records say the same of living and insurance. */
  long evidence(int person) {
    TreeSet<String> said = new TreeSet<>();
    for (int row : persons.members()[person]) {
      if (keys.get(row).source() != Source.POVERTY) {
        said.add(keys.get(row) + "=" + RecordDigest.of(records.get(row)).state());
      }
    }
    return RecordDigest.hash(said.toArray(String[]::new));
  }
}
