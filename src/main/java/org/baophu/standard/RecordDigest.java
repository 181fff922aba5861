package org.baophu.standard;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.baophu.standard.Details.Business;
import org.baophu.standard.Details.Insurance;
import org.baophu.standard.Details.Poverty;
import org.baophu.standard.Details.Tax;
import org.jspecify.annotations.Nullable;

/**
 * What a record says, in a form in which a later night can tell whether it says the same, and if
 * not, what is different, without keeping the words themselves.
 *
 * <p>Names, dates, numbers and addresses are kept as hashes (FNV-1a of 64 bits, G. Fowler, L. C.
 * Noll and P. Vo, with a final mix); the commune's code and the {@linkplain #state() state} are
 * kept as they are, since they are what a change is told with. A hash of a birth date can be found
 * by trying all dates: what is kept is pseudonymous, not anonymous.
 *
 * <p>Neither the record's key nor the file and row it stood in count.
 *
 * @param content over everything the record says; equal as long as it says the same
 * @param aspects a hash of 32 bits in hexadecimal for each {@link Aspect} that is hashed, in their
 *     order
 * @param communeCode the commune it names on the run's date, or empty
 * @param state what it says about living, insurance or poverty, as codes: {@code salary/active},
 *     {@code declaration/suspended}, {@code compulsory/paused}, {@code poor/2026-01-01/2026-12-31}
 */
public record RecordDigest(long content, String aspects, String communeCode, String state) {
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final char BORDER = '\uffff';
  private static final int HEX_DIGITS = 8;

  /** What can be different between two nights. */
  public enum Aspect {
    NAME,
    BIRTH_DATE,
    SEX,
    /** The identifiers. */
    IDS,
    PHONE,
    ADDRESS,
    ETHNICITY,
    /** Whatever else only this register records: months paid, revenue, days. */
    OTHER,
    /** The commune, on which the run's date has its say too. */
    COMMUNE,
    /** What decides about living, insurance and poverty. */
    STATE;

    /** As it stands in the keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How many aspects are hashed: the first ones. */
  private static final int HASHED = Aspect.OTHER.ordinal() + 1;

  /** A record's digest. */
  public static RecordDigest of(StandardRecord record) {
    StringBuilder hex = new StringBuilder(HASHED * HEX_DIGITS);
    for (String said : said(record)) {
      hex.append(HexFormat.of().toHexDigits((int) hash(said)));
    }
    return new RecordDigest(
        content(record), hex.toString(), record.commune().code(), state(record.details()));
  }

  /** {@link #content()} alone, which costs less. */
  public static long content(StandardRecord record) {
    String[] said = said(record);
    String[] all = Arrays.copyOf(said, said.length + 3);
    all[said.length] = record.commune().code();
    all[said.length + 1] = String.join(";", record.commune().candidates());
    all[said.length + 2] = state(record.details());
    return hash(all);
  }

  /** What is different from an earlier digest of the record. */
  public Set<Aspect> differencesFrom(RecordDigest before) {
    Set<Aspect> different = EnumSet.noneOf(Aspect.class);
    for (int i = 0; i < HASHED; i++) {
      int at = i * HEX_DIGITS;
      if (!aspects.regionMatches(at, before.aspects, at, HEX_DIGITS)) {
        different.add(Aspect.values()[i]);
      }
    }
    if (!communeCode.equals(before.communeCode)) {
      different.add(Aspect.COMMUNE);
    }
    if (!state.equals(before.state)) {
      different.add(Aspect.STATE);
    }
    return Collections.unmodifiableSet(different);
  }

  /**
   * A 64-bit hash over texts and their borders, the same in every process. It is made to tell
   * differences, not to withstand anyone who looks for equal hashes.
   */
  public static long hash(String... texts) {
    long hash = FNV_BASIS;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * FNV_PRIME;
      }
      hash = (hash ^ BORDER) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    return hash ^ (hash >>> 29);
  }

  /** The texts that are hashed, by aspect. */
  private static String[] said(StandardRecord record) {
    StandardRecord.Ids ids = record.ids();
    return new String[] {
      record.name().text(),
      record.birthDate().toString(),
      record.sex().code(),
      text(ids.nationalId())
          + '/'
          + text(ids.oldNationalId())
          + '/'
          + text(ids.taxCode())
          + '/'
          + text(ids.insuranceNumber()),
      text(ids.phone()),
      record.address(),
      record.ethnicity(),
      other(record.details())
    };
  }

  private static String other(Details details) {
    if (details instanceof Tax tax) {
      return text(tax.updatedOn());
    }
    if (details instanceof Business business) {
      return String.join(
          "/",
          business.businessCode(),
          business.businessName(),
          business.industryCode(),
          Long.toString(business.annualRevenueVnd()),
          text(business.registeredOn()));
    }
    if (details instanceof Insurance insurance) {
      return insurance.monthsPaid() + "/" + text(insurance.paidUntil());
    }
    return ((Poverty) details).householdCode();
  }

  private static String state(Details details) {
    if (details instanceof Tax tax) {
      return code(tax.incomeKind()) + (tax.active() ? "/active" : "/closed");
    }
    if (details instanceof Business business) {
      return code(business.taxMethod()) + '/' + code(business.status());
    }
    if (details instanceof Insurance insurance) {
      return code(insurance.scheme()) + '/' + code(insurance.status());
    }
    Poverty poverty = (Poverty) details;
    return code(poverty.classification())
        + '/'
        + text(poverty.validFrom())
        + '/'
        + text(poverty.validTo());
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
