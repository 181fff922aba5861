package org.baophu.standard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.baophu.standard.CommuneMatch.Basis;
import org.baophu.standard.PlaceName.PlaceWord;
import org.baophu.standard.PlaceName.Type;
import org.baophu.standard.Places.Scope;

/**
 * Decides which commune the columns and the address of a record name.
 *
 * <p>The columns come first; the address fills what they leave open. See {@link CommuneRegister}
 * for how names are read.
 */
final class CommuneFinder {
  private static final int CODE_LENGTH = 5;
  private static final int MEMO_LIMIT = 100_000;

  private final CommuneIndex index;
  private final AddressReader addressReader;
  private final Map<String, Set<String>> codesByAnyCode;
  private final Map<List<String>, Columns> memo = new ConcurrentHashMap<>();

  CommuneFinder(CommuneHistory history) {
    this.index = new CommuneIndex(history.units());
    this.addressReader = new AddressReader(index);
    this.codesByAnyCode = Map.copyOf(history.codesByAnyCode());
  }

  /** What a name may be today; one code is a decision, and otherwise the basis says why not. */
  private record Candidates(Set<String> codes, Basis why, String bearer) {
    static Candidates none(Basis why) {
      return new Candidates(Set.of(), why, "");
    }

    boolean isDecided() {
      return codes.size() == 1;
    }

    CommuneMatch match(Basis how) {
      return isDecided()
          ? CommuneMatch.of(codes.iterator().next(), how)
          : new CommuneMatch("", why, codes.stream().sorted().toList(), bearer);
    }
  }

  /** What the columns of a record name, and what that may be today. */
  private record Columns(Places places, Candidates candidates) {}

  CommuneMatch find(String commune, String district, String province, String address) {
    Columns columns = columns(commune, district, province);
    Candidates found = columns.candidates;
    if (found.isDecided() || found.why == Basis.ELSEWHERE || address.isBlank()) {
      return found.match(Basis.COLUMN);
    }
    return withAddress(columns.places, found, addressReader.read(address));
  }

  /** What the columns say; the same few texts come with nearly every record. */
  private Columns columns(String commune, String district, String province) {
    List<String> key = List.of(commune, district, province);
    Columns known = memo.get(key);
    if (known != null) {
      return known;
    }
    Places places = places(stated(commune), stated(district), stated(province));
    Columns columns =
        new Columns(places, isCode(commune) ? byCode(commune.strip()) : candidates(places));
    if (memo.size() < MEMO_LIMIT) {
      memo.put(key, columns);
    }
    return columns;
  }

  private static String stated(String text) {
    return Missing.isMissing(text) ? "" : text;
  }

  /** What the address adds to columns that decide nothing by themselves. */
  private CommuneMatch withAddress(Places columns, Candidates byColumns, Places address) {
    Places completed =
        address.district().isEmpty() ? address.inDistrict(columns.district()) : address;
    Candidates byAddress = candidates(completed);
    if (!columns.namesCommune() && byColumns.codes.isEmpty()) {
      return byAddress.match(Basis.ADDRESS);
    }
    if (columns.district().isEmpty() && !address.district().isEmpty()) {
      Candidates byBoth = candidates(columns.inDistrict(address.district()));
      if (byBoth.isDecided()) {
        return byBoth.match(Basis.ADDRESS);
      }
    }
    boolean agrees = byColumns.codes.isEmpty() || byColumns.codes.containsAll(byAddress.codes);
    return byAddress.isDecided() && agrees
        ? byAddress.match(Basis.ADDRESS)
        : byColumns.match(Basis.COLUMN);
  }

  private Places places(String commune, String district, String province) {
    PlaceName provinceName = index.read(province);
    if (index.isOtherProvince(provinceName)) {
      return Places.elsewhere();
    }
    List<List<PlaceWord>> cut = PlaceText.cut(commune);
    Places places =
        cut.size() > 1
            ? addressReader.read(commune)
            : Places.NONE.withCommune(index.read(PlaceWord.split(commune)));
    return withDistrict(places, district, index.isThisProvince(provinceName));
  }

  private Places withDistrict(Places places, String district, boolean provinceStated) {
    List<List<PlaceWord>> cut = PlaceText.cut(district);
    PlaceName name = cut.isEmpty() ? Places.NONE.commune() : index.read(cut.get(0));
    if (name.folded().chars().noneMatch(Character::isLetter)) {
      return places;
    }
    boolean province =
        name.type() == Type.PROVINCE
            || name.type() == Type.UNSTATED && !provinceStated && cut.size() == 1;
    if (province && index.isThisProvince(name)) {
      return places;
    }
    return index
        .findDistrict(name)
        .map(places::inDistrict)
        .orElseGet(() -> index.isOtherProvince(name) ? Places.elsewhere() : places.strange());
  }

  private static boolean isCode(String commune) {
    String text = commune.strip();
    return (text.length() == CODE_LENGTH || text.length() == CODE_LENGTH - 1)
        && IdentifierForms.isDigits(text);
  }

  /** A code counts for every commune that ever had it, since codes are reused. */
  private Candidates byCode(String text) {
    String code = "0".repeat(CODE_LENGTH - text.length()) + text;
    Set<String> codes = codesByAnyCode.getOrDefault(code, Set.of());
    return new Candidates(codes, codes.isEmpty() ? Basis.UNRECOGNISED : Basis.AMBIGUOUS, "");
  }

  private Candidates candidates(Places places) {
    if (places.scope() == Scope.ELSEWHERE) {
      return Candidates.none(Basis.ELSEWHERE);
    }
    if (!places.namesCommune()) {
      return Candidates.none(Basis.NOT_STATED);
    }
    if (places.scope() == Scope.STRANGE_DISTRICT) {
      return Candidates.none(Basis.UNRECOGNISED);
    }
    return places.district().isEmpty() ? anywhere(places) : inDistrict(places);
  }

  private Candidates anywhere(Places places) {
    PlaceName name = places.commune();
    List<NamedUnit> named = index.named(name);
    List<NamedUnit> units = named.isEmpty() ? index.nearly(name) : named;
    return of(CommuneIndex.withType(units, name.type()));
  }

  /** The old communes of the district first, then today's that took it over, then slips. */
  private Candidates inDistrict(Places places) {
    PlaceName name = places.commune();
    List<NamedUnit> named = index.named(name);
    List<NamedUnit> typed = CommuneIndex.withType(named, name.type());
    List<NamedUnit> fitting = fitting(typed, places.district());
    if (fitting.isEmpty()) {
      fitting = fitting(named, places.district());
    }
    if (fitting.isEmpty()) {
      fitting = fitting(index.nearly(name), places.district());
    }
    return fitting.isEmpty() && !named.isEmpty() ? Candidates.none(Basis.AMBIGUOUS) : of(fitting);
  }

  private static List<NamedUnit> fitting(List<NamedUnit> units, String district) {
    List<NamedUnit> old = CommuneIndex.ofDistrict(units, district);
    return old.isEmpty() ? CommuneIndex.formerlyOf(units, district) : old;
  }

  private static Candidates of(List<NamedUnit> units) {
    Set<String> codes = new TreeSet<>();
    units.forEach(u -> codes.addAll(u.codes()));
    boolean split = units.stream().anyMatch(u -> u.isSplit() && u.codes().containsAll(codes));
    Basis why = codes.isEmpty() ? Basis.UNRECOGNISED : split ? Basis.SPLIT : Basis.AMBIGUOUS;
    return new Candidates(codes, why, codes.size() < 2 ? "" : bearer(units));
  }

  /** The one commune that has the name on the register's date, if there is exactly one. */
  private static String bearer(List<NamedUnit> units) {
    Set<String> current = new TreeSet<>();
    units.stream().filter(NamedUnit::current).forEach(u -> current.addAll(u.codes()));
    return current.size() == 1 ? current.iterator().next() : "";
  }
}
