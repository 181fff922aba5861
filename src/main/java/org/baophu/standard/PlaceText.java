package org.baophu.standard;

import java.util.ArrayList;
import java.util.List;
import org.baophu.standard.PlaceName.PlaceWord;
import org.baophu.standard.PlaceName.Type;

/**
 * An address text cut into the places it names, the smallest first, as Vietnamese addresses go:
 * {@code thôn Nà Pài, xã Hồng Phong, huyện Cao Lộc, Lạng Sơn}.
 *
 * <p>Commas and dashes cut, and so do words that say what follows ({@code xã}, {@code huyện}).
 */
final class PlaceText {
  private PlaceText() {}

  static List<List<PlaceWord>> cut(String text) {
    List<PlaceWord> words = PlaceWord.split(text);
    List<List<PlaceWord>> places = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i == words.size() || words.get(i).beginsSegment() || beginsPlace(words, start, i)) {
        places.add(words.subList(start, i));
        start = i;
      }
    }
    return places;
  }

  /** Whether a word inside a segment says what the words behind it are. */
  private static boolean beginsPlace(List<PlaceWord> words, int start, int at) {
    Type type = PlaceName.typeAt(words, at);
    Type head = PlaceName.typeAt(words, start);
    if (!isType(type) || isType(head) && at <= start + head.wordsAt(words, start)) {
      return false;
    }
    int next = at + type.wordsAt(words, at);
    return (next > at + 1 || words.get(at).exact().length() > 1)
        && next < words.size()
        && !words.get(next).beginsSegment()
        && !isType(PlaceName.typeAt(words, next));
  }

  private static boolean isType(Type type) {
    return type.isCommune() || type.isDistrict() || type == Type.PROVINCE;
  }
}
