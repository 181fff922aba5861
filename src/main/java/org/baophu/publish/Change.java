package org.baophu.publish;

import java.util.List;
import java.util.Locale;

/**
 * How the list differs from the last published one, for one person.
 *
 * @param communeCode where the person is now, or was when removed; empty if unknown
 * @param differences all that is different, the weightiest first; at least one
 */
public record Change(String personId, String communeCode, Kind kind, List<Difference> differences) {

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

  /** What was added, removed or is different. */
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
    /** One person proved to be two. {0}: the id of the one who left. */
    SPLIT_OFF(1),
    /** The person moved. {0}: the code of the commune before. */
    COMMUNE_CHANGED(1),
    /** The commune was not known, and is now. */
    COMMUNE_KNOWN(0),
    /** The commune is not known any more. {0}: the code of the commune before. */
    COMMUNE_LOST(1),
    /** The province's communes were redrawn. {0}: the code of the commune before. */
    COMMUNE_REDRAWN(1),
    /** Another route applies. {0}: code of the route before, {1}: code of the route now. */
    ROUTE_CHANGED(2),
    /** Another support group applies. {0}: code of the group before, {1}: code of the group now. */
    SUPPORT_CHANGED(2),
    /** The monthly support is another one. {0}: VND before, {1}: VND now. */
    AMOUNT_CHANGED(2),
    /**
     * Name, birth date, sex, an identifier, the phone or the address is another one now. {0}: which
     * of them, joined with {@code ,}; empty where that is not known.
     */
    DETAILS_CHANGED(1),
    /** Other months of contributions count. {0}: months before, {1}: months now; -1 unknown. */
    MONTHS_CHANGED(2),
    /** Another segment applies. {0}: code of the segment before, {1}: code of the segment now. */
    SEGMENT_CHANGED(2),
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
    differences = List.copyOf(differences);
    if (differences.isEmpty()) {
      throw new IllegalArgumentException("nothing is different about " + personId);
    }
  }

  /** A change of which nothing more is known than what is different. */
  public static Change of(
      String personId, String communeCode, Kind kind, Cause cause, String... arguments) {
    return new Change(
        personId, communeCode, kind, List.of(new Difference(cause, List.of(arguments), List.of())));
  }

  /** The weightiest difference. */
  public Cause cause() {
    return differences.get(0).cause();
  }
}
