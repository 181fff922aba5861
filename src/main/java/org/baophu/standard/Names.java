package org.baophu.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baophu.person.PersonName;

/**
 * Names of persons in one form: surname first, title case, NFC, tones placed, single spaces.
 *
 * <p>What is certain is mended: typing residue, honorifics, digits, punctuation, an order that the
 * surname gives away. What is not stays: abbreviations (only {@code Ng.} at the front has one
 * reading, Nguyễn), missing diacritics, spellings with i or y.
 */
final class Names {
  private Names() {}

  /** The name, or empty where the text holds no letters of a name. */
  static Optional<PersonName> parse(String text) {
    String clean = Vietnamese.nfc(text);
    List<String> words = ordered(clean.indexOf('(') < 0 ? clean : withoutBrackets(clean));
    if (words.isEmpty()) {
      return Optional.empty();
    }
    List<String> surnameFirst = NameOrder.ordered(words);
    expandNguyen(surnameFirst);
    String name = Vietnamese.titleCase(String.join(" ", surnameFirst));
    return Optional.of(new PersonName(Vietnamese.withPlacedTones(name)));
  }

  private static String withoutBrackets(String text) {
    return text.replaceAll("\\(.*?\\)", " ");
  }

  /** The words, those behind a comma first where the surname stands there. */
  private static List<String> ordered(String text) {
    int comma = text.indexOf(',');
    List<String> before = words(comma < 0 ? text : text.substring(0, comma));
    List<String> after = comma < 0 ? List.of() : words(text.substring(comma + 1));
    boolean swap =
        !after.isEmpty()
            && NameOrder.isCommonSurname(after.get(0))
            && (before.isEmpty() || !NameOrder.isCommonSurname(before.get(0)));
    return Stream.concat((swap ? after : before).stream(), (swap ? before : after).stream())
        .toList();
  }

  /** Words of Latin letters, typing residue repaired, digits left out. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !isWordPart(text.charAt(i))) {
        if (i > start) {
          addWord(text.substring(start, i), words);
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c)
        || Vietnamese.isMark(c)
        || c == '\''
        || c == '’'
        || Character.isSurrogate(c);
  }

  private static void addWord(String text, List<String> words) {
    String repaired = TypingResidue.repaired(text);
    StringBuilder word = new StringBuilder(repaired.length());
    for (int i = 0; i < repaired.length(); i++) {
      char c = repaired.charAt(i);
      boolean inside = word.length() > 0 && i + 1 < repaired.length();
      if (isLatin(c) || (c == '\'' || c == '’') && inside) {
        word.append(c);
      } else if (Character.isLetter(c) || Character.isSurrogate(c)) {
        return;
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
  }

  private static boolean isLatin(char c) {
    return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  private static void expandNguyen(List<String> words) {
    if (words.size() > 1 && words.get(0).equalsIgnoreCase("ng")) {
      words.set(0, "Nguyễn");
    }
  }
}
