package org.baophu.link.compare;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.baophu.link.table.Column;

/** Numbers and codes of a person, and telephone numbers. */
final class IdentifierComparison implements Comparison {
  // What most comparisons need of a value, side by side.
  private static final int STRIDE = 4;
  private static final int SIGNATURE = 0;
  private static final int HASHES = 1;
  private static final int FACTS = 2;
  private static final int DIGITS = 3;

  private static final int MOST_DIGITS = 16;
  private static final int MOST_PACKED = 13;
  private static final int RARITY_SHIFT = 52;
  private static final int LENGTH_SHIFT = 60;
  private static final long PACKED_DIGITS = (1L << RARITY_SHIFT) - 1;
  private static final int LEAST_FOR_TWO_EDITS = 7;

  /** Stands for a value that is no number of up to 16 digits. */
  private static final long NO_NUMBER = -1;

  private final Column column;
  private final long[] facts;
  private final Levels levels;
  private final int different;
  private final int otherKind;
  private final int sameEnd;
  private final int twoEdits;
  private final int zeros;
  private final int oneEdit;
  private final int exact;

  private final Groups same;
  private final IntToLongFunction hashes;

  IdentifierComparison(Column column, Levels levels, Usage usage) {
    this.levels = levels;
    this.column = column;
    int codes = column.distinct();
    facts = new long[codes * STRIDE];
    same = noteAll() ? Groups.each(codes) : Groups.byText(values());
    hashes = usage.isKnown() ? allHashes() : hashes();
    Rarity rarity = usage.rarity("value", same, hashes);
    // A common beginning is no kind of its own: it often tells no more than place, sex or year of
    // birth, which other fields tell too.
    different = levels.kind("different", 0);
    otherKind = levels.kind("of different length", 0.1);
    sameEnd = levels.kind("same second half", 0.2);
    twoEdits = levels.kind("two characters differ", 0.3);
    zeros = levels.kind("same but for leading zeros", 0.8);
    oneEdit = levels.kind("one character differs", 0.6);
    exact = levels.kind("exact", 1, rarity);
    noteAll(rarity);
  }

  /** Notes what the values are, and says whether all were written as they are read. */
  private boolean noteAll() {
    boolean asTheyAre = true;
    IdentifierText text = new IdentifierText(column);
    for (int code = 0; code < column.distinct(); code++) {
      text.read(code);
      asTheyAre &= text.isAsWritten();
      note(code * STRIDE, text);
    }
    return asTheyAre;
  }

  private void noteAll(Rarity rarity) {
    for (int code = 0; code < column.distinct(); code++) {
      facts[code * STRIDE + FACTS] |= (long) same.of(code) << 32 | rarity.of(code, code);
    }
  }

  /** The same, which also tells of two different numbers whether other records hold both. */
  static Comparison withConfirmed(Column column, Levels levels, Usage usage) {
    IdentifierComparison own = new IdentifierComparison(column, levels, usage);
    return Confirmed.of(own, levels, own.different, usage, own.same, own.hashes);
  }

  /** Hashes of the values, where each is asked for more than once. */
  private IntToLongFunction allHashes() {
    long[] all = new long[column.distinct()];
    Arrays.setAll(all, hashes());
    return code -> all[code];
  }

  /** The same, worked out again when they are asked for. */
  private IntToLongFunction hashes() {
    IdentifierText text = new IdentifierText(column);
    return code -> {
      text.read(code);
      return text.hash();
    };
  }

  /** Worked out again where it has to be read, which is seldom. */
  private String value(int code) {
    return Folding.identifier(column.value(code));
  }

  private String[] values() {
    String[] values = new String[column.distinct()];
    for (int code = 0; code < column.distinct(); code++) {
      values[code] = value(code);
    }
    return values;
  }

  /**
   * Notes all that is asked of a value, so that most comparisons need not read it: its digits'
   * signature, hashes of its second half and of what follows its zeros, its length, and its digits,
   * four bits each, the first one highest.
   */
  private void note(int at, IdentifierText value) {
    int length = value.length();
    int half = length - (length + 1) / 2;
    int end = 0;
    int number = 0;
    long signature = 0;
    long digits = 0;
    boolean isNumber = length <= MOST_DIGITS;
    for (int i = 0; i < length; i++) {
      char c = value.at(i);
      end = i < half ? 0 : 31 * end + c;
      // Zeros at the beginning leave the hash as it is.
      number = number == 0 && c == '0' ? 0 : 31 * number + c;
      signature = Signature.withDigit(signature, c);
      isNumber &= c >= '0' && c <= '9';
      digits = digits << 4 | c - '0';
    }
    facts[at + SIGNATURE] = signature;
    facts[at + HASHES] = (long) end << 32 | number & 0xffffffffL;
    facts[at + FACTS] = (long) length << 8;
    facts[at + DIGITS] = isNumber ? digits : NO_NUMBER;
  }

  @Override
  public List<Level> levels() {
    return levels.list();
  }

  @Override
  public int level(int codeA, int codeB) {
    long factsA = facts[codeA * STRIDE + FACTS];
    long factsB = facts[codeB * STRIDE + FACTS];
    if (factsA >>> 32 == factsB >>> 32) {
      return exact + (int) Math.min(factsA & 0xff, factsB & 0xff);
    }
    int apart = (int) Math.abs((factsA >>> 8 & 0xffffff) - (factsB >>> 8 & 0xffffff));
    long hashes = facts[codeA * STRIDE + HASHES] ^ facts[codeB * STRIDE + HASHES];
    long digitsA = facts[codeA * STRIDE + DIGITS];
    long digitsB = facts[codeB * STRIDE + DIGITS];
    boolean areNumbers = digitsA != NO_NUMBER && digitsB != NO_NUMBER;
    long longer = Math.max(factsA >>> 8 & 0xffffff, factsB >>> 8 & 0xffffff);
    if (apart == 0 && areNumbers && longer >= LEAST_FOR_TWO_EDITS) {
      int found = numberLevel(digitsA, digitsB);
      return found == different && hashes >>> 32 == 0
          ? readLevel(value(codeA), value(codeB))
          : found;
    }
    if (apart >= 2 && (int) hashes != 0) {
      return otherKind;
    }
    // Lengths 2n - 1 and 2n have second halves of the same length.
    boolean haveSameHalf = apart == 0 || (apart == 1 && longer % 2 == 0);
    if (haveSameHalf && hashes >>> 32 != 0 && (int) hashes != 0 && !mayBeNear(codeA, codeB)) {
      return different;
    }
    return readLevel(value(codeA), value(codeB));
  }

  /** Of a number its length, 1 to 13, its rarity and its digits; of anything else its code. */
  @Override
  public long packed(int code) {
    long length = facts[code * STRIDE + FACTS] >>> 8 & 0xffffff;
    long digits = facts[code * STRIDE + DIGITS];
    return digits == NO_NUMBER || length == 0 || length > MOST_PACKED
        ? code + 1L
        : length << LENGTH_SHIFT | (facts[code * STRIDE + FACTS] & 0xff) << RARITY_SHIFT | digits;
  }

  @Override
  public int level(long packedA, long packedB) {
    int lengthA = (int) (packedA >>> LENGTH_SHIFT);
    int lengthB = (int) (packedB >>> LENGTH_SHIFT);
    if (packedA == packedB && lengthA > 0) {
      return exact + (int) (packedA >>> RARITY_SHIFT & 0xff);
    }
    if (lengthA != lengthB || lengthA < LEAST_FOR_TWO_EDITS) {
      return UNKNOWN;
    }
    long digitsA = packedA & PACKED_DIGITS;
    long digitsB = packedB & PACKED_DIGITS;
    int found = numberLevel(digitsA, digitsB);
    long end = (1L << 4 * ((lengthA + 1) / 2)) - 1;
    return found == different && ((digitsA ^ digitsB) & end) == 0 ? sameEnd : found;
  }

  @Override
  public void levels(long[] packedA, long[] packedB, int count, int[] levels) {
    for (int i = 0; i < count; i++) {
      levels[i] = packedA[i] == 0 || packedB[i] == 0 ? 0 : level(packedA[i], packedB[i]);
    }
  }

  private boolean mayBeNear(int codeA, int codeB) {
    return Signature.mayBeWithin(
        facts[codeA * STRIDE + SIGNATURE], facts[codeB * STRIDE + SIGNATURE], 2);
  }

  /** The level of two numbers of the same length, but for a common second half. */
  private int numberLevel(long a, long b) {
    long marks = marksOf(a ^ b);
    int count = Long.bitCount(marks);
    int low = Long.numberOfTrailingZeros(marks);
    int high = 63 - Long.numberOfLeadingZeros(marks);
    // The places where a digit and its upper neighbour are swapped.
    long swaps = marks & marks >>> 4 & ~marksOf(a >>> 4 ^ b) & ~(marksOf(b >>> 4 ^ a));
    if (count == 1 || (count == 2 && high - low == 4 && swaps != 0)) {
      return oneEdit;
    }
    boolean twoSwaps = count == 4 && (swaps >>> low & swaps >>> high - 4 & 1) != 0;
    if (count == 2 || (count == 3 && swaps != 0) || twoSwaps) {
      return twoEdits;
    }
    // One digit left out and another put in moves all between by one place.
    long between = (1L << high) - (1L << low);
    boolean moved = ((a >>> 4 ^ b) & between) == 0 || ((b >>> 4 ^ a) & between) == 0;
    return moved ? twoEdits : different;
  }

  /** The lowest bit of each digit that is not 0. */
  private static long marksOf(long digits) {
    return (digits | digits >>> 1 | digits >>> 2 | digits >>> 3) & 0x1111111111111111L;
  }

  /** The level of two different values that had to be read. */
  private int readLevel(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    if (shorter >= 4 && EditDistance.atMostOne(a, b)) {
      return oneEdit;
    }
    if (sameNumber(a, b)) {
      return zeros;
    }
    if (Math.abs(a.length() - b.length()) >= 2) {
      return otherKind;
    }
    if (shorter >= 7 && EditDistance.between(a, b) == 2) {
      return twoEdits;
    }
    int half = (Math.max(a.length(), b.length()) + 1) / 2;
    if (shorter >= 6 && a.regionMatches(a.length() - half, b, b.length() - half, half)) {
      return sameEnd;
    }
    return different;
  }

  private static boolean sameNumber(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && a.charAt(i) == '0') {
      i++;
    }
    while (j < b.length() && b.charAt(j) == '0') {
      j++;
    }
    return a.length() - i == b.length() - j
        && a.length() - i >= 4
        && a.regionMatches(i, b, j, a.length() - i);
  }

  @Override
  public boolean isCostly() {
    return false;
  }
}
