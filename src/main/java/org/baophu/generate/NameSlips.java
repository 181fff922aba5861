package org.baophu.generate;

import java.util.function.UnaryOperator;

/** Writes names down as clerks do. */
final class NameSlips {
  private NameSlips() {}

  static String write(FullName name, String otherGiven, Roll roll) {
    Dice dice = roll.dice();
    FullName known = roll.happens(Slip.NAME_OTHER) ? name.withGiven(otherGiven) : name;
    String text = words(known, roll);
    text = oneWord(text, roll, Slip.NAME_WRONG_TONE, w -> Spelling.withWrongTone(w, dice));
    text = oneWord(text, roll, Slip.NAME_CONSONANT, w -> Spelling.withOtherConsonant(w, dice));
    text = oneWord(text, roll, Slip.NAME_TYPO, w -> Spelling.withTypo(w, dice));
    text = whole(text, roll, Slip.NAME_I_Y, Spelling::withOtherI);
    text = whole(text, roll, Slip.NAME_TONE_PLACEMENT, Spelling::toneMoved);
    text = oneWord(text, roll, Slip.NAME_TELEX, Spelling::telex);
    text = oneWord(text, roll, Slip.NAME_VNI, Spelling::vni);
    text = whole(text, roll, Slip.NAME_NO_DIACRITICS, Spelling::withoutDiacritics);
    text = whole(text, roll, Slip.NAME_UPPER_CASE, Spelling::upperCase);
    text = whole(text, roll, Slip.NAME_DECOMPOSED, Spelling::decomposed);
    return whole(text, roll, Slip.NAME_DOUBLE_SPACE, t -> t.replaceFirst(" ", "  "));
  }

  /** Which words are written, and in which order. */
  private static String words(FullName name, Roll roll) {
    FullName kept = name;
    if (roll.happens(Slip.NAME_MIDDLE_DROPPED)) {
      String middle = name.middle();
      kept = name.withMiddle(middle.substring(0, Math.max(0, middle.lastIndexOf(' '))));
    }
    if (roll.happens(Slip.NAME_MIDDLE_ABBREVIATED)) {
      kept = kept.withMiddle(kept.middle().replaceAll("(\\S)\\S*", "$1."));
    }
    if (roll.happens(Slip.NAME_GIVEN_FIRST)) {
      return (kept.given() + " " + kept.surname() + " " + kept.middle()).strip();
    }
    return kept.text();
  }

  private static String whole(String text, Roll roll, Slip slip, UnaryOperator<String> change) {
    return roll.happens(slip) ? change.apply(text) : text;
  }

  private static String oneWord(String text, Roll roll, Slip slip, UnaryOperator<String> change) {
    if (!roll.happens(slip)) {
      return text;
    }
    String[] words = text.split(" ", -1);
    int at = roll.dice().below(words.length);
    words[at] = change.apply(words[at]);
    return String.join(" ", words);
  }
}
