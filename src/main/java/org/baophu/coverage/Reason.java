package org.baophu.coverage;

import java.util.List;
import java.util.Locale;

/**
 * One reason of a row or a number, for {@code publish} to put into words.
 *
 * @param arguments as the code's description lists them
 */
public record Reason(Code code, List<String> arguments) {
  public Reason {
    arguments = List.copyOf(arguments);
  }

  public static Reason of(Code code, String... arguments) {
    return new Reason(code, List.of(arguments));
  }

  /**
   * What a reason says; the arguments are named in order. Records are written as in {@code
   * insurance:I77}, days as {@code yyyy-MM-dd}, rates as percentages such as {@code 50} or {@code
   * 12.5}, probabilities with at most 4 decimals, codes as in output files, numbers without
   * separators, unknown values as empty text. Reasons of a row stand in this order.
   */
  public enum Code {
    // The living.
    /** An active tax record: record, income kind ({@code salary}, {@code business} …). */
    LIVING_TAX,
    /** An active household business: record, tax method ({@code declaration} … or empty). */
    LIVING_BUSINESS,

    // Insurance.
    /** The person has no insurance record at all. No arguments. */
    NO_INSURANCE_RECORD,
    /**
     * An insurance record that is not in force: record, scheme, status, months paid, paid until
     * ({@code yyyy-MM}).
     */
    INSURANCE_NOT_IN_FORCE,
    /**
     * An insurance record in force that is probably somebody else's: record, scheme, probability
     * that it is this person's.
     */
    INSURANCE_DOUBTFUL,
    /** The nearest insured outside the person's records: record, scheme, probability. */
    NEAREST_INSURED,
    /** A clerk checked and found no insurance in force: day of the check, or empty. */
    CHECKED_UNINSURED,

    // The route.
    /** Compulsory as owner: record of the business, tax method, law, day since when it applies. */
    ROUTE_COMPULSORY_OWNER,
    /** Compulsory as employee: tax record, law. */
    ROUTE_COMPULSORY_EMPLOYEE,
    /** Voluntary: law. */
    ROUTE_VOLUNTARY,
    /** Would be compulsory as owner but is past retirement age: day it was reached, law. */
    OWNER_EXEMPT_RETIRED,

    // Support.
    /** Poor or near-poor household: group, record of the poverty list, law, state's rate. */
    SUPPORT_POVERTY,
    /** Ethnic minority: group stated, record that states it, law, state's rate. */
    SUPPORT_ETHNICITY,
    /** Neither: law, state's rate. */
    SUPPORT_OTHER,
    /** The province adds to the state's support: rate. */
    SUPPORT_PROVINCE_EXTRA,
    /** No state support on this route: route. */
    SUPPORT_NOT_ON_ROUTE,
    /** Months paid may have used up the support: months paid, most months supported, law. */
    SUPPORT_MAY_BE_USED_UP,

    // The pension.
    /** Near or past retirement age: day it is reached, years of contributions needed, law. */
    NEAR_PENSION,

    // The family.
    /** Shares a household with somebody insured: by which sign, a record of the insured. */
    FAMILY_OF_INSURED,

    // What is not certain.
    /** No record states a birth date. No arguments. */
    AGE_UNKNOWN,
    /** The age limits may be crossed: birth date as known, youngest age, oldest age in years. */
    AGE_UNCERTAIN,
    /** No commune could be decided. No arguments. */
    COMMUNE_UNKNOWN,
    /** Records name several communes: code chosen, the other codes joined with {@code ;}. */
    COMMUNE_DISPUTED,
    /**
     * The commune's name is or was that of several, and no record decides: code chosen, the other
     * codes joined with {@code ;}, probability of the one chosen.
     */
    COMMUNE_HOMONYM,

    // Targets of a commune, an organisation or a collection point.
    /** In proportion to potential: potential here, potential of the whole, target of the whole. */
    TARGET_BY_POTENTIAL,
    /** In proportion to capacity: capacity here, capacity of the commune, commune's target. */
    TARGET_BY_CAPACITY,
    /**
     * In proportion to what is lacking to the goal: lacking here, lacking in all, target of the
     * whole, percentage of the labour force that is the goal.
     */
    TARGET_BY_GAP,
    /**
     * By a mix of potential, gap and capacity: what each of them counts and the share that comes of
     * it, as percentages, target of the whole.
     */
    TARGET_BY_MIX,
    /**
     * In proportion to staff, since not all capacities are known: staff here, staff of the commune,
     * commune's target.
     */
    TARGET_BY_STAFF,
    /** In equal parts, since neither capacity nor staff is known: points, commune's target. */
    TARGET_IN_EQUAL_PARTS,
    /** The sum of its collection points: number of points. */
    TARGET_SUM_OF_POINTS,
    /** The target is all the capacity allows: capacity. */
    TARGET_AT_CAPACITY,
    /** The target is all the potential there is: potential. */
    TARGET_AT_POTENTIAL,
    /** The target is all that growth over last year allows: last year's target, percentage. */
    TARGET_AT_GROWTH,
    /** The target is the least that is asked of every commune: floor. */
    TARGET_AT_FLOOR,
    /** The floor gave way to what is possible here: floor. */
    TARGET_BELOW_FLOOR,
    /** For the whole demand the capacity would have to be greater here: persons. */
    TARGET_RAISE_CAPACITY,
    /** The potential counts people who are on no list: estimated number. */
    TARGET_WITH_UNSEEN,
    /** No capacity is known, so it bounds nothing. No arguments. */
    TARGET_CAPACITY_UNKNOWN,
    /**
     * The commune has no collection point; the target stands with no organisation. No arguments.
     */
    TARGET_NO_COLLECTION_POINT,
    /** Under all notions of fair: smallest target, largest, notion chosen, its target. */
    NOTIONS_COMPARED,
    /** As uncertain as the lists are: least target, greatest. */
    TARGET_RANGE,

    // Notes of a plan.
    /** The total was asked for: total. */
    TOTAL_REQUESTED,
    /** The total is the province's target of the year: year, measure, total. */
    TOTAL_OF_PROVINCE,
    /**
     * The total is a year's part of the path to the goals: year, total, lacking in all, day of the
     * goals, percentage of the labour force, law.
     */
    TOTAL_OF_GOALS,
    /** The total is a part of the potential: percentage, potential, total. */
    TOTAL_FROM_POTENTIAL,
    /** The total was lowered to what potential and capacity allow: asked, possible. */
    TOTAL_CAPPED,
    /** The demand could be met if growth over last year were allowed that far: percentage. */
    RELAX_GROWTH,
    /**
     * The demand could be met if capacities were greater: persons in all, number of communes, their
     * codes joined with {@code ;}, percentage of growth that would be needed as well or empty.
     */
    RELAX_CAPACITY,
    /** No bound that could give way would make the demand possible: asked, potential. */
    RELAX_NOTHING,
    /** A floor that cannot be kept: floor, communes where it gives way, highest that could be. */
    FLOOR_GIVES_WAY,
    /**
     * The floors ask for more than the total: floor, their sum, total, highest floor that fits it.
     */
    FLOORS_BEYOND_TOTAL,
    /**
     * Communes that capacity holds below their proportional share: number, persons by which they
     * are below it together.
     */
    CAPACITY_SHORT,
    /** Potential participants whose commune is unknown get no target: number. */
    POTENTIAL_WITHOUT_COMMUNE,
    /** Collection points whose commune is unknown get no target: number, first of them. */
    POINT_WITHOUT_COMMUNE,
    /** Communes without any collection point: number, their target. */
    COMMUNES_WITHOUT_POINT;

    /** The code as output files write it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
