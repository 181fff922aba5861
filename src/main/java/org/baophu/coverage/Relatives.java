package org.baophu.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.baophu.coverage.Evidence.Detailed;
import org.baophu.standard.Details.Insurance;
import org.baophu.standard.Details.Poverty;
import org.baophu.standard.StandardRecord;
import org.baophu.standard.Vietnamese;

/**
 * Who shares a household with somebody insured, as far as records tell; three signs, the surest
 * first:
 *
 * <ul>
 *   <li>household: the same household code in the poverty list: sure;
 *   <li>phone: the same phone number: nearly sure, phones are shared in families and seldom beyond;
 *   <li>address: the same commune, the same address with a house number and the same surname:
 *       likely, not sure.
 * </ul>
 *
 * <p>A village alone is no household, so an address without a number is no sign. A sign that more
 * than {@value #MOST_INSURED} insured share is none (an office's phone, a hostel). Whoever bears
 * the same name as the insured is left out: that may be the person's own record, not recognised.
 *
 * <p>Immutable once made; a collector's talk rests on it, nothing else.
 */
public final class Relatives {
  private static final int MOST_INSURED = 8;

  private final Map<String, List<Kin>> insured = new HashMap<>();

  /** Somebody insured, by one of their records. */
  private record Kin(String personId, String name, String record) {}

  /** What somebody insured and a person share, and a record in force of the insured. */
  record Relation(Sign sign, String insured) {}

  /** What is shared, the surest first. */
  enum Sign {
    HOUSEHOLD,
    PHONE,
    ADDRESS
  }

  private Relatives() {}

  /** Nobody is known to be related. */
  public static Relatives none() {
    return new Relatives();
  }

  /**
   * Learns who is insured and where.
   *
   * @param files all persons, in an order that does not depend on the number of threads
   */
  public static Relatives of(List<PersonFile> files) {
    Relatives relatives = new Relatives();
    for (PersonFile file : files) {
      relatives.add(file);
    }
    return relatives;
  }

  private void add(PersonFile file) {
    Evidence evidence = new Evidence(file);
    Optional<Detailed<Insurance>> inForce =
        evidence.list(Insurance.class).stream()
            .filter(insurance -> Insured.isInForce(insurance.details()))
            .findFirst();
    if (inForce.isPresent()) {
      StandardRecord record = inForce.get().record();
      Kin kin = new Kin(file.person().id(), record.name().text(), record.key().toString());
      for (String key : keys(file).keySet()) {
        List<Kin> sharing = insured.computeIfAbsent(key, k -> new ArrayList<>(1));
        // One more than may be, so that it is seen.
        if (sharing.size() <= MOST_INSURED) {
          sharing.add(kin);
        }
      }
    }
  }

  /** The surest relation to somebody insured; empty if none is known. */
  Optional<Relation> find(PersonFile file) {
    Relation surest = null;
    for (Map.Entry<String, Sign> key : keys(file).entrySet()) {
      Optional<Kin> kin = other(file, insured.getOrDefault(key.getKey(), List.of()));
      if (kin.isPresent() && (surest == null || key.getValue().compareTo(surest.sign()) < 0)) {
        surest = new Relation(key.getValue(), kin.get().record());
      }
    }
    return Optional.ofNullable(surest);
  }

  private static Optional<Kin> other(PersonFile file, List<Kin> sharing) {
    if (sharing.size() > MOST_INSURED) {
      return Optional.empty();
    }
    return sharing.stream()
        .filter(kin -> !kin.personId().equals(file.person().id()))
        .filter(
            kin -> file.records().stream().noneMatch(r -> isSameName(r.name().text(), kin.name())))
        .min(Comparator.comparing(Kin::record));
  }

  private static boolean isSameName(String a, String b) {
    return Vietnamese.fold(a).equals(Vietnamese.fold(b));
  }

  /** What a person's records say of their household. */
  private static Map<String, Sign> keys(PersonFile file) {
    Map<String, Sign> keys = new TreeMap<>();
    for (StandardRecord record : file.records()) {
      if (record.details() instanceof Poverty poverty && !poverty.householdCode().isEmpty()) {
        keys.put("h:" + poverty.householdCode(), Sign.HOUSEHOLD);
      }
      String phone = record.ids().phone();
      if (phone != null) {
        keys.put("p:" + phone, Sign.PHONE);
      }
      if (record.commune().isKnown() && hasNumber(record.address())) {
        String surname = record.name().text().split(" ", 2)[0].toLowerCase(Locale.ROOT);
        String first = Vietnamese.fold(record.address().split(",", 2)[0]);
        keys.put("a:" + record.commune().code() + ":" + first + ":" + surname, Sign.ADDRESS);
      }
    }
    return keys;
  }

  /** Whether the first part of an address tells one house: {@code Số 193 đường Bà Triệu}. */
  private static boolean hasNumber(String address) {
    String first = Vietnamese.fold(address.split(",", 2)[0]);
    return first.matches("(so |so nha )?\\d+\\S* (duong|pho|ngo) .+");
  }
}
