package org.baophu.generate;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.baophu.person.Source;
import org.baophu.standard.Details;
import org.baophu.standard.Details.BusinessStatus;
import org.baophu.standard.Details.Classification;
import org.baophu.standard.Details.IncomeKind;
import org.baophu.standard.Details.InsuranceStatus;
import org.baophu.standard.Details.Scheme;
import org.baophu.standard.Details.TaxMethod;

/**
 * Whether a person really is a potential participant, and how, from what the registers should say.
 * It shares no code with the coverage rules, so that each can be checked against the other.
 *
 * <p>Read as follows: a person counts as belonging to an ethnic minority where some register
 * records ethnicity for them (insurance or poverty), since nothing else is evidence; every people
 * but the Kinh is one.
 */
final class PotentialTruth {
  private static final int YOUNGEST_YEARS = 15;
  private static final int OLDEST_YEARS = 74;

  /** Law 41/2024: owners of businesses that declare their tax. */
  private static final LocalDate DECLARING_OWNERS_FROM = LocalDate.of(2025, 7, 1);

  /** Decree 158/2025: all other owners. */
  private static final LocalDate ALL_OWNERS_FROM = LocalDate.of(2029, 7, 1);

  private PotentialTruth() {}

  /** Route and support group, by the names that the public contract gives them. */
  record Potential(String route, String supportGroup) {}

  static Optional<Potential> of(Citizen citizen, LocalDate date) {
    int ageYears = Period.between(citizen.birth(), date).getYears();
    boolean earns = citizen.entries().stream().anyMatch(PotentialTruth::isEarning);
    boolean insured = citizen.entries().stream().anyMatch(PotentialTruth::isInForce);
    if (!earns || insured || ageYears < YOUNGEST_YEARS || ageYears > OLDEST_YEARS) {
      return Optional.empty();
    }
    return Optional.of(new Potential(route(citizen, date), supportGroup(citizen, date)));
  }

  private static boolean isEarning(Entry entry) {
    return entry.details() instanceof Details.Tax tax && tax.active()
        || entry.details() instanceof Details.Business business
            && business.status() == BusinessStatus.ACTIVE;
  }

  private static boolean isInForce(Entry entry) {
    return entry.details() instanceof Details.Insurance insurance
        && insurance.status() == InsuranceStatus.ACTIVE
        && (insurance.scheme() == Scheme.COMPULSORY
            || insurance.scheme() == Scheme.VOLUNTARY
            || insurance.scheme() == Scheme.PENSION);
  }

  private static String route(Citizen citizen, LocalDate date) {
    if (citizen.entries().stream().anyMatch(e -> obligesOwner(e, date))) {
      return "compulsory_owner";
    }
    boolean salaried =
        citizen.entries().stream()
            .anyMatch(
                e ->
                    e.details() instanceof Details.Tax tax
                        && tax.active()
                        && tax.incomeKind() == IncomeKind.SALARY);
    return salaried ? "compulsory_employee" : "voluntary";
  }

  private static boolean obligesOwner(Entry entry, LocalDate date) {
    if (!(entry.details() instanceof Details.Business business)
        || business.status() != BusinessStatus.ACTIVE) {
      return false;
    }
    LocalDate from =
        business.taxMethod() == TaxMethod.DECLARATION ? DECLARING_OWNERS_FROM : ALL_OWNERS_FROM;
    return !date.isBefore(from);
  }

  private static String supportGroup(Citizen citizen, LocalDate date) {
    if (isListed(citizen, Classification.POOR, date)) {
      return "poor";
    }
    if (isListed(citizen, Classification.NEAR_POOR, date)) {
      return "near_poor";
    }
    boolean stated =
        citizen.entries().stream()
            .anyMatch(e -> e.source() == Source.INSURANCE || e.source() == Source.POVERTY);
    return stated && !citizen.people().equals("Kinh") ? "ethnic_minority" : "other";
  }

  private static boolean isListed(Citizen citizen, Classification classification, LocalDate date) {
    return citizen.entries().stream()
        .anyMatch(
            e ->
                e.details() instanceof Details.Poverty poverty
                    && poverty.classification() == classification
                    && (poverty.validFrom() == null || !date.isBefore(poverty.validFrom()))
                    && (poverty.validTo() == null || !date.isAfter(poverty.validTo())));
  }
}
