package org.baophu.advice;

import java.util.Set;
import org.baophu.standard.Vietnamese;

/** The village, hamlet or quarter that an address begins with. */
final class Village {
  private static final Set<String> KINDS =
      Set.of("thon", "ban", "khoi", "khu", "to", "xom", "pho", "tieu khu", "khu pho", "to dan pho");

  private Village() {}

  /** Its name without diacritics, such as {@code thon khuoi thuoc}; empty where there is none. */
  static String of(String address) {
    for (String part : address.split(",", -1)) {
      String folded = Vietnamese.fold(part).strip();
      String[] words = folded.split(" ", -1);
      boolean village =
          words.length > 1
              && (KINDS.contains(words[0]) || KINDS.contains(words[0] + " " + words[1]));
      if (village) {
        return folded;
      }
    }
    return "";
  }

  /** Whether a collection point's name holds the village's own name, without its kind. */
  static boolean isIn(String village, String collectionPoint) {
    int kind = village.indexOf(' ');
    // A number alone is no name: quarter 1 is not collection point 1.
    return kind > 0
        && village.substring(kind).chars().anyMatch(Character::isLetter)
        && (' ' + Vietnamese.fold(collectionPoint) + ' ')
            .contains(' ' + village.substring(kind + 1) + ' ');
  }
}
