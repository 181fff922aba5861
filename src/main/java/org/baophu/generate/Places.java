package org.baophu.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baophu.reference.ReferenceTable;
import org.baophu.reference.ReferenceTable.Entry;

/** The communes of Lạng Sơn, today's and those before 1 July 2025, and homes in them. */
final class Places {
  private static final int VILLAGES_PER_OLD_COMMUNE = 9;
  private static final double SHARE_NEIGHBOUR_MOVES = 0.6;

  private final List<NewCommune> communes;
  private final Weighted<NewCommune> byPopulation = new Weighted<>();
  private final List<String> villageFirsts;
  private final List<String> villageSeconds;
  private final List<String> streets;

  /** A commune of today; its index is its place in the list of communes. */
  record NewCommune(
      int index,
      String code,
      String fullName,
      String type,
      String name,
      int population,
      List<OldCommune> former) {
    boolean isUrban() {
      return type.equals("phường");
    }
  }

  /** A commune as it was until 30 June 2025, with all communes of today that hold parts of it. */
  record OldCommune(
      String code,
      String fullName,
      String type,
      String name,
      String district,
      List<String> newCodes) {}

  /** Where somebody lives: a commune, which commune that was before, and village or street. */
  record Home(NewCommune commune, OldCommune former, String line) {}

  Places() {
    Map<String, List<Entry>> mapping = new LinkedHashMap<>();
    Map<String, List<String>> newCodes = new LinkedHashMap<>();
    for (Entry row : ReferenceTable.read("commune_mapping")) {
      mapping.computeIfAbsent(row.get("new_code"), c -> new ArrayList<>()).add(row);
      newCodes
          .computeIfAbsent(row.get("old_code"), c -> new ArrayList<>())
          .add(row.get("new_code"));
    }
    List<NewCommune> all = new ArrayList<>();
    for (Entry row : ReferenceTable.read("new_communes")) {
      List<OldCommune> former =
          mapping.getOrDefault(row.get("code"), List.of()).stream()
              .map(m -> oldCommune(m, newCodes.getOrDefault(m.get("old_code"), List.of())))
              .toList();
      all.add(
          new NewCommune(
              all.size(),
              row.get("code"),
              row.get("full_name"),
              row.get("type"),
              row.get("name"),
              Integer.parseInt(row.get("population")),
              former));
    }
    communes = List.copyOf(all);
    communes.forEach(c -> byPopulation.add(c, c.population()));
    villageFirsts = words("first");
    villageSeconds = words("second");
    streets = words("street");
  }

  private static OldCommune oldCommune(Entry row, List<String> newCodes) {
    String fullName = row.get("old_full_name");
    String type = typeOf(fullName);
    return new OldCommune(
        row.get("old_code"),
        fullName,
        type,
        fullName.substring(type.length() + 1),
        row.get("old_district_name"),
        List.copyOf(newCodes));
  }

  /** The type at the beginning of a commune's full name. */
  static String typeOf(String fullName) {
    return fullName.startsWith("Thị trấn")
        ? "Thị trấn"
        : fullName.substring(0, fullName.indexOf(' '));
  }

  private static List<String> words(String part) {
    return Resources.read("village_words.csv").stream()
        .filter(row -> row.get("part").equals(part))
        .map(row -> row.get("word"))
        .toList();
  }

  List<NewCommune> communes() {
    return communes;
  }

  /** A home anywhere in the province, where most people live the most likely. */
  Home home(Dice dice) {
    return homeIn(byPopulation.pick(dice), dice);
  }

  /** A home in another commune than a given home, more often than not in the same old district. */
  Home homeElsewhere(Home home, Dice dice) {
    boolean near = dice.chance(SHARE_NEIGHBOUR_MOVES);
    for (int attempt = 0; attempt < 200; attempt++) {
      Home other = home(dice);
      boolean sameDistrict = other.former().district().equals(home.former().district());
      if (other.commune() != home.commune() && (!near || sameDistrict)) {
        return other;
      }
    }
    return homeIn(communes.get((home.commune().index() + 1) % communes.size()), dice);
  }

  private Home homeIn(NewCommune commune, Dice dice) {
    OldCommune former = dice.pick(commune.former());
    String line =
        former.type().equals("Xã")
            ? "Thôn " + village(former, dice.below(VILLAGES_PER_OLD_COMMUNE))
            : "Số " + dice.between(1, 199) + " đường " + dice.pick(streets);
    return new Home(commune, former, line);
  }

  /** The same villages lie in a commune whatever the seed. */
  private String village(OldCommune commune, int number) {
    Dice dice = new Dice(Long.parseLong(commune.code()), number);
    return dice.pick(villageFirsts) + " " + dice.pick(villageSeconds);
  }
}
