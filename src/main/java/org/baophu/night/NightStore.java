package org.baophu.night;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.baophu.identity.Decision;
import org.baophu.identity.IdentityChange;
import org.baophu.person.RecordKey;
import org.baophu.standard.RecordDigest;
import org.baophu.standard.StandardRecord;
import org.baophu.target.TargetPlan;
import org.jspecify.annotations.Nullable;

/** What the nights remember, as the night needs it; the database adapts to this. */
public interface NightStore extends GateMemory {

  /**
   * Opens this run, or finds it as an earlier attempt left it.
   *
   * @param runKey identifies the run by its date and the digest of inputs and configuration
   */
  RunState open(String runKey, NightRun run);

  /** The last run before this one whose results were stored. */
  Optional<PastRun> findPrevious(long runNo);

  /** The last run whose results were stored, if it never got as far as {@link #markPublished}. */
  Optional<PastRun> findUnpublished();

  /** Hands over what is known of every record that any run knew, in no particular order. */
  void forEachMember(BiConsumer<RecordKey, Remembered> sink);

  /** Where each person with a living stood after a run, by person id. */
  Map<String, PastStanding> standings(long runNo);

  /** Whom nights listed, what became of them, and what was asked. */
  FieldBook fieldBook();

  /** All decisions that runs before this one took in. */
  List<KeptDecision> decisions(long runNo);

  /** Audit samples and the answers to them, as runs before this one know them. */
  SampleMemory samples(long runNo);

  /** The record_ids that registers changed, as runs before this one saw it, the earliest first. */
  List<Renumbering> renumberings(long runNo);

  /** The targets of a year by commune code, as the last night of that year set them. */
  Map<String, Long> targets(int year);

  /**
   * Stores all results of a run in one transaction; again with the same results changes nothing.
   *
   * @param before runs once all is written, and nothing is stored if it fails
   */
  void commit(long runNo, NightResults results, Runnable before);

  /** The records that are not read any more. */
  Withheld withheld();

  /** Notes that the files of a run stand where readers find them. */
  void markPublished(long runNo);

  /**
   * A decision.
   *
   * @param decided as it was made
   * @param a the record that is meant by {@code decided.a()}, by the record_id it had last
   * @param b the same for {@code decided.b()}
   */
  record KeptDecision(Decision decided, RecordKey a, RecordKey b) {
    /** The decision by the record_ids of last. */
    Decision current() {
      return new Decision(
          a, b, decided.verdict(), decided.decidedBy(), decided.decidedOn(), decided.note());
    }
  }

  /** A register gave a record another record_id. */
  record Renumbering(RecordKey from, RecordKey to) {}

  /** How far a run has come. */
  enum Status {
    /** Nothing of it is stored yet. */
    STARTED,
    /** The results are stored and the files staged, but not yet where readers look. */
    COMMITTED,
    /** All is done. */
    PUBLISHED
  }

  /**
   * A run as it stands in the store.
   *
   * @param runNo counts the runs of this store, from 1
   */
  record RunState(long runNo, Status status) {}

  /**
   * An earlier run.
   *
   * @param date the date it was for, ISO
   * @param persons how many it found
   * @param lastPersonNumber the greatest number that any person id had by then
   * @param choicesDigest {@link NightRun#choicesDigest()}, 0 where an older version stored the run
   */
  record PastRun(
      long runNo,
      String runKey,
      String date,
      long persons,
      long lastPersonNumber,
      long choicesDigest) {}

  /**
   * What is known of a record.
   *
   * @param personId whose it is
   * @param said what it said when it was last delivered; null where an older version stored it
   * @param isGone whether the last run missed it
   */
  record Remembered(String personId, @Nullable RecordDigest said, boolean isGone) {}

  /**
   * Where a person with a living stood. What is only on the list is empty for all others.
   *
   * @param standing a {@link org.baophu.coverage.Standing} by name
   * @param route code of the route
   * @param supportGroup code of the support group
   * @param detailsDigest equal as long as the person's details in the list are
   * @param sourcesDigest equal as long as the person's records are
   * @param row more of the row, as far as it is told when it changes
   */
  record PastStanding(
      String standing,
      String communeCode,
      String route,
      String supportGroup,
      long detailsDigest,
      long sourcesDigest,
      Row row) {

    /**
     * More of a row of the list.
     *
     * @param details 8 hexadecimal digits each for name, birth date, sex, identifier, phone and
     *     address; empty where not known
     * @param segment code of the segment; empty where not known
     * @param monthlySupportVnd -1 where not known
     * @param monthsPaid -1 if unknown to the office, -2 where not known here
     */
    public record Row(String details, String segment, long monthlySupportVnd, int monthsPaid) {
      /** Nothing is known. */
      public static final Row NONE = new Row("", "", -1, -2);
    }
  }

  /**
   * A record of this run.
   *
   * @param said what it says; its digest is stored, not the record
   */
  record Member(String personId, StandardRecord said) {}

  /**
   * Something that happened to a record, for the story of its person.
   *
   * @param personId the person it is with, or was with
   * @param otherId the person it went to, or the record_id before; may be empty
   * @param detail of a correction: aspects, state before, state now, joined with {@code |}
   */
  record StoredEvent(String kind, RecordKey key, String personId, String otherId, String detail) {}

  /**
   * A merge or a split.
   *
   * @param reasons why, in JSON
   */
  record StoredIdentityChange(IdentityChange change, String reasons) {}

  /**
   * A line of {@code changes.csv}.
   *
   * @param kind its code
   * @param reasons its differences in JSON
   */
  record StoredListChange(String personId, String kind, String communeCode, String reasons) {}

  /**
   * What a run leaves for later ones.
   *
   * @param choicesDigest {@link NightRun#choicesDigest()}
   * @param members every record of this run; handed over in any order
   * @param forgotten keys under which nothing is remembered any more, since the register changed
   *     them
   * @param renumbered record_ids that registers changed, from before to after
   * @param decisions all that are known, with the record_ids of tonight
   * @param fieldPage what it adds to the field book
   * @param mergedInto for every person id that ended, the id under which it goes on
   * @param targets the plan of the night
   * @param samplePage the audit sample of the night, and answers to earlier ones
   */
  record NightResults(
      long persons,
      long lastPersonNumber,
      long choicesDigest,
      Map<RecordKey, Member> members,
      Set<RecordKey> forgotten,
      Map<RecordKey, RecordKey> renumbered,
      FieldBook.Page fieldPage,
      Map<String, String> mergedInto,
      List<StoredIdentityChange> identityChanges,
      List<StoredEvent> events,
      List<StoredListChange> listChanges,
      Map<String, PastStanding> standings,
      List<KeptDecision> decisions,
      TargetPlan targets,
      SampleMemory.Page samplePage) {}
}
