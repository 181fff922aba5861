package org.baophu.generate;

import java.util.Locale;

/** A way in which a record goes wrong when it is written down. */
enum Slip {
  /** The whole name in capitals. */
  NAME_UPPER_CASE,
  /** The whole name without diacritics. */
  NAME_NO_DIACRITICS,
  /** Letters and their marks as separate characters (Unicode NFD). */
  NAME_DECOMPOSED,
  /** The tone mark on the other vowel where two places are in use (hoà for hòa). */
  NAME_TONE_PLACEMENT,
  /** One word with another tone or none. */
  NAME_WRONG_TONE,
  /** I for y or y for i where both are in use (Lí for Lý). */
  NAME_I_Y,
  /** One of the middle words left out. */
  NAME_MIDDLE_DROPPED,
  /** The middle words as initials (Nông T. Hương). */
  NAME_MIDDLE_ABBREVIATED,
  /** The given name before the surname. */
  NAME_GIVEN_FIRST,
  /** One word as typed with the Telex method switched off (Nguyeenx). */
  NAME_TELEX,
  /** One word as typed with the VNI method switched off (Nguye6n4). */
  NAME_VNI,
  /** One initial consonant as locally pronounced (l/n tr/ch s/x d/gi/r). */
  NAME_CONSONANT,
  /** Two spaces between words. */
  NAME_DOUBLE_SPACE,
  /** One letter wrong or missing or doubled or exchanged with its neighbour. */
  NAME_TYPO,
  /** Another given name that the person goes by. */
  NAME_OTHER,
  /** No birth date. */
  BIRTH_MISSING,
  /** The year alone. */
  BIRTH_YEAR_ONLY,
  /** Month and year. */
  BIRTH_MONTH_ONLY,
  /** 1 January for a date that is known by its year only. */
  BIRTH_FIRST_OF_JANUARY,
  /** Day and month exchanged (where that gives a date). */
  BIRTH_DAY_MONTH_SWAPPED,
  /** One digit wrong. */
  BIRTH_DIGIT_WRONG,
  /** A year too early or too late. */
  BIRTH_YEAR_OFF_BY_ONE,
  /** Ten years too early or too late. */
  BIRTH_DECADE_OFF,
  /** A date written as 1990-03-07 or 7/3/1990 or 07031990 among those as 07/03/1990. */
  BIRTH_OTHER_FORM,
  /** No sex. */
  SEX_MISSING,
  /** The other sex. */
  SEX_WRONG,
  /** No national id. */
  NATIONAL_ID_MISSING,
  /** The old 9-digit number (of those who ever had one). */
  NATIONAL_ID_OLD,
  /** Leading zeros eaten by a spreadsheet. */
  NATIONAL_ID_ZERO_LOST,
  /** One digit wrong. */
  NATIONAL_ID_DIGIT_WRONG,
  /** The id of the spouse or another member of the household. */
  NATIONAL_ID_OF_RELATIVE,
  /** Exchanged with the tax code (tax and business) or the insurance number. */
  NATIONAL_ID_IN_OTHER_COLUMN,
  /** No tax code. */
  TAX_CODE_MISSING,
  /** The 12-digit national id as tax code as since July 2025. */
  TAX_CODE_IS_NATIONAL_ID,
  /** One digit wrong so that the check digit fails. */
  TAX_CODE_DIGIT_WRONG,
  /** No insurance number. */
  INSURANCE_NO_MISSING,
  /** No phone. */
  PHONE_MISSING,
  /** 11 digits as before September 2018 (of the prefixes that changed). */
  PHONE_OLD_PREFIX,
  /** +84 for the leading zero. */
  PHONE_COUNTRY_CODE,
  /** Spaces or dots between groups of digits. */
  PHONE_SPACED,
  /** The phone of another member of the household. */
  PHONE_OF_RELATIVE,
  /** Exchanged with the tax code (tax and business) or the insurance number. */
  PHONE_IN_OTHER_COLUMN,
  /** The commune of a former home (never in all of a person's records). */
  PLACE_BEFORE_MOVE,
  /** The commune as it was named before 1 July 2025. */
  PLACE_OLD_NAME,
  /** An old commune without its district. */
  PLACE_DISTRICT_MISSING,
  /** The commune's name without xã or phường or thị trấn. */
  PLACE_TYPE_MISSING,
  /** The type as P. or X. or TT. and the district as H. or TP.. */
  PLACE_ABBREVIATED,
  /** Commune and district without diacritics. */
  PLACE_NO_DIACRITICS,
  /** The tone mark on the other vowel where two places are in use. */
  PLACE_TONE_PLACEMENT,
  /** Commune columns empty and the commune inside the address. */
  PLACE_ONLY_IN_ADDRESS,
  /** No commune anywhere. */
  PLACE_NOT_STATED,
  /** No address (unless the commune stands in it). */
  ADDRESS_MISSING,
  /** No ethnic group. */
  ETHNICITY_MISSING,
  /** A closed or paused record still as active or the reverse. */
  STATUS_STALE,
  /** No annual revenue or no months paid. */
  AMOUNT_MISSING;

  /** The name in the table of rates. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
