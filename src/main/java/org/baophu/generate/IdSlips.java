package org.baophu.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baophu.reference.ReferenceTable;

/** Writes national ids, tax codes and phones down as clerks do. */
final class IdSlips {
  private final Map<String, String> oldPrefixes = new HashMap<>();

  IdSlips() {
    ReferenceTable.read("phone_prefix_2018")
        .forEach(
            row -> oldPrefixes.put(row.get("new_prefix_10_digit"), row.get("old_prefix_11_digit")));
  }

  String nationalId(Citizen citizen, Household household, Roll roll) {
    if (roll.happens(Slip.NATIONAL_ID_MISSING)) {
      return "";
    }
    Citizen holder =
        roll.happens(Slip.NATIONAL_ID_OF_RELATIVE) ? relative(citizen, household, roll) : citizen;
    boolean old = roll.happens(Slip.NATIONAL_ID_OLD) && !holder.oldNationalId().isEmpty();
    String id = old ? holder.oldNationalId() : holder.nationalId();
    if (roll.happens(Slip.NATIONAL_ID_DIGIT_WRONG)) {
      id = digitWrong(id, 6, roll.dice());
    }
    return roll.happens(Slip.NATIONAL_ID_ZERO_LOST) ? id.replaceFirst("^0+", "") : id;
  }

  /** Another member of the household, the head or the head's spouse the most likely. */
  private static Citizen relative(Citizen citizen, Household household, Roll roll) {
    List<Citizen> others = household.members().stream().filter(c -> c != citizen).toList();
    if (others.isEmpty()) {
      return citizen;
    }
    return others.get(roll.dice().chance(0.7) ? 0 : roll.dice().below(others.size()));
  }

  String taxCode(String code, Citizen citizen, Roll roll) {
    if (roll.happens(Slip.TAX_CODE_MISSING)) {
      return "";
    }
    if (roll.happens(Slip.TAX_CODE_IS_NATIONAL_ID)) {
      return citizen.nationalId();
    }
    return roll.happens(Slip.TAX_CODE_DIGIT_WRONG) ? digitWrong(code, 0, roll.dice()) : code;
  }

  /** One digit at or after a place becomes another. */
  private static String digitWrong(String digits, int from, Dice dice) {
    int at = dice.between(Math.min(from, digits.length() - 1), digits.length() - 1);
    int other = (digits.charAt(at) - '0' + dice.between(1, 9)) % 10;
    return digits.substring(0, at) + other + digits.substring(at + 1);
  }

  String phone(Citizen citizen, Household household, Roll roll) {
    if (roll.happens(Slip.PHONE_MISSING)) {
      return "";
    }
    boolean relatives = roll.happens(Slip.PHONE_OF_RELATIVE);
    String phone = (relatives ? relative(citizen, household, roll) : citizen).phone();
    String oldPrefix = oldPrefixes.get(phone.substring(0, 3));
    if (roll.happens(Slip.PHONE_OLD_PREFIX) && oldPrefix != null) {
      phone = oldPrefix + phone.substring(3);
    }
    if (roll.happens(Slip.PHONE_SPACED)) {
      String gap = roll.dice().chance(0.5) ? " " : ".";
      phone = phone.substring(0, 4) + gap + phone.substring(4, 7) + gap + phone.substring(7);
    }
    return roll.happens(Slip.PHONE_COUNTRY_CODE) ? "+84" + phone.substring(1) : phone;
  }
}
