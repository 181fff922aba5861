package org.baophu.standard;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baophu.reference.ReferenceTable;
import org.baophu.standard.PlaceName.PlaceWord;
import org.baophu.standard.PlaceName.Type;

/** Names of communes, districts and provinces, found by their spelling. */
final class CommuneIndex {
  static final String PROVINCE = "lang son";

  /** Shorter names have too many neighbours one letter away. */
  private static final int SHORTEST_WITH_SLIP = 5;

  private final List<NamedUnit> units;
  private final Map<String, List<NamedUnit>> byExact;
  private final Map<String, List<NamedUnit>> byFolded;
  private final Set<String> districts;
  private final Set<String> otherProvinces;

  CommuneIndex(List<NamedUnit> units) {
    this.units = List.copyOf(units);
    this.byExact = units.stream().collect(Collectors.groupingBy(u -> u.name().exact()));
    this.byFolded = units.stream().collect(Collectors.groupingBy(u -> u.name().folded()));
    this.districts =
        units.stream()
            .map(NamedUnit::district)
            .filter(d -> !d.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    this.otherProvinces = otherProvinces();
  }

  private static Set<String> otherProvinces() {
    Set<String> names = new LinkedHashSet<>(Set.of("hcm", "tphcm", "sai gon", "hue", "vung tau"));
    for (ReferenceTable.Entry entry : ReferenceTable.read("provinces")) {
      names.add(Vietnamese.fold(entry.get("old_name")));
      names.add(Vietnamese.fold(entry.get("new_name_2025")));
    }
    names.remove(PROVINCE);
    return Set.copyOf(names);
  }

  /** The name that words make; words that are a commune's name whole are never cut. */
  PlaceName read(List<PlaceWord> words) {
    PlaceName whole = PlaceName.named(Type.UNSTATED, words);
    boolean known = byFolded.containsKey(whole.folded()) || districts.contains(whole.folded());
    return known ? whole : PlaceName.of(words);
  }

  PlaceName read(String text) {
    return read(PlaceWord.split(text));
  }

  /** The communes of that name: with its diacritics if it has any that are right, else without. */
  List<NamedUnit> named(PlaceName name) {
    List<NamedUnit> exact = name.hasDiacritics() ? byExact.get(name.exact()) : null;
    return exact != null ? exact : byFolded.getOrDefault(name.folded(), List.of());
  }

  boolean isCommune(PlaceName name) {
    return byFolded.containsKey(name.folded());
  }

  boolean isDistrict(PlaceName name) {
    return districts.contains(name.folded());
  }

  /** Whether the name is that of any commune, district or province. */
  boolean isKnown(PlaceName name) {
    return isCommune(name)
        || isDistrict(name)
        || name.folded().equals(PROVINCE)
        || isOtherProvince(name);
  }

  /**
   * The communes whose name is one slip away. Diacritics do not choose between them: a lost letter
   * moves the tone mark, and then another name can look nearer.
   */
  List<NamedUnit> nearly(PlaceName name) {
    if (name.folded().length() < SHORTEST_WITH_SLIP) {
      return List.of();
    }
    return units.stream().filter(u -> OneEdit.within(u.name().folded(), name.folded())).toList();
  }

  /** The folded name of the district meant, a slip allowed where only one is that near. */
  Optional<String> findDistrict(PlaceName name) {
    if (districts.contains(name.folded())) {
      return Optional.of(name.folded());
    }
    List<String> near =
        districts.stream()
            .filter(d -> name.folded().length() >= SHORTEST_WITH_SLIP)
            .filter(d -> OneEdit.within(d, name.folded()))
            .toList();
    return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
  }

  boolean isThisProvince(PlaceName name) {
    return OneEdit.within(PROVINCE, name.folded()) || name.folded().equals("ls");
  }

  boolean isOtherProvince(PlaceName name) {
    return otherProvinces.contains(name.folded());
  }

  /** Those of the stated type, or all where none is. */
  static List<NamedUnit> withType(List<NamedUnit> units, Type type) {
    List<NamedUnit> typed = units.stream().filter(u -> u.name().type() == type).toList();
    return typed.isEmpty() ? units : typed;
  }

  static List<NamedUnit> ofDistrict(List<NamedUnit> units, String district) {
    return units.stream().filter(u -> u.district().equals(district)).toList();
  }

  /** Communes without districts that took over parts of the district. */
  static List<NamedUnit> formerlyOf(List<NamedUnit> units, String district) {
    return units.stream().filter(u -> u.formerDistricts().contains(district)).toList();
  }
}
