package org.baophu.generate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.baophu.person.Sex;
import org.baophu.reference.ReferenceTable;
import org.baophu.reference.ReferenceTable.Entry;

/**
 * Names by people and sex. The Kinh have the frequencies of the shipped name samples; the surnames
 * of the other peoples are sharpened by hand around those that are known to be borne (no
 * frequencies are published).
 */
final class NamePool {
  private static final String KINH = "Kinh";

  /** Surnames rarer than this in the sample of 40,000 are left to larger places. */
  private static final int LEAST_COUNT = 4;

  private static final double OLD_STYLE_MIDDLE = 0.45;
  private static final double OLD_STYLE_MIDDLE_KINH = 0.25;

  private final Map<String, Weighted<String>> peoplesByDistrict = new LinkedHashMap<>();
  private final Map<String, Weighted<String>> surnames = new LinkedHashMap<>();
  private final Weighted<String> maleMiddles = new Weighted<>();
  private final Weighted<String> femaleMiddles = new Weighted<>();
  private final Weighted<String> maleGivens = new Weighted<>();
  private final Weighted<String> femaleGivens = new Weighted<>();

  NamePool() {
    for (Entry row : Resources.read("peoples.csv")) {
      Weighted<String> shares = new Weighted<>();
      row.cells().keySet().stream()
          .filter(column -> !column.equals("district"))
          .sorted()
          .forEach(people -> shares.add(people, Double.parseDouble(row.get(people))));
      peoplesByDistrict.put(row.get("district"), shares);
    }
    for (Entry row : Resources.read("surnames_by_people.csv")) {
      surnames
          .computeIfAbsent(row.get("people"), p -> new Weighted<>())
          .add(row.get("surname"), Double.parseDouble(row.get("weight")));
    }
    for (Entry row : ReferenceTable.read("surnames")) {
      int count = Integer.parseInt(row.get("count_sample_a"));
      if (count >= LEAST_COUNT) {
        surnames.computeIfAbsent(KINH, p -> new Weighted<>()).add(row.get("surname"), count);
      }
    }
    fill("middle_names", "middle_name", maleMiddles, femaleMiddles);
    fill("given_names", "given_name", maleGivens, femaleGivens);
  }

  private static void fill(
      String table, String column, Weighted<String> males, Weighted<String> females) {
    for (Entry row : ReferenceTable.read(table)) {
      males.add(row.get(column), Double.parseDouble(row.get("count_male")));
      females.add(row.get(column), Double.parseDouble(row.get("count_female")));
    }
  }

  String people(String district, Dice dice) {
    Weighted<String> shares = peoplesByDistrict.get(district);
    if (shares == null) {
      throw new IllegalStateException("peoples.csv has no row for " + district);
    }
    return shares.pick(dice);
  }

  String surname(String people, Dice dice) {
    Weighted<String> ofPeople = surnames.get(people);
    if (ofPeople == null) {
      throw new IllegalStateException("surnames_by_people.csv has no row for " + people);
    }
    return ofPeople.pick(dice);
  }

  String middle(String people, Sex sex, Dice dice) {
    double oldStyle = people.equals(KINH) ? OLD_STYLE_MIDDLE_KINH : OLD_STYLE_MIDDLE;
    if (dice.chance(oldStyle)) {
      return sex == Sex.MALE ? "Văn" : "Thị";
    }
    return (sex == Sex.MALE ? maleMiddles : femaleMiddles).pick(dice);
  }

  String given(Sex sex, Dice dice) {
    return (sex == Sex.MALE ? maleGivens : femaleGivens).pick(dice);
  }

  FullName name(String people, Sex sex, Dice dice) {
    return new FullName(surname(people, dice), middle(people, sex, dice), given(sex, dice));
  }
}
