package org.baophu.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.baophu.generate.Places.Home;
import org.baophu.intake.InputKind;
import org.baophu.person.Sex;
import org.baophu.standard.Details;
import org.jspecify.annotations.Nullable;

/** Writes an entry down as a row of its register, slips included. */
final class Clerk {
  private final IdSlips idSlips = new IdSlips();
  private final PlaceSlips placeSlips;

  /**
   * A row without its record_id.
   *
   * @param cells in the order of the kind's columns, the first one empty
   */
  record Written(InputKind kind, List<String> cells, PlaceText place) {
    /** Whether the row states an ethnic group. */
    boolean statesEthnicity() {
      int column = kind.columns().indexOf("ethnicity");
      return column >= 0 && !cells.get(column).isEmpty();
    }

    Written {
      cells = List.copyOf(cells);
    }
  }

  Clerk(Places places) {
    placeSlips = new PlaceSlips(places);
  }

  /**
   * @param mayBeElsewhere whether the record may name a former home
   */
  Written write(
      Entry entry, Citizen citizen, Household household, boolean mayBeElsewhere, Roll roll) {
    boolean before = roll.happens(Slip.PLACE_BEFORE_MOVE) && mayBeElsewhere;
    Home home = before ? citizen.formerHome() : citizen.home();
    Common common = common(citizen, household, home, roll);
    if (entry.details() instanceof Details.Tax tax) {
      return tax(entry, tax, citizen, common, roll);
    }
    if (entry.details() instanceof Details.Business business) {
      return business(business, citizen, common, roll);
    }
    if (entry.details() instanceof Details.Insurance insurance) {
      return insurance(entry, insurance, citizen, common, roll);
    }
    return poverty((Details.Poverty) entry.details(), citizen, common, roll);
  }

  /** What every register records. */
  private record Common(
      String name, String birth, String sex, String nationalId, String phone, PlaceText place) {}

  private Common common(Citizen citizen, Household household, Home home, Roll roll) {
    return new Common(
        NameSlips.write(citizen.name(), citizen.otherGiven(), roll),
        DateSlips.write(citizen.birth(), roll),
        sex(citizen.sex(), roll),
        idSlips.nationalId(citizen, household, roll),
        idSlips.phone(citizen, household, roll),
        placeSlips.write(home, roll));
  }

  private static String sex(Sex sex, Roll roll) {
    if (roll.happens(Slip.SEX_MISSING)) {
      return "";
    }
    return (sex == Sex.MALE) != roll.happens(Slip.SEX_WRONG) ? "Nam" : "Nữ";
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private Written tax(Entry entry, Details.Tax tax, Citizen citizen, Common common, Roll roll) {
    String taxCode = idSlips.taxCode(entry.number(), citizen, roll);
    Exchange ids = Exchange.of(common.nationalId(), common.phone(), taxCode, roll);
    boolean active = tax.active() != roll.happens(Slip.STATUS_STALE);
    PlaceText place = common.place();
    return new Written(
        InputKind.TAX,
        List.of(
            "",
            ids.number(),
            common.name(),
            common.birth(),
            common.sex(),
            ids.nationalId(),
            ids.phone(),
            place.address(),
            place.commune(),
            place.district(),
            place.province(),
            code(tax.incomeKind()),
            active ? "active" : "closed",
            entry.since().toString()),
        place);
  }

  private Written business(Details.Business business, Citizen citizen, Common common, Roll roll) {
    String taxCode = idSlips.taxCode(citizen.taxCode(), citizen, roll);
    Exchange ids = Exchange.of(common.nationalId(), common.phone(), taxCode, roll);
    boolean active = business.status() == Details.BusinessStatus.ACTIVE;
    String stale = active ? "closed" : "active";
    boolean noAmount = roll.happens(Slip.AMOUNT_MISSING);
    PlaceText place = common.place();
    return new Written(
        InputKind.BUSINESS,
        List.of(
            "",
            business.businessCode(),
            business.businessName(),
            common.name(),
            common.birth(),
            common.sex(),
            ids.nationalId(),
            ids.number(),
            ids.phone(),
            place.address(),
            place.commune(),
            place.district(),
            place.province(),
            business.industryCode(),
            code(business.taxMethod()),
            noAmount ? "" : Long.toString(business.annualRevenueVnd()),
            roll.happens(Slip.STATUS_STALE) ? stale : code(business.status()),
            text(business.registeredOn())),
        place);
  }

  private Written insurance(
      Entry entry, Details.Insurance insurance, Citizen citizen, Common common, Roll roll) {
    String number = roll.happens(Slip.INSURANCE_NO_MISSING) ? "" : entry.number();
    Exchange ids = Exchange.of(common.nationalId(), common.phone(), number, roll);
    String stale = insurance.status() == Details.InsuranceStatus.ACTIVE ? "paused" : "active";
    boolean mayBeStale = insurance.scheme() == Details.Scheme.COMPULSORY;
    boolean isStale = roll.happens(Slip.STATUS_STALE) && mayBeStale;
    boolean noAmount = roll.happens(Slip.AMOUNT_MISSING);
    PlaceText place = common.place();
    return new Written(
        InputKind.INSURANCE,
        List.of(
            "",
            ids.number(),
            common.name(),
            common.birth(),
            common.sex(),
            ids.nationalId(),
            ids.phone(),
            ethnicity(citizen, roll),
            place.address(),
            place.commune(),
            place.district(),
            place.province(),
            code(insurance.scheme()),
            isStale ? stale : code(insurance.status()),
            noAmount ? "" : Integer.toString(insurance.monthsPaid()),
            insurance.paidUntil() == null ? "" : insurance.paidUntil().toString()),
        place);
  }

  private static Written poverty(
      Details.Poverty poverty, Citizen citizen, Common common, Roll roll) {
    PlaceText place = common.place();
    return new Written(
        InputKind.POVERTY,
        List.of(
            "",
            poverty.householdCode(),
            common.name(),
            common.birth(),
            common.sex(),
            common.nationalId(),
            place.address(),
            place.commune(),
            place.district(),
            code(poverty.classification()),
            ethnicity(citizen, roll),
            text(poverty.validFrom()),
            text(poverty.validTo())),
        place);
  }

  private static String ethnicity(Citizen citizen, Roll roll) {
    return roll.happens(Slip.ETHNICITY_MISSING) ? "" : citizen.people();
  }

  private static String text(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  /** Values that may stand in each other's columns. */
  private record Exchange(String nationalId, String phone, String number) {
    static Exchange of(String nationalId, String phone, String number, Roll roll) {
      if (roll.happens(Slip.NATIONAL_ID_IN_OTHER_COLUMN)) {
        return new Exchange(number, phone, nationalId);
      }
      return roll.happens(Slip.PHONE_IN_OTHER_COLUMN)
          ? new Exchange(nationalId, number, phone)
          : new Exchange(nationalId, phone, number);
    }
  }
}
