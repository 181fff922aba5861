package org.baophu.coverage;

import java.util.Comparator;
import java.util.List;
import org.baophu.person.BirthDate;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;

/**
 * A potential participant, as the list shows them.
 *
 * @param ageYears full years on the run's date, the least possible where the birth date is not
 *     known to the day; -1 unknown
 * @param nationalId 12 digits, or 9 of the older card where no other is known; empty if none
 * @param phone 10 digits, or empty
 * @param communeCode empty where unknown
 * @param sources the records of the person, sorted
 * @param supportRate part of the lowest contribution that the state and the province pay, in [0,1];
 *     0 on the compulsory routes
 * @param monthlySupportVnd that part in VND a month
 * @param monthlyPaymentVnd what remains to pay each month at the lowest income choice, in VND
 * @param monthsPaid months of contributions that count, -1 unknown
 * @param pUninsured probability of no insurance in force, rounded to 4 decimals
 * @param priority higher first, rounded to 4 decimals; see {@link Priority}
 * @param nearestInsured the insurance record in force, outside the person's own, that is most
 *     likely theirs, such as {@code insurance:I77}; empty if none
 * @param nearestProbability its probability, rounded to 4 decimals; 0 if none
 * @param reasons in the order of {@link Reason.Code}
 */
public record Potential(
    String personId,
    String fullName,
    BirthDate birthDate,
    Sex sex,
    int ageYears,
    String nationalId,
    String phone,
    String communeCode,
    String address,
    List<RecordKey> sources,
    Segment segment,
    Route route,
    SupportGroup supportGroup,
    double supportRate,
    long monthlySupportVnd,
    long monthlyPaymentVnd,
    int monthsPaid,
    double pUninsured,
    double priority,
    String nearestInsured,
    double nearestProbability,
    List<Reason> reasons) {

  /** The order of a commune's list: the highest priority first, then by person id. */
  public static final Comparator<Potential> LIST_ORDER =
      Comparator.comparingDouble(Potential::priority).reversed().thenComparing(Potential::personId);

  public Potential {
    sources = List.copyOf(sources);
    reasons = List.copyOf(reasons);
  }
}
