package org.baophu.publish;

import java.util.List;

/**
 * Something that happened between two nights and made a difference to a person.
 *
 * @param arguments what the kind's text needs, as its Javadoc says. Records are written as in
 *     {@code insurance:I77}, days as {@code yyyy-MM-dd}, probabilities with at most 4 decimals.
 */
public record Event(Kind kind, List<String> arguments) {

  /** What happened. */
  public enum Kind {
    /** A record is there for the first time: record. */
    ARRIVED(1),
    /** A record that had been missing is back: record. */
    RETURNED(1),
    /** A record is no longer delivered: record. */
    WITHDRAWN(1),
    /** A record says something else: record, aspects joined with {@code ,}, state before, now. */
    CORRECTED(4),
    /** A register gave a record another record_id: record, its record_id before. */
    RENUMBERED(2),
    /** A record came from another person, by a merge or a split: record, person. */
    JOINED(2),
    /** A record went to another person: record, person. */
    LEFT(2),
    /** A clerk's match came into force: both records, who, when. */
    MATCH_DECIDED(4),
    /** A clerk's no-match came into force: both records, who, when. */
    NO_MATCH_DECIDED(4),
    /** A clerk's decision is no longer in force: both records, who had made it, when. */
    DECISION_ENDED(4),
    /** What a clerk found out by a check holds: the day of the check, or empty. */
    CHECKED(1),
    /** What a clerk had found out by a check no longer holds: the day of the check, or empty. */
    CHECK_ENDED(1),
    /** A rule came into force: law, day. */
    RULE_BEGAN(2),
    /** A rule is no longer in force: law, last day. */
    RULE_ENDED(2),
    /** A birthday: years of age reached. */
    BIRTHDAY(1),
    /** An entry became valid: record, first day. */
    VALID_FROM(2),
    /** An entry is no longer valid: record, last day. */
    VALID_TO(2),
    /** Retirement age is near, or reached: the day it is reached. */
    PENSION_NEAR(1),
    /**
     * Nothing but the days that passed, where no rule, birthday or validity is to be named: records
     * grow older, and an older one is believed less about where somebody lives. First day, last
     * day.
     */
    DAYS_PASSED(2),
    /** The province's communes were redrawn. */
    COMMUNES_REDRAWN(0),
    /**
     * Another person's insurance record changed that may be this person's: record, what happened.
     */
    NEIGHBOUR(2),
    /** What the records say about being one person's: both records, probability tonight. */
    PAIR(3),
    /** Settings, the table of the law, or the program are not last night's. */
    CHOICES(0),
    /**
     * None of the person's own records has changed: what is believed of them has, since the weights
     * were learnt anew from records of others.
     */
    EVIDENCE(0);

    private final int arguments;

    Kind(int arguments) {
      this.arguments = arguments;
    }

    /** How many arguments the kind's text needs. */
    public int argumentCount() {
      return arguments;
    }
  }

  public Event {
    arguments = List.copyOf(arguments);
    if (arguments.size() != kind.argumentCount()) {
      throw new IllegalArgumentException(
          kind + " needs " + kind.argumentCount() + " arguments, not " + arguments.size());
    }
  }

  public static Event of(Kind kind, String... arguments) {
    return new Event(kind, List.of(arguments));
  }
}
