package org.baophu.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.baophu.advice.Progress;
import org.baophu.advice.Rounds;
import org.baophu.advice.Rounds.Round;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Coverage;
import org.baophu.coverage.Potential;
import org.baophu.coverage.Standing;
import org.baophu.identity.IdentityChange;
import org.baophu.night.FieldBook.Asked;
import org.baophu.night.FieldBook.Page;
import org.baophu.night.FieldBook.PastListing;
import org.baophu.night.FieldBook.Result;
import org.baophu.night.NightStore.Remembered;
import org.baophu.person.RecordKey;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a night adds to the field book: who is listed for the first time, who has left the list, and
 * who has joined.
 *
 * <p>Somebody who was listed has <em>joined</em> if they are insured tonight, by an own record of
 * voluntary or compulsory insurance in force that no earlier night knew, or that was theirs and not
 * in force while they were listed. If the record was known before in any other way (another
 * person's, or theirs and in force), they were insured all along and it is the list that was wrong:
 * that counts neither for nor against anybody; likewise where a clerk's check found them insured. A
 * pension is no joining.
 *
 * <p>A person counts once, with the commune, the point and the segment of the first listing; of
 * persons that prove to be one the earlier listing stays.
 */
final class FieldNight {
  /** Nobody has more insurance records than that, but for mistakes. */
  private static final int MOST_KEYS = 9;

  private final LocalDate date;
  private final long runNo;
  private final List<StandardRecord> records;
  private final Persons persons;
  private final List<Assessment> assessments;
  private final Map<String, PastListing> before;
  private final Map<String, PastListing> now = new TreeMap<>();
  private final Set<String> removed = new TreeSet<>();
  private final List<RecordKey> keys;
  private final Map<RecordKey, RecordKey> numberBefore = new HashMap<>();

  /** Hands over every record that earlier nights knew; {@link NightStore#forEachMember}. */
  interface Members {
    void forEach(BiConsumer<RecordKey, Remembered> sink);
  }

  FieldNight(
      LocalDate date,
      long runNo,
      List<StandardRecord> records,
      Persons persons,
      List<Assessment> assessments,
      FieldHistory history) {
    this.date = date;
    this.runNo = runNo;
    this.records = records;
    this.persons = persons;
    this.assessments = assessments;
    this.before = history.listings();
    this.keys = MemoryKeys.of(records);
    now.putAll(before);
  }

  /**
   * Finds what is new.
   *
   * @param rounds who visits whom
   * @param members knows every record of earlier nights
   * @param renumbered record_ids that registers changed, from before to after
   * @param foundInsured by person id, whether a clerk found out that they are insured
   */
  void find(
      Map<String, Round> rounds,
      Members members,
      Map<RecordKey, RecordKey> renumbered,
      Predicate<String> foundInsured) {
    followMerges();
    renumbered.forEach((from, to) -> numberBefore.put(to, from));
    Set<RecordKey> known = known(members);
    Set<String> here = new HashSet<>();
    for (int person = 0; person < assessments.size(); person++) {
      Assessment assessment = assessments.get(person);
      here.add(assessment.personId());
      PastListing listing = now.get(assessment.personId());
      Potential row = assessment.potential();
      if (row != null) {
        now.put(row.personId(), listed(row, person, listing, rounds));
      } else if (listing != null && listing.result() == Result.OPEN) {
        boolean found = foundInsured.test(listing.personId());
        now.put(listing.personId(), unlisted(listing, person, assessment, known, found));
      }
    }
    now.replaceAll((id, listing) -> here.contains(id) ? listing : listing.left(date));
  }

  private void followMerges() {
    for (IdentityChange change : persons.changes()) {
      PastListing ended = now.get(change.otherId());
      if (change.kind() == IdentityChange.Kind.MERGED && ended != null) {
        now.remove(change.otherId());
        removed.add(change.otherId());
        now.merge(
            change.personId(),
            ended.under(change.personId()),
            (a, b) -> a.firstRunNo() <= b.firstRunNo() ? a : b);
      }
    }
  }

  private PastListing listed(
      Potential row, int person, @Nullable PastListing listing, Map<String, Round> rounds) {
    TreeSet<String> paused = new TreeSet<>(insuranceKeys(person));
    if (listing != null) {
      paused.addAll(listing.insuranceKeys());
      return listing.listedStill(first(paused));
    }
    Round round = rounds.getOrDefault(row.personId(), new Round(row.communeCode(), "", ""));
    return new PastListing(
        row.personId(),
        runNo,
        date,
        row.segment().code(),
        round.communeCode(),
        round.organisation(),
        round.collectionPoint(),
        first(paused),
        null,
        Result.OPEN,
        0,
        null,
        "");
  }

  private PastListing unlisted(
      PastListing listing,
      int person,
      Assessment assessment,
      Set<RecordKey> known,
      boolean foundInsured) {
    PastListing left = listing.left(date);
    if (assessment.standing() != Standing.INSURED) {
      return left;
    }
    boolean insured = foundInsured;
    for (int row : persons.members()[person]) {
      if (isParticipating(records.get(row))) {
        insured = true;
        RecordKey key = keys.get(row);
        if (isNew(key, listing, known)) {
          return left.found(Result.JOINED, runNo, date, scheme(records.get(row)));
        }
      }
    }
    return insured ? left.found(Result.INSURED_ALREADY, runNo, date, "") : left;
  }

  private static List<String> first(Set<String> sortedKeys) {
    return sortedKeys.stream().limit(MOST_KEYS).toList();
  }

  /** The person's insurance records that are not in force. */
  private List<String> insuranceKeys(int person) {
    List<String> own = new ArrayList<>();
    for (int row : persons.members()[person]) {
      if (records.get(row).details() instanceof Details.Insurance insurance
          && !Coverage.isInForce(insurance)) {
        own.add(keys.get(row).toString());
      }
    }
    return own;
  }

  private static boolean isParticipating(StandardRecord record) {
    return record.details() instanceof Details.Insurance insurance
        && Coverage.isInForce(insurance)
        && insurance.scheme() != Details.Scheme.PENSION;
  }

  private static String scheme(StandardRecord record) {
    return ((Details.Insurance) record.details()).scheme().name().toLowerCase(Locale.ROOT);
  }

  /** Of the records by which somebody may have joined, those that earlier nights knew. */
  private Set<RecordKey> known(Members members) {
    Set<RecordKey> wanted = new HashSet<>();
    for (int person = 0; person < assessments.size(); person++) {
      Assessment assessment = assessments.get(person);
      PastListing listing = now.get(assessment.personId());
      if (listing != null
          && listing.result() == Result.OPEN
          && assessment.standing() == Standing.INSURED) {
        for (int row : persons.members()[person]) {
          wanted.add(keys.get(row));
        }
      }
    }
    Set<RecordKey> known = new HashSet<>(numberBefore.keySet());
    if (!wanted.isEmpty()) {
      members.forEach(
          (key, remembered) -> {
            if (wanted.contains(key)) {
              known.add(key);
            }
          });
    }
    return known;
  }

  /** Whether a record in force shows that somebody joined after they were listed. */
  private boolean isNew(RecordKey key, PastListing listing, Set<RecordKey> known) {
    RecordKey number = numberBefore.getOrDefault(key, key);
    return !known.contains(key) || listing.insuranceKeys().contains(number.toString());
  }

  /** What is to be stored. */
  Page page(List<Asked> asked) {
    return new Page(
        now.values().stream()
            .filter(listing -> !listing.equals(before.get(listing.personId())))
            .toList(),
        removed,
        asked);
  }

  /**
   * How far the year has come.
   *
   * @param asked the year's
   */
  Progress progress(List<Asked> asked) {
    Map<Round, Progress.Line> lines = new TreeMap<>(Rounds.ORDER);
    LocalDate askedOn = date;
    for (Asked point : asked) {
      Round round = new Round(point.communeCode(), point.organisation(), point.collectionPoint());
      lines.put(round, new Progress.Line(round, point.target(), 0, 0));
      askedOn = point.askedOn();
    }
    for (PastListing listing : now.values()) {
      LocalDate joined = listing.resultOn();
      if (listing.result() == Result.JOINED
          && joined != null
          && joined.getYear() == date.getYear()) {
        Round round = FieldHistory.round(listing);
        boolean voluntary = listing.scheme().equals("voluntary");
        Progress.Line line = lines.getOrDefault(round, new Progress.Line(round, 0, 0, 0));
        lines.put(
            round,
            new Progress.Line(
                round,
                line.target(),
                line.voluntary() + (voluntary ? 1 : 0),
                line.compulsory() + (voluntary ? 0 : 1)));
      }
    }
    return new Progress(date, askedOn, List.copyOf(lines.values()));
  }

  /** Voluntary participants won this year at each point, for a plan that is made anew. */
  Map<Round, Long> won() {
    Map<Round, Long> won = new HashMap<>();
    progress(List.of()).points().forEach(line -> won.put(line.round(), line.voluntary()));
    return won;
  }
}
