package org.baophu.standard;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.baophu.reference.ReferenceTable;
import org.baophu.reference.ReferenceTable.Entry;

/**
 * The regions of the province: the eleven districts of before 1 July 2025, which the office's
 * branches still go by. A commune of today belongs to that in which most of the communes lay that
 * it was made of; of two with as many, to the one with the smaller code.
 */
public final class Regions {
  private final Map<String, String> byCommune;

  private Regions(Map<String, String> byCommune) {
    this.byCommune = byCommune;
  }

  /** For the communes as they stand on a date. */
  public static Regions on(LocalDate date) {
    return new Regions(date.isBefore(CommuneHistory.REFORM) ? before() : since());
  }

  /** The name of a commune's region, such as {@code Huyện Cao Lộc}; empty if it is unknown. */
  public String of(String communeCode) {
    return byCommune.getOrDefault(communeCode, "");
  }

  private static Map<String, String> before() {
    Map<String, String> regions = new HashMap<>();
    for (Entry old : ReferenceTable.read("old_communes")) {
      regions.put(old.get("code"), old.get("district_name"));
    }
    return regions;
  }

  private static Map<String, String> since() {
    Map<String, String> names = new HashMap<>();
    Map<String, Map<String, Integer>> parts = new HashMap<>();
    for (Entry part : ReferenceTable.read("commune_mapping")) {
      names.put(part.get("old_district_code"), part.get("old_district_name"));
      parts
          .computeIfAbsent(part.get("new_code"), c -> new TreeMap<>())
          .merge(part.get("old_district_code"), 1, Integer::sum);
    }
    Map<String, String> regions = new HashMap<>();
    parts.forEach(
        (commune, districts) ->
            districts.entrySet().stream()
                // Of equals the first, which has the smaller code.
                .max(
                    Comparator.comparing((Map.Entry<String, Integer> d) -> d.getValue())
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .ifPresent(d -> regions.put(commune, names.getOrDefault(d.getKey(), ""))));
    return regions;
  }
}
