package org.baophu.publish;

import java.util.List;
import java.util.Locale;

/**
 * How the list differs from the last published one, for one person.
 *
 * @param communeCode where the person is now, or was when removed; empty if unknown
 * @param cause why
 * @param arguments what the cause's text needs, as its Javadoc says
 */
public record Change(
    String personId, String communeCode, Kind kind, Cause cause, List<String> arguments) {

  /** What happened to the person's row. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED;

    /** The word in {@code changes.csv}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why a row was added, removed or changed. */
  public enum Cause {
    /** Nobody knew of this person last night. */
    PERSON_NEW(0),
    /** The person was known last night, and earns a living here now. */
    LIVING_BEGUN(0),
    /** The person's insurance is no longer in force. */
    INSURANCE_ENDED(0),
    /** The person has reached the age from which the list counts. */
    AGE_REACHED(0),
    /** The evidence changed: that the person is uninsured is likely enough now. */
    EVIDENCE_FOR(0),
    /** The person has insurance in force now. */
    INSURED_NOW(0),
    /** No active tax or business record is left. */
    LIVING_ENDED(0),
    /** The person is older than the list goes. */
    AGE_PASSED(0),
    /** The evidence changed: that the person is uninsured is no longer likely enough. */
    EVIDENCE_AGAINST(0),
    /** No register delivers a record of this person any more. */
    RECORDS_GONE(0),
    /** Two persons proved to be one. {0}: the id under which the person goes on. */
    MERGED_INTO(1),
    /** Two persons proved to be one. {0}: the id that ended. */
    MERGED_WITH(1),
    /** One person proved to be two. {0}: the id of the other. */
    SPLIT_FROM(1),
    /** The person moved. {0}: the code of the commune before, or empty if it was unknown. */
    COMMUNE_CHANGED(1),
    /** Another route applies. {0}: code of the route before, {1}: code of the route now. */
    ROUTE_CHANGED(2),
    /** Another support group applies. {0}: code of the group before, {1}: code of the group now. */
    SUPPORT_CHANGED(2),
    /** Name, birth date, sex, an identifier, the phone or the address is another one now. */
    DETAILS_CHANGED(0),
    /** Other records stand behind the row now. */
    SOURCES_CHANGED(0);

    private final int arguments;

    Cause(int arguments) {
      this.arguments = arguments;
    }

    /** How many arguments the cause's text needs. */
    public int argumentCount() {
      return arguments;
    }
  }

  public Change {
    arguments = List.copyOf(arguments);
    if (arguments.size() != cause.argumentCount()) {
      throw new IllegalArgumentException(
          cause + " needs " + cause.argumentCount() + " arguments, not " + arguments.size());
    }
  }

  public static Change of(
      String personId, String communeCode, Kind kind, Cause cause, String... arguments) {
    return new Change(personId, communeCode, kind, cause, List.of(arguments));
  }
}
