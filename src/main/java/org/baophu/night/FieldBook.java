package org.baophu.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What nights remember of whom they listed and what was asked; part of the store. */
public interface FieldBook {

  /** Everybody who was ever listed, in no particular order. */
  List<PastListing> listings();

  /** What was asked of collection points in a year. */
  List<Asked> asked(int year);

  /** What became of somebody who was listed. */
  enum Result {
    /** Nothing yet. */
    OPEN,
    /** In insurance since. */
    JOINED,
    /** Was insured all along and should not have been listed. */
    INSURED_ALREADY
  }

  /**
   * A person who was listed, as they were the first time.
   *
   * @param firstRunNo the run that listed them first
   * @param firstListed that run's date
   * @param segment its code
   * @param insuranceKeys insurance records of theirs that were not in force while they were listed,
   *     as the store knows them, sorted
   * @param leftOn since when they are not listed; null while they are
   * @param resultRunNo the run that found the result, 0 while it is open
   * @param resultOn that run's date
   * @param scheme of the insurance joined, by its code; empty otherwise
   */
  record PastListing(
      String personId,
      long firstRunNo,
      LocalDate firstListed,
      String segment,
      String communeCode,
      String organisation,
      String collectionPoint,
      List<String> insuranceKeys,
      @Nullable LocalDate leftOn,
      Result result,
      long resultRunNo,
      @Nullable LocalDate resultOn,
      String scheme) {
    public PastListing {
      insuranceKeys = List.copyOf(insuranceKeys);
    }

    /** The same under the id of the person they proved to be. */
    public PastListing under(String id) {
      return with(id, insuranceKeys, leftOn);
    }

    /** Listed tonight again. */
    PastListing listedStill(List<String> keys) {
      return with(personId, keys, null);
    }

    /** Not listed tonight; the day stays that of the first such night. */
    public PastListing left(LocalDate date) {
      return leftOn == null ? with(personId, insuranceKeys, date) : this;
    }

    private PastListing with(String id, List<String> keys, @Nullable LocalDate left) {
      return new PastListing(
          id,
          firstRunNo,
          firstListed,
          segment,
          communeCode,
          organisation,
          collectionPoint,
          keys,
          left,
          result,
          resultRunNo,
          resultOn,
          scheme);
    }

    /** With what became of them. */
    public PastListing found(
        Result found, long runNo, @Nullable LocalDate date, String insuranceScheme) {
      return new PastListing(
          personId,
          firstRunNo,
          firstListed,
          segment,
          communeCode,
          organisation,
          collectionPoint,
          insuranceKeys,
          leftOn,
          found,
          runNo,
          date,
          insuranceScheme);
    }
  }

  /**
   * What a collection point was asked for in a year.
   *
   * @param requested the province's number that it is a part of, -1 where it was derived
   * @param askedOn date of the first run that asked in that year
   * @param runNo the run whose plan it is
   */
  record Asked(
      int year,
      String communeCode,
      String organisation,
      String collectionPoint,
      long target,
      long requested,
      LocalDate askedOn,
      long runNo) {}

  /**
   * What a run adds.
   *
   * @param written listings that are new or different
   * @param removed persons whose listing goes on under another id
   * @param asked the year's, where it is new or different; empty where it stays
   */
  record Page(List<PastListing> written, Set<String> removed, List<Asked> asked) {
    /** Nothing new. */
    public static final Page EMPTY = new Page(List.of(), Set.of(), List.of());

    public Page {
      written = List.copyOf(written);
      removed = Set.copyOf(removed);
      asked = List.copyOf(asked);
    }
  }
}
