package org.baophu.generate;

import java.time.LocalDate;
import java.util.List;
import org.baophu.generate.Places.Home;
import org.baophu.person.Sex;

/**
 * A person as they really are.
 *
 * @param number 1 and up; the truth calls the person by it
 * @param otherGiven another given name they go by
 * @param people the ethnic group
 * @param formerHome where they lived before
 * @param oldNationalId 9 digits, or empty for those too young to have had one
 * @param taxCode their own 10-digit tax code
 * @param entries what the registers should say of them
 */
record Citizen(
    int number,
    FullName name,
    String otherGiven,
    LocalDate birth,
    Sex sex,
    String people,
    Home home,
    Home formerHome,
    String nationalId,
    String oldNationalId,
    String phone,
    String taxCode,
    List<Entry> entries) {
  Citizen {
    entries = List.copyOf(entries);
  }
}
