package org.baophu.generate;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baophu.reference.ReferenceTable;
import org.baophu.reference.ReferenceTable.Entry;

/** How Vietnamese words come to be spelled otherwise. All texts are in NFC unless said. */
final class Spelling {
  /** The marks of the five tones, as combining characters. */
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  /** The same tones as Telex and VNI keys, in the order of TONES. */
  private static final String TELEX_TONES = "fsxrj";

  private static final String VNI_TONES = "21435";

  private static final List<List<String>> CONSONANTS =
      List.of(List.of("l", "n"), List.of("tr", "ch"), List.of("s", "x"), List.of("gi", "d", "r"));
  private static final Map<String, String> MOVED_TONES = variants("tone_position");
  private static final Map<String, String> I_AND_Y = variants("i_y");

  private Spelling() {}

  private static Map<String, String> variants(String kind) {
    Map<String, String> variants = new LinkedHashMap<>();
    for (Entry row : ReferenceTable.read("text_variants")) {
      if (row.get("kind").equals(kind)) {
        String a = row.get("form_a_old").toLowerCase(Locale.ROOT);
        String b = row.get("form_b_new").toLowerCase(Locale.ROOT);
        variants.put(a, b);
        variants.put(b, a);
      }
    }
    return variants;
  }

  static String withoutDiacritics(String text) {
    String plain = Normalizer.normalize(text, Form.NFD).replaceAll("\\p{M}", "");
    return plain.replace('đ', 'd').replace('Đ', 'D');
  }

  static String upperCase(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  static String decomposed(String text) {
    return Normalizer.normalize(text, Form.NFD);
  }

  static String composed(String text) {
    return Normalizer.normalize(text, Form.NFC);
  }

  static String titleCase(String word) {
    return word.isEmpty() ? word : upperCase(word.substring(0, 1)) + word.substring(1);
  }

  /** The tone mark on the other vowel, in every word where two places are in use. */
  static String toneMoved(String text) {
    return eachWord(text, Spelling::toneMovedInWord);
  }

  private static String toneMovedInWord(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> variant : MOVED_TONES.entrySet()) {
      String from = variant.getKey();
      boolean afterQ = lower.endsWith("q" + from);
      if (lower.endsWith(from) && !afterQ) {
        String start = word.substring(0, word.length() - from.length());
        return start.isEmpty() ? titleCase(variant.getValue()) : start + variant.getValue();
      }
    }
    return word;
  }

  /** i for y or y for i in every word where both spellings are in use. */
  static String withOtherI(String text) {
    return eachWord(text, Spelling::withOtherIInWord);
  }

  private static String withOtherIInWord(String word) {
    String other = I_AND_Y.get(word.toLowerCase(Locale.ROOT));
    return other == null ? word : titleCase(other);
  }

  private interface WordChange {
    String change(String word);
  }

  private static String eachWord(String text, WordChange change) {
    String[] words = text.split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      words[i] = change.change(words[i]);
    }
    return String.join(" ", words);
  }

  /** Another tone, or none, on the word's vowel; unchanged where the word has no tone mark. */
  static String withWrongTone(String word, Dice dice) {
    StringBuilder letters = new StringBuilder(decomposed(word));
    for (int i = 0; i < letters.length(); i++) {
      int tone = TONES.indexOf(letters.charAt(i));
      if (tone >= 0) {
        int other = (tone + dice.between(1, TONES.length())) % (TONES.length() + 1);
        letters.deleteCharAt(i);
        if (other < TONES.length()) {
          letters.insert(i, TONES.charAt(other));
        }
        return composed(letters.toString());
      }
    }
    return word;
  }

  /** The keys of the Telex method: {@code Nguyễn} becomes {@code Nguyeenx}. */
  static String telex(String word) {
    return typed(word, TELEX_TONES, true);
  }

  /** The keys of the VNI method: {@code Nguyễn} becomes {@code Nguye6n4}. */
  static String vni(String word) {
    return typed(word, VNI_TONES, false);
  }

  private static String typed(String word, String toneKeys, boolean telex) {
    StringBuilder keys = new StringBuilder();
    String toneKey = "";
    char base = ' ';
    String letters =
        decomposed(word).replace("đ", telex ? "dd" : "d9").replace("Đ", telex ? "Dd" : "D9");
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      int tone = TONES.indexOf(letter);
      if (tone >= 0) {
        toneKey = toneKeys.substring(tone, tone + 1);
      } else if (letter == '\u0302') {
        keys.append(telex ? Character.toLowerCase(base) : '6');
      } else if (letter == '\u0306') {
        keys.append(telex ? 'w' : '8');
      } else if (letter == '\u031B') {
        keys.append(telex ? 'w' : '7');
      } else {
        keys.append(letter);
        base = letter;
      }
    }
    return keys + toneKey;
  }

  /** The word with its first consonant as a neighbour would pronounce it, where that happens. */
  static String withOtherConsonant(String word, Dice dice) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (List<String> group : CONSONANTS) {
      for (String consonant : group) {
        if (beginsWith(lower, consonant)) {
          List<String> others = group.stream().filter(c -> !c.equals(consonant)).toList();
          return titleCase(dice.pick(others) + lower.substring(consonant.length()));
        }
      }
    }
    return word;
  }

  private static boolean beginsWith(String lower, String consonant) {
    if (!lower.startsWith(consonant) || lower.length() <= consonant.length()) {
      return false;
    }
    char next = withoutDiacritics(lower).charAt(consonant.length());
    return "aeiouy".indexOf(next) >= 0;
  }

  /** One letter left out, doubled, exchanged with the next, or replaced by a plain one. */
  static String withTypo(String word, Dice dice) {
    if (word.length() < 3) {
      return word + word.charAt(word.length() - 1);
    }
    int at = dice.between(1, word.length() - 2);
    String before = word.substring(0, at);
    String after = word.substring(at + 1);
    return switch (dice.below(4)) {
      case 0 -> before + after;
      case 1 -> before + word.charAt(at) + word.charAt(at) + after;
      case 2 -> before + after.charAt(0) + word.charAt(at) + after.substring(1);
      default -> before + (char) ('a' + dice.below(26)) + after;
    };
  }
}
