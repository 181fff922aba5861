package org.baophu.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.baophu.coverage.Evidence.Detailed;
import org.baophu.standard.Details.Business;
import org.baophu.standard.Details.IncomeKind;
import org.baophu.standard.Details.Insurance;
import org.baophu.standard.Details.Tax;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/** What the list says about a potential participant, put together from its parts. */
final class Listing {
  private final PersonFile file;
  private final Evidence evidence;
  private final BestValues values;
  private final Residence residence;
  private final double pUninsured;
  private final Rules rules;
  private final Routing routing;
  private final Support support;
  private final Optional<LocalDate> nearPension;
  private final Optional<InsuredCandidate> nearest;
  private final Optional<Relatives.Relation> relation;
  private final Chances chances;
  private final @Nullable Finding finding;

  Listing(
      PersonFile file,
      Evidence evidence,
      BestValues values,
      Residence residence,
      double pUninsured,
      Rules rules,
      Optional<Relatives.Relation> relation,
      Chances chances,
      @Nullable Finding finding) {
    this.finding = finding;
    this.relation = relation;
    this.chances = chances;
    this.file = file;
    this.evidence = evidence;
    this.values = values;
    this.residence = residence;
    this.pUninsured = pUninsured;
    this.rules = rules;
    this.routing = Routing.of(evidence, values, rules);
    this.support = Support.of(evidence, routing.route(), rules);
    this.nearPension = findNearPension();
    this.nearest = Insured.findNearest(file.candidates());
  }

  // As long as the list has columns.
  Potential potential() {
    Segment segment = segment();
    int monthsPaid = Insured.monthsPaid(evidence);
    return new Potential(
        file.person().id(),
        values.fullName(),
        values.birthDate(),
        values.sex(),
        values.birthDate().ageOn(rules.date()),
        values.nationalId(),
        values.phone(),
        residence.communeCode(),
        residence.address(),
        file.records().stream().map(StandardRecord::key).toList(),
        segment,
        routing.route(),
        support.group(),
        support.rate(),
        support.monthlySupportVnd(),
        support.monthlyPaymentVnd(),
        monthsPaid,
        Text.rounded(pUninsured),
        Priority.of(
            segment,
            routing.route(),
            monthsPaid,
            support.rate(),
            nearPension.isPresent(),
            pUninsured,
            chances.of(segment, residence.communeCode()),
            rules),
        nearest.map(candidate -> candidate.key().toString()).orElse(""),
        nearest.map(candidate -> Text.rounded(candidate.probability())).orElse(0.0),
        reasons());
  }

  private Segment segment() {
    boolean returning =
        evidence.list(Insurance.class).stream()
            .anyMatch(insurance -> Insured.isReturning(insurance.details()));
    if (returning) {
      return Segment.RETURNING_AFTER_PAUSE;
    }
    return switch (routing.route()) {
      case COMPULSORY_EMPLOYEE -> Segment.EMPLOYEE_WITHOUT_EMPLOYER;
      case COMPULSORY_OWNER -> Segment.HOUSEHOLD_BUSINESS;
      case VOLUNTARY -> voluntarySegment();
    };
  }

  private Segment voluntarySegment() {
    if (nearPension.isPresent()) {
      return Segment.NEAR_PENSION_AGE;
    }
    if (support.group() == SupportGroup.POOR || support.group() == SupportGroup.NEAR_POOR) {
      return evidence.listActiveBusinesses().stream().anyMatch(Listing::isFarm)
          ? Segment.FARMER_WITH_SUPPORT
          : Segment.POOR_HOUSEHOLD;
    }
    if (!evidence.listActiveBusinesses().isEmpty()) {
      return Segment.HOUSEHOLD_BUSINESS;
    }
    if (evidence.listActiveTax().stream()
        .anyMatch(tax -> tax.details().incomeKind() == IncomeKind.BUSINESS)) {
      return Segment.TRADER_OR_FREELANCER;
    }
    return relation.isPresent() ? Segment.FAMILY_OF_INSURED : Segment.OTHER;
  }

  /** Agriculture, forestry or fishing: divisions 01 to 03 of the industrial classification. */
  private static boolean isFarm(Detailed<Business> business) {
    return business.details().industryCode().matches("0[123]\\d*");
  }

  /** The day of retirement age, where it is past or near. */
  private Optional<LocalDate> findNearPension() {
    LocalDate near = rules.date().plusYears(rules.settings().nearPensionYears());
    return rules
        .retirement()
        .findRetirementDay(values.birthDate(), values.sex())
        .filter(day -> !day.isAfter(near));
  }

  private List<Reason> reasons() {
    List<Reason> reasons = new ArrayList<>();
    addLiving(reasons);
    addInsurance(reasons);
    if (finding != null) {
      reasons.add(Reason.of(Reason.Code.CHECKED_UNINSURED, Objects.toString(finding.on(), "")));
    }
    reasons.addAll(routing.reasons());
    reasons.addAll(support.reasons());
    nearPension.ifPresent(day -> reasons.add(pensionReason(day)));
    relation.ifPresent(
        kin ->
            reasons.add(
                Reason.of(Reason.Code.FAMILY_OF_INSURED, Text.code(kin.sign()), kin.insured())));
    addUncertain(reasons);
    reasons.sort(Comparator.comparing(Reason::code));
    return reasons;
  }

  private void addLiving(List<Reason> reasons) {
    for (Detailed<Tax> tax : evidence.listActiveTax()) {
      reasons.add(
          Reason.of(Reason.Code.LIVING_TAX, tax.key(), Text.code(tax.details().incomeKind())));
    }
    for (Detailed<Business> business : evidence.listActiveBusinesses()) {
      reasons.add(
          Reason.of(
              Reason.Code.LIVING_BUSINESS, business.key(), Routing.taxMethod(business.details())));
    }
  }

  private void addInsurance(List<Reason> reasons) {
    List<Detailed<Insurance>> own = evidence.list(Insurance.class);
    if (own.isEmpty()) {
      reasons.add(Reason.of(Reason.Code.NO_INSURANCE_RECORD));
    }
    own.forEach(insurance -> reasons.add(insuranceReason(insurance)));
    nearest.ifPresent(
        candidate ->
            reasons.add(
                Reason.of(
                    Reason.Code.NEAREST_INSURED,
                    candidate.key().toString(),
                    Text.code(candidate.details().scheme()),
                    Text.probability(candidate.probability()))));
  }

  private Reason insuranceReason(Detailed<Insurance> own) {
    Insurance insurance = own.details();
    if (Insured.isInForce(insurance)) {
      return Reason.of(
          Reason.Code.INSURANCE_DOUBTFUL,
          own.key(),
          Text.code(insurance.scheme()),
          Text.probability(evidence.membership(own.record())));
    }
    return Reason.of(
        Reason.Code.INSURANCE_NOT_IN_FORCE,
        own.key(),
        Text.code(insurance.scheme()),
        Text.code(insurance.status()),
        Text.knownNumber(insurance.monthsPaid()),
        insurance.paidUntil() == null ? "" : insurance.paidUntil().toString());
  }

  private Reason pensionReason(LocalDate day) {
    Rules.Amount years = rules.minPensionYears();
    return Reason.of(
        Reason.Code.NEAR_PENSION,
        day.toString(),
        years.value().toPlainString(),
        years.basis().cited());
  }

  private void addUncertain(List<Reason> reasons) {
    CoverageSettings settings = rules.settings();
    if (!values.birthDate().isKnown()) {
      reasons.add(Reason.of(Reason.Code.AGE_UNKNOWN));
    } else if (Ages.mayBeOutside(rules.date(), values.birthDate(), settings)) {
      reasons.add(
          Reason.of(
              Reason.Code.AGE_UNCERTAIN,
              values.birthDate().toString(),
              Integer.toString(settings.minAgeYears()),
              Integer.toString(settings.maxAgeYears())));
    }
    if (!residence.isKnown()) {
      reasons.add(Reason.of(Reason.Code.COMMUNE_UNKNOWN));
    } else if (residence.isDisputed()) {
      reasons.add(
          Reason.of(
              Reason.Code.COMMUNE_DISPUTED,
              residence.communeCode(),
              String.join(";", residence.others())));
    }
    if (!residence.maybe().isEmpty()) {
      reasons.add(
          Reason.of(
              Reason.Code.COMMUNE_HOMONYM,
              residence.communeCode(),
              String.join(";", residence.maybe()),
              Text.probability(residence.probability())));
    }
  }
}
