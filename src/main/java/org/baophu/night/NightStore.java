package org.baophu.night;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.baophu.identity.Decision;
import org.baophu.identity.IdentityChange;
import org.baophu.person.RecordKey;

/** What the nights remember, as the night needs it; the database adapts to this. */
public interface NightStore {

  /**
   * Opens this run, or finds it as an earlier attempt left it.
   *
   * @param runKey identifies the run by its date and the digest of inputs and configuration
   */
  RunState open(String runKey, NightRun run);

  /** The last run before this one whose results were stored. */
  Optional<PastRun> findPrevious(long runNo);

  /** Hands over the person of every record that any earlier run knew, in no particular order. */
  void forEachMember(BiConsumer<RecordKey, String> sink);

  /** Where each person with a living stood after a run, by person id. */
  Map<String, PastStanding> standings(long runNo);

  /** All decisions that earlier runs took in. */
  List<Decision> decisions();

  /**
   * Stores all results of a run in one transaction; again with the same results changes nothing.
   */
  void commit(long runNo, NightResults results);

  /** Notes that the files of a run stand where readers find them. */
  void markPublished(long runNo);

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
   */
  record PastRun(long runNo, String runKey, String date, long persons, long lastPersonNumber) {}

  /**
   * Where a person with a living stood.
   *
   * @param standing a {@link org.baophu.coverage.Standing} by name
   * @param route code of the route, empty if not on the list
   * @param supportGroup code of the support group, empty if not on the list
   * @param detailsDigest equal as long as the person's details in the list are
   * @param sourcesDigest equal as long as the person's records are
   */
  record PastStanding(
      String standing,
      String communeCode,
      String route,
      String supportGroup,
      long detailsDigest,
      long sourcesDigest) {}

  /**
   * What a run leaves for later ones.
   *
   * @param members the person of every record of this run; handed over in any order
   * @param mergedInto for every person id that ended, the id under which it goes on
   */
  record NightResults(
      long persons,
      long lastPersonNumber,
      Map<RecordKey, String> members,
      Map<String, String> mergedInto,
      List<IdentityChange> identityChanges,
      Map<String, PastStanding> standings,
      List<Decision> decisions) {}
}
