package org.baophu.generate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baophu.person.Sex;
import org.baophu.person.TaxCode;
import org.baophu.reference.ReferenceTable;

/**
 * Hands out the numbers that registers know people by, no number twice: a counter of each kind goes
 * through a fixed permutation, so that neighbours do not look like neighbours.
 */
final class Numbers {
  private static final String LANG_SON = "020";
  private static final double SHARE_REGISTERED_ELSEWHERE = 0.06;

  /** Prime to every power of ten. */
  private static final long STEP = 61_803_398_7L * 10 + 3;

  private final long seed;
  private final List<String> provinces =
      ReferenceTable.read("provinces").stream().map(row -> row.get("cccd_prefix")).toList();
  private final List<String> phonePrefixes =
      ReferenceTable.read("phone_prefix_2018").stream()
          .map(row -> row.get("new_prefix_10_digit"))
          .toList();
  private final Map<String, Integer> nationalIds = new HashMap<>();
  private int oldNationalIds;
  private int taxCodes;
  private int insuranceNumbers;
  private int businesses;
  private int households;

  Numbers(long seed) {
    this.seed = seed;
  }

  /** The counter-th number of some kind, of so many digits, different for each counter. */
  private String permuted(int counter, int digits, long kind) {
    long size = 1;
    for (int i = 0; i < digits; i++) {
      size *= 10;
    }
    long offset = new Dice(seed, kind).nextLong() >>> 8;
    long value = (counter % size * (STEP % size) + offset % size) % size;
    String text = Long.toString(value);
    return "0".repeat(digits - text.length()) + text;
  }

  String nationalId(LocalDate birth, Sex sex, Dice dice) {
    String province = dice.chance(SHARE_REGISTERED_ELSEWHERE) ? dice.pick(provinces) : LANG_SON;
    int centuryAndSex = 2 * (birth.getYear() / 100 - 19) + (sex == Sex.FEMALE ? 1 : 0);
    int year = birth.getYear() % 100;
    String prefix = province + centuryAndSex + year / 10 + year % 10;
    int counter = nationalIds.merge(prefix, 1, Integer::sum);
    return prefix + permuted(counter, 6, Long.parseLong(prefix));
  }

  String oldNationalId() {
    return "08" + permuted(oldNationalIds++, 7, -1);
  }

  String taxCode() {
    while (true) {
      String nineDigits = "8" + permuted(taxCodes++, 8, -2);
      int checkDigit = TaxCode.checkDigit(nineDigits);
      if (checkDigit < 10) {
        return nineDigits + checkDigit;
      }
    }
  }

  String insuranceNumber() {
    return "20" + permuted(insuranceNumbers++, 8, -3);
  }

  String businessCode(Dice dice) {
    return "14" + (char) ('A' + dice.below(11)) + "8" + permuted(businesses++, 6, -4);
  }

  String householdCode() {
    return "LS" + permuted(households++, 7, -5);
  }

  /** A mobile number of today; two people may get the same one, as numbers change hands. */
  String phone(Dice dice) {
    String number = Integer.toString(dice.below(10_000_000));
    return dice.pick(phonePrefixes) + "0".repeat(7 - number.length()) + number;
  }
}
