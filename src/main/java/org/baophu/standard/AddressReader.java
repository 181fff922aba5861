package org.baophu.standard;

import java.util.ArrayList;
import java.util.List;
import org.baophu.standard.PlaceName.PlaceWord;
import org.baophu.standard.PlaceName.Type;

/**
 * Finds commune, district and province in an address text, from its end, where the largest stands.
 *
 * <p>A commune is one that is called so ({@code xã}, {@code phường}), or one without a type that
 * stands directly before the district or province. It is never looked for in the names of streets
 * and villages, which are often those of communes.
 */
final class AddressReader {
  private final CommuneIndex index;

  AddressReader(CommuneIndex index) {
    this.index = index;
  }

  Places read(String address) {
    List<PlaceName> places = names(address);
    if (!places.isEmpty() && isCountry(places.get(places.size() - 1))) {
      places.remove(places.size() - 1);
    }
    return places.isEmpty() ? Places.NONE : fromProvince(places, places.size() - 1);
  }

  private static boolean isCountry(PlaceName name) {
    return name.folded().equals("viet nam") || name.folded().equals("vn");
  }

  private List<PlaceName> names(String address) {
    List<PlaceName> names = new ArrayList<>();
    for (List<PlaceWord> words : PlaceText.cut(address)) {
      addNames(words, names, false);
    }
    return names;
  }

  /**
   * One name, or several where a known name and more words follow a type without a comma.
   *
   * @param rest whether these words are what was left behind such a name
   */
  private void addNames(List<PlaceWord> words, List<PlaceName> names, boolean rest) {
    PlaceName name = index.read(words);
    int typeWords = name.type().wordsAt(words, 0);
    if ((rest || typeWords > 0) && name.type() != Type.BELOW && !index.isKnown(name)) {
      for (int end = words.size() - 1; end > typeWords; end--) {
        PlaceName head = PlaceName.named(name.type(), words.subList(typeWords, end));
        if (index.isKnown(head)) {
          names.add(head);
          addNames(words.subList(end, words.size()), names, true);
          return;
        }
      }
    }
    names.add(name);
  }

  private Places fromProvince(List<PlaceName> places, int last) {
    PlaceName name = places.get(last);
    Type type = name.type();
    if (type == Type.PROVINCE || type == Type.UNSTATED) {
      if (index.isThisProvince(name)) {
        return fromDistrict(places, last - 1, true);
      }
      if (index.isOtherProvince(name) && !mayBeCommune(places, last)) {
        return Places.elsewhere();
      }
    }
    return fromDistrict(places, last, false);
  }

  /** A province's name without a type can be a commune's: Hòa Bình, Thái Bình. */
  private boolean mayBeCommune(List<PlaceName> places, int at) {
    return places.get(at).type() == Type.UNSTATED
        && index.isCommune(places.get(at))
        && places.stream().noneMatch(p -> p.type().isCommune());
  }

  private Places fromDistrict(List<PlaceName> places, int at, boolean provinceStated) {
    if (at < 0) {
      return Places.NONE;
    }
    PlaceName name = places.get(at);
    if (name.type().isDistrict()) {
      Places below = fromCommune(places, at - 1, true);
      return index
          .findDistrict(name)
          .map(below::inDistrict)
          .orElseGet(() -> index.isOtherProvince(name) ? Places.elsewhere() : below.strange());
    }
    if (name.type() == Type.UNSTATED && index.isDistrict(name) && isCommuneOf(places, at)) {
      return fromCommune(places, at - 1, true).inDistrict(name.folded());
    }
    return fromCommune(places, at, provinceStated || at > 0);
  }

  /** Whether the place before this one is a commune of the district that this one may be. */
  private boolean isCommuneOf(List<PlaceName> places, int at) {
    if (at == 0) {
      return false;
    }
    PlaceName before = places.get(at - 1);
    return before.type().isCommune()
        || before.type() == Type.UNSTATED
            && index.named(before).stream()
                .anyMatch(u -> u.district().equals(places.get(at).folded()));
  }

  private Places fromCommune(List<PlaceName> places, int last, boolean largerStated) {
    for (int i = last; i >= 0; i--) {
      if (places.get(i).type().isCommune()) {
        return Places.NONE.withCommune(places.get(i));
      }
    }
    boolean bare =
        last >= 0
            && largerStated
            && places.get(last).type() == Type.UNSTATED
            && index.isCommune(places.get(last));
    return bare ? Places.NONE.withCommune(places.get(last)) : Places.NONE;
  }
}
