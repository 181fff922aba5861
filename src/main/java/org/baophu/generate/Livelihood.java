package org.baophu.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.baophu.generate.Cover.Kind;
import org.baophu.standard.Details;
import org.baophu.standard.Details.BusinessStatus;
import org.baophu.standard.Details.IncomeKind;
import org.baophu.standard.Details.TaxMethod;

/** What a person lives on, and so what the tax, business and insurance registers should say. */
final class Livelihood {
  private static final int WORKS_FROM = Past.WORKS_FROM;
  private static final int STUDIES_UNTIL = 22;
  private static final int RETIRES_AT = 60;

  private final Numbers numbers;
  private final Past past;
  private final Cover cover;

  /** What somebody does for a living. */
  private enum Role {
    INSURED_EMPLOYEE,
    UNINSURED_EMPLOYEE,
    TRADER,
    FREELANCER,
    LANDLORD,
    FARMER,
    NOT_WORKING,
    PENSIONER
  }

  private static final Weighted<Role> WORKING =
      new Weighted<Role>()
          .add(Role.INSURED_EMPLOYEE, 23)
          .add(Role.UNINSURED_EMPLOYEE, 8)
          .add(Role.TRADER, 10)
          .add(Role.FREELANCER, 11)
          .add(Role.LANDLORD, 1.5)
          .add(Role.FARMER, 38)
          .add(Role.NOT_WORKING, 8.5);

  private static final Weighted<Role> OLDER =
      new Weighted<Role>()
          .add(Role.PENSIONER, 22)
          .add(Role.TRADER, 5)
          .add(Role.FREELANCER, 4)
          .add(Role.LANDLORD, 2)
          .add(Role.FARMER, 30)
          .add(Role.NOT_WORKING, 37);

  private static final Weighted<BusinessStatus> STATUSES =
      new Weighted<BusinessStatus>()
          .add(BusinessStatus.ACTIVE, 86)
          .add(BusinessStatus.SUSPENDED, 5)
          .add(BusinessStatus.CLOSED, 9);

  private static final Weighted<TaxMethod> METHODS =
      new Weighted<TaxMethod>()
          .add(TaxMethod.PRESUMPTIVE, 68)
          .add(TaxMethod.DECLARATION, 24)
          .add(TaxMethod.PER_OCCURRENCE, 8);

  Livelihood(Numbers numbers, LocalDate date) {
    this.numbers = numbers;
    past = new Past(date);
    cover = new Cover(numbers, past);
  }

  /** The entries of a person of that age, in no special order. */
  List<Entry> entries(String name, String taxCode, int ageYears, Dice dice) {
    List<Entry> entries = new ArrayList<>();
    boolean studies = ageYears < STUDIES_UNTIL && dice.chance(0.5);
    if (ageYears < WORKS_FROM || studies) {
      cover.add(entries, Cover.YOUNG.pick(dice), ageYears, dice);
      return entries;
    }
    switch (ageYears < RETIRES_AT ? WORKING.pick(dice) : OLDER.pick(dice)) {
      case INSURED_EMPLOYEE -> insuredEmployee(entries, name, taxCode, ageYears, dice);
      case UNINSURED_EMPLOYEE -> {
        tax(entries, taxCode, IncomeKind.SALARY, dice.chance(0.93), ageYears, dice);
        cover.add(entries, Cover.WITHOUT_EMPLOYER.pick(dice), ageYears, dice);
      }
      case TRADER -> trader(entries, name, taxCode, ageYears, dice);
      case FREELANCER -> freelancer(entries, taxCode, ageYears, dice);
      case LANDLORD -> {
        tax(entries, taxCode, IncomeKind.RENTAL, dice.chance(0.95), ageYears, dice);
        cover.add(entries, Cover.OWN_ACCOUNT.pick(dice), ageYears, dice);
      }
      case FARMER -> {
        if (dice.chance(0.06)) {
          tax(entries, taxCode, IncomeKind.OTHER, dice.chance(0.1), ageYears, dice);
        }
        cover.add(entries, Cover.WITHOUT_INCOME.pick(dice), ageYears, dice);
      }
      case NOT_WORKING -> cover.add(entries, Cover.WITHOUT_INCOME.pick(dice), ageYears, dice);
      case PENSIONER -> pensioner(entries, taxCode, ageYears, dice);
    }
    return entries;
  }

  private void insuredEmployee(
      List<Entry> entries, String name, String taxCode, int ageYears, Dice dice) {
    cover.add(entries, Kind.COMPULSORY, ageYears, dice);
    if (dice.chance(0.8)) {
      tax(entries, taxCode, IncomeKind.SALARY, dice.chance(0.97), ageYears, dice);
    }
    if (dice.chance(0.03)) {
      business(entries, name, BusinessStatus.ACTIVE, ageYears, dice);
    }
  }

  private void trader(List<Entry> entries, String name, String taxCode, int ageYears, Dice dice) {
    BusinessStatus status = STATUSES.pick(dice);
    business(entries, name, status, ageYears, dice);
    if (dice.chance(0.04)) {
      business(entries, name, BusinessStatus.CLOSED, ageYears, dice);
    }
    if (dice.chance(0.02)) {
      business(entries, name, status, ageYears, dice);
    }
    if (dice.chance(0.8)) {
      tax(entries, taxCode, IncomeKind.BUSINESS, status == BusinessStatus.ACTIVE, ageYears, dice);
    }
    cover.add(entries, Cover.OWN_ACCOUNT.pick(dice), ageYears, dice);
  }

  private void freelancer(List<Entry> entries, String taxCode, int ageYears, Dice dice) {
    IncomeKind kind = dice.chance(0.6) ? IncomeKind.BUSINESS : IncomeKind.OTHER;
    tax(entries, taxCode, kind, dice.chance(0.88), ageYears, dice);
    if (dice.chance(0.04)) {
      tax(entries, numbers.taxCode(), IncomeKind.SALARY, false, ageYears, dice);
    }
    cover.add(entries, Cover.OWN_ACCOUNT.pick(dice), ageYears, dice);
  }

  private void pensioner(List<Entry> entries, String taxCode, int ageYears, Dice dice) {
    cover.addPension(entries, ageYears, dice);
    if (dice.chance(0.12)) {
      tax(entries, taxCode, IncomeKind.RENTAL, dice.chance(0.8), ageYears, dice);
    }
  }

  private void tax(
      List<Entry> entries,
      String taxCode,
      IncomeKind kind,
      boolean active,
      int ageYears,
      Dice dice) {
    LocalDate updated =
        active && dice.chance(0.6) ? past.daysAgo(1, 500, dice) : past.longAgo(ageYears, dice);
    entries.add(new Entry(taxCode, updated, new Details.Tax(kind, active, updated)));
  }

  private void business(
      List<Entry> entries, String name, BusinessStatus status, int ageYears, Dice dice) {
    TaxMethod method = METHODS.pick(dice);
    Trades.Trade trade = Trades.pick(dice);
    long revenue = 10_000_000L * dice.between(8, method == TaxMethod.DECLARATION ? 400 : 110);
    LocalDate registered = past.longAgo(ageYears, dice);
    entries.add(
        new Entry(
            "",
            registered,
            new Details.Business(
                numbers.businessCode(dice),
                trade.businessName(name, dice),
                trade.industryCode(),
                method,
                revenue,
                status,
                registered)));
  }
}
