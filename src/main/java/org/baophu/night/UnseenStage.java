package org.baophu.night;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Coverage;
import org.baophu.coverage.Standing;
import org.baophu.person.BirthDate;
import org.baophu.person.Sex;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;
import org.baophu.unseen.Strata;
import org.baophu.unseen.Stratum;
import org.baophu.unseen.UnseenEstimate;
import org.baophu.unseen.UnseenEstimator;

/**
 * Counts who is on which lists, and has those on none estimated.
 *
 * <p>Counted are persons of a known commune with an active tax or business record, or with
 * insurance in force by contributions, who are not out of age. Whoever is insured counts as on the
 * insurance list, unless by a pension alone: then not at all.
 */
final class UnseenStage {
  /** Ages at which a new band begins. */
  private static final int[] BANDS = {30, 45, 60};

  private static final int GROUPS = 2 * (BANDS.length + 1);

  /** Greatest share of true pairs that is believed never to have been compared. */
  private static final double MOST_MISSED = 0.02;

  private static final int NONE = 0;

  private final LocalDate date;
  private final List<Assessment> assessments;
  private final Persons persons;
  private final List<StandardRecord> records;
  private final Certain certain;
  private final Links links;
  private final Strata strata = new Strata(GROUPS);
  private final int[] lists;
  private final int[] groups;

  UnseenStage(
      LocalDate date, List<Assessment> assessments, List<StandardRecord> records, Certain certain) {
    this.date = date;
    this.assessments = assessments;
    this.persons = certain.persons();
    this.records = records;
    this.certain = certain;
    this.links = certain.links();
    this.lists = new int[assessments.size()];
    this.groups = new int[assessments.size()];
  }

  UnseenEstimate estimate() {
    for (int person = 0; person < lists.length; person++) {
      lists[person] = lists(person);
      if (lists[person] != NONE) {
        groups[person] = group(person);
        strata.add(commune(person), groups[person], lists[person]);
        if (lists[person] == Stratum.BOTH) {
          strata.doubt(commune(person), groups[person], together(person));
        }
      }
    }
    addPossible();
    strata.miss(Math.min(MOST_MISSED, links.missShare()));
    return UnseenEstimator.estimate(strata.list());
  }

  private String commune(int person) {
    return assessments.get(person).communeCode();
  }

  private int lists(int person) {
    Standing standing = assessments.get(person).standing();
    if (standing == Standing.OUT_OF_AGE || commune(person).isEmpty()) {
      return NONE;
    }
    int found = NONE;
    boolean pension = false;
    for (int row : persons.members()[person]) {
      found |= list(records.get(row));
      pension |=
          records.get(row).details() instanceof Details.Insurance insurance
              && Coverage.isInForce(insurance)
              && insurance.scheme() == Details.Scheme.PENSION;
    }
    if (standing != Standing.INSURED) {
      return found & Stratum.BOTH;
    }
    boolean pays = (found & Stratum.INSURANCE) != 0;
    return pension && !pays || found == NONE ? NONE : found | Stratum.INSURANCE;
  }

  private static int list(StandardRecord record) {
    if (record.details() instanceof Details.Tax tax) {
      return tax.active() ? Stratum.TAX : NONE;
    }
    if (record.details() instanceof Details.Business business) {
      return business.status() == Details.BusinessStatus.ACTIVE ? Stratum.BUSINESS : NONE;
    }
    return record.details() instanceof Details.Insurance insurance
            && Coverage.isInForce(insurance)
            && insurance.scheme() != Details.Scheme.PENSION
        ? Stratum.INSURANCE
        : NONE;
  }

  /** Sex and age band by the first record that states each; -1 where one is unknown. */
  private int group(int person) {
    Sex sex = Sex.UNKNOWN;
    int age = -1;
    for (int row : persons.members()[person]) {
      StandardRecord record = records.get(row);
      sex = sex == Sex.UNKNOWN ? record.sex() : sex;
      BirthDate birth = record.birthDate();
      age = age < 0 && birth.isKnown() ? birth.ageOn(date) : age;
    }
    if (sex == Sex.UNKNOWN || age < 0) {
      return -1;
    }
    int band = 0;
    while (band < BANDS.length && age >= BANDS[band]) {
      band++;
    }
    return band + (sex == Sex.FEMALE ? BANDS.length + 1 : 0);
  }

  /** That a tax and a business record of the person are one's: as sure as the surest of each. */
  private double together(int person) {
    double tax = 0;
    double business = 0;
    for (int row : persons.members()[person]) {
      int list = list(records.get(row));
      double membership = links.membership()[row];
      tax = list == Stratum.TAX ? Math.max(tax, membership) : tax;
      business = list == Stratum.BUSINESS ? Math.max(business, membership) : business;
    }
    return areJoined(person) ? 1 : Math.min(1, Math.min(tax, business));
  }

  /** Whether a clerk joined a tax and a business record of the person. */
  private boolean areJoined(int person) {
    return certain.groups(person).stream()
        .anyMatch(group -> holds(group, Stratum.TAX) && holds(group, Stratum.BUSINESS));
  }

  private boolean holds(List<Integer> group, int list) {
    return group.stream().anyMatch(row -> list(records.get(row)) == list);
  }

  /**
   * Two persons on one list each, of whom a tax and a business record may be one's. As in assessing
   * insurance, a record that surely belongs with others is the less likely to be this person's; and
   * nobody is more than one other.
   */
  private void addPossible() {
    int[] personOfRow = persons.personOfRow(records.size());
    double[] left = new double[lists.length];
    Arrays.fill(left, 1);
    for (int pair = 0; pair < links.pairs(); pair++) {
      int a = links.rowA()[pair];
      int b = links.rowB()[pair];
      boolean aIsTax = list(records.get(a)) == Stratum.TAX;
      int tax = personOfRow[aIsTax ? a : b];
      int business = personOfRow[aIsTax ? b : a];
      boolean crosses = list(records.get(aIsTax ? b : a)) == Stratum.BUSINESS;
      if (crosses && lists[tax] == Stratum.TAX && lists[business] == Stratum.BUSINESS) {
        double possible = Math.min(bound(a, personOfRow), bound(b, personOfRow));
        double probability =
            Math.min(
                Math.min(possible, links.probability()[pair]), Math.min(left[tax], left[business]));
        left[tax] -= probability;
        left[business] -= probability;
        strata.maybe(commune(tax), groups[tax], commune(business), groups[business], probability);
      }
    }
  }

  private double bound(int row, int[] personOfRow) {
    boolean alone = persons.members()[personOfRow[row]].length == 1;
    return alone ? 1 : 1 - links.membership()[row];
  }
}
