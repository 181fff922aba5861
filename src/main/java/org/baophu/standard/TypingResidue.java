package org.baophu.standard;

import java.util.Locale;
import java.util.Optional;

/**
 * Words typed in a Vietnamese keyboard scheme that was switched off: {@code Nguyeenx} or {@code
 * Nguyeexn} (Telex), {@code Nguye6n4} (VNI).
 *
 * <p>A word is repaired only where it is no Vietnamese syllable as it stands and is one with its
 * diacritics, so that no name that could be meant is overwritten.
 */
final class TypingResidue {
  private static final String TELEX_TONES = "fsrxj";
  private static final String VNI_TONES = "21345";

  private TypingResidue() {}

  /** The word repaired, or unchanged; letter case is not kept where it is repaired. */
  static String repaired(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (!mayBeResidue(lower) || Syllable.parse(lower).isPresent()) {
      return word;
    }
    Optional<String> telex = typed(lower, TELEX_TONES).filter(t -> !t.equals(lower));
    Optional<String> vni = typed(lower, VNI_TONES).filter(t -> !t.equals(lower));
    return telex.or(() -> vni).orElse(word);
  }

  private static boolean mayBeResidue(String lower) {
    for (int i = 1; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c >= '1' && c <= '9' || "fsrxjwaeod".indexOf(c) >= 0) {
        return true;
      }
    }
    return lower.startsWith("w");
  }

  /** What the keys would have written, if it is a fully marked syllable. */
  private static Optional<String> typed(String keys, String toneKeys) {
    StringBuilder letters = new StringBuilder();
    int tone = 0;
    for (int i = 0; i < keys.length(); i++) {
      char key = keys.charAt(i);
      int asTone = toneKeys.indexOf(key);
      boolean toneKey = asTone >= 0 && hasVowel(letters);
      if (toneKey && tone > 0) {
        return Optional.empty();
      }
      if (toneKey) {
        tone = asTone + 1;
      } else if (!modified(letters, key, toneKeys == TELEX_TONES)) {
        letters.append(key);
      }
    }
    String plain = letters.toString().replace("ưo", "ươ");
    int found = tone;
    return Syllable.parse(plain)
        .filter(s -> found == 0 || s.tone() == 0)
        .map(s -> found > 0 ? new Syllable(s.onset(), s.rhyme(), found) : s)
        .filter(s -> s.isFullyMarked() && Syllable.parse(s.text()).isPresent())
        .map(Syllable::text);
  }

  private static boolean hasVowel(CharSequence letters) {
    for (int i = 0; i < letters.length(); i++) {
      if (Syllable.isVowel(letters.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Applies a key that changes an earlier letter; false if this key does not. */
  private static boolean modified(StringBuilder letters, char key, boolean telex) {
    return telex ? modifiedByTelex(letters, key) : modifiedByVni(letters, key);
  }

  private static boolean modifiedByTelex(StringBuilder letters, char key) {
    return switch (key) {
      case 'a' -> replacedLast(letters, "a", "â");
      case 'e' -> replacedLast(letters, "e", "ê");
      case 'o' -> replacedLast(letters, "o", "ô");
      case 'd' -> replacedLast(letters, "d", "đ");
      case 'w' -> horn(letters) || replacedLast(letters, "a", "ă") || bareW(letters);
      default -> false;
    };
  }

  private static boolean modifiedByVni(StringBuilder letters, char key) {
    return switch (key) {
      case '6' ->
          replacedLast(letters, "a", "â")
              || replacedLast(letters, "e", "ê")
              || replacedLast(letters, "o", "ô");
      case '7' -> horn(letters);
      case '8' -> replacedLast(letters, "a", "ă");
      case '9' -> replacedLast(letters, "d", "đ");
      default -> false;
    };
  }

  /** One key puts the horn on both letters of {@code uo}. */
  private static boolean horn(StringBuilder letters) {
    return replacedLast(letters, "uo", "ươ")
        || replacedLast(letters, "ưo", "ươ")
        || replacedLast(letters, "o", "ơ")
        || replacedLast(letters, "u", "ư");
  }

  private static boolean bareW(StringBuilder letters) {
    letters.append('ư');
    return true;
  }

  private static boolean replacedLast(StringBuilder letters, String from, String to) {
    int at = letters.lastIndexOf(from);
    if (at < 0) {
      return false;
    }
    letters.replace(at, at + from.length(), to);
    return true;
  }
}
