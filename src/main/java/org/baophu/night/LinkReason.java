package org.baophu.night;

import java.util.Locale;

/** Why a night was linked as it was. */
enum LinkReason {
  /** There was no night before. */
  FIRST_NIGHT(How.LEARNT),
  /** The operator asked for it. */
  DEMANDED(How.LEARNT),
  /** What the last night kept of its model is gone or damaged. */
  MODEL_LOST(How.LEARNT),
  /** The model is another version's. */
  OTHER_VERSION(How.LEARNT),
  /** The model is as old as a model may be. */
  SCHEDULED(How.LEARNT),
  /** The records are too unlike those that the model was learnt from. */
  DRIFT(How.LEARNT),
  /** What the last night kept of its records is gone or damaged. */
  STATE_LOST(How.FULL),
  /** The last night was linked by other settings. */
  OTHER_SETTINGS(How.FULL),
  /** So many records changed that all are linked faster. */
  MANY_CHANGED(How.FULL),
  /** Nothing stands against keeping what is known. */
  NEARLY_THE_SAME(How.INCREMENTAL);

  /** How a night is linked. */
  enum How {
    /** A model was learnt, and all records linked by it. */
    LEARNT,
    /** All records were linked by the frozen model. */
    FULL,
    /** Only what differs from the last night was looked at. */
    INCREMENTAL
  }

  private final How how;

  LinkReason(How how) {
    this.how = how;
  }

  How how() {
    return how;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
