package org.baophu.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.baophu.generate.Places.NewCommune;
import org.baophu.generate.Places.OldCommune;
import org.baophu.reference.ReferenceTable;
import org.baophu.reference.ReferenceTable.Entry;

/**
 * Which communes of today a written name can mean: by today's names, those before July 2025, and
 * those that were given up in 2019 and 2024.
 */
final class NamesakeCommunes {
  private final Map<String, Set<String>> codesByName = new HashMap<>();

  NamesakeCommunes(List<NewCommune> communes) {
    for (NewCommune commune : communes) {
      add(commune.name(), commune.type(), "", List.of(commune.code()));
      for (OldCommune former : commune.former()) {
        add(former.name(), former.type(), former.district(), former.newCodes());
      }
    }
    for (Entry row : ReferenceTable.read("commune_retired_names")) {
      String fullName = row.get("retired_full_name");
      String type = Places.typeOf(fullName);
      String name = fullName.substring(type.length() + 1);
      add(name, type, row.get("district_name"), List.of(row.get("new_code_2025_07")));
    }
  }

  private void add(String name, String type, String district, List<String> codes) {
    for (boolean plain : List.of(false, true)) {
      for (String statedType : List.of("", type)) {
        put(key(name, statedType, "", plain), codes);
        if (!district.isEmpty()) {
          put(key(name, statedType, district, plain), codes);
        }
      }
    }
  }

  private void put(String key, List<String> codes) {
    codesByName.computeIfAbsent(key, k -> new TreeSet<>()).addAll(codes);
  }

  private static String key(String name, String type, String district, boolean plain) {
    String text = (type + "|" + name + "|" + district).toLowerCase(Locale.ROOT);
    return plain ? Spelling.withoutDiacritics(text) : "=" + text;
  }

  /**
   * Whether a name means one commune of today only.
   *
   * @param type as stated, empty where it is not
   * @param district as stated, empty where it is not
   * @param plain whether it is written without diacritics
   */
  boolean means(String name, String type, String district, boolean plain) {
    return codesByName.getOrDefault(key(name, type, district, plain), Set.of()).size() == 1;
  }
}
