package org.baophu.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baophu.coverage.Evidence.Detailed;
import org.baophu.coverage.Rules.Obligation;
import org.baophu.standard.Details.Business;
import org.baophu.standard.Details.IncomeKind;
import org.baophu.standard.Details.Tax;
import org.baophu.standard.Details.TaxMethod;

/**
 * A person's route, the first that applies, and why: owner under compulsory insurance, employee,
 * voluntary.
 *
 * <p>How the law is read: an owner whose tax method is not known counts among "the others" (2029),
 * since nothing shows that they declare. Past retirement age an owner is exempt only where the
 * setting says so, and where sex and birth year are known; the next route is then asked.
 */
record Routing(Route route, List<Reason> reasons) {
  Routing {
    reasons = List.copyOf(reasons);
  }

  static Routing of(Evidence evidence, BestValues values, Rules rules) {
    List<Reason> reasons = new ArrayList<>();
    Optional<Duty> duty = findDuty(evidence.listActiveBusinesses(), rules);
    if (duty.isPresent()) {
      Optional<LocalDate> retired = findRetired(values, rules);
      if (retired.isEmpty()) {
        return new Routing(Route.COMPULSORY_OWNER, List.of(duty.get().reason()));
      }
      reasons.add(
          Reason.of(
              Reason.Code.OWNER_EXEMPT_RETIRED,
              retired.get().toString(),
              duty.get().obligation().basis().cited()));
    }
    Optional<Detailed<Tax>> salary = findSalary(evidence);
    reasons.add(
        salary
            .map(
                tax ->
                    Reason.of(
                        Reason.Code.ROUTE_COMPULSORY_EMPLOYEE,
                        tax.key(),
                        rules.employees().cited()))
            .orElseGet(() -> Reason.of(Reason.Code.ROUTE_VOLUNTARY, rules.voluntary().cited())));
    return new Routing(salary.isPresent() ? Route.COMPULSORY_EMPLOYEE : Route.VOLUNTARY, reasons);
  }

  /** A business and the rule that makes its owner compulsory. */
  private record Duty(Detailed<Business> business, Obligation obligation) {
    Reason reason() {
      return Reason.of(
          Reason.Code.ROUTE_COMPULSORY_OWNER,
          business.key(),
          taxMethod(business.details()),
          obligation.basis().cited(),
          obligation.since().toString());
    }
  }

  /** The tax method's word in files, empty where unknown. */
  static String taxMethod(Business business) {
    return business.taxMethod() == TaxMethod.UNKNOWN ? "" : Text.code(business.taxMethod());
  }

  /** The duty that came into force first, of the first business it holds for. */
  private static Optional<Duty> findDuty(List<Detailed<Business>> businesses, Rules rules) {
    Optional<Duty> declaring = Optional.empty();
    Optional<Duty> other = Optional.empty();
    for (Detailed<Business> business : businesses) {
      if (business.details().taxMethod() == TaxMethod.DECLARATION) {
        declaring =
            declaring.or(() -> rules.ownersDeclaring().map(rule -> new Duty(business, rule)));
      } else {
        other = other.or(() -> rules.ownersOthers().map(rule -> new Duty(business, rule)));
      }
    }
    return declaring.isPresent() ? declaring : other;
  }

  /** The day retirement age was reached, where that exempts. */
  private static Optional<LocalDate> findRetired(BestValues values, Rules rules) {
    return rules
        .retirement()
        .findRetirementDay(values.birthDate(), values.sex())
        .filter(day -> rules.settings().retiredOwnersExempt() && !day.isAfter(rules.date()));
  }

  private static Optional<Detailed<Tax>> findSalary(Evidence evidence) {
    return evidence.listActiveTax().stream()
        .filter(tax -> tax.details().incomeKind() == IncomeKind.SALARY)
        .findFirst();
  }
}
