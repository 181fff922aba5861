package org.baophu.link.table;

import java.util.Arrays;
import java.util.List;

/**
 * One dictionary-encoded column. Codes are numbers as the values came first, in the order of which
 * they lie in memory; what depends on an order of the values takes {@link #compareInOwnOrder},
 * which the distinct values alone decide.
 */
public final class Column {
  /** The code of a missing value. */
  public static final int MISSING = -1;

  private final Texts values;
  private final int[] codes;
  private final int[] counts;
  private final int present;

  private Column(Texts values, int[] codes) {
    this.values = values;
    this.codes = codes;
    this.counts = new int[values.size()];
    int filled = 0;
    for (int code : codes) {
      if (code >= 0) {
        counts[code]++;
        filled++;
      }
    }
    this.present = filled;
  }

  /** Values as they come, numbered by a dictionary. Not safe for several threads. */
  static final class Encoder {
    private final Dictionary dictionary = new Dictionary();
    private int[] numbers = new int[64];
    private int size;

    // Values that are still to be numbered, one text after the other: once the dictionary is large,
    // looking up some together takes a third of the time.
    private final int[] waitingRows = new int[Dictionary.BATCH];
    private final long[] waitingHashes = new long[Dictionary.BATCH];
    private final int[] waitingEnds = new int[Dictionary.BATCH];
    private byte[] waitingBytes = new byte[32 * Dictionary.BATCH];
    private int waiting;

    /** Adds a row's value, in UTF-8. */
    void add(byte[] bytes, int from, int to) {
      long hash = Dictionary.hash(bytes, from, to);
      if (waiting == 0 && dictionary.isSmall()) {
        append(dictionary.number(hash, bytes, from, to));
        return;
      }
      int start = waiting == 0 ? 0 : waitingEnds[waiting - 1];
      int end = start + to - from;
      if (end > waitingBytes.length) {
        waitingBytes = Arrays.copyOf(waitingBytes, 2 * end);
      }
      System.arraycopy(bytes, from, waitingBytes, start, to - from);
      waitingRows[waiting] = size;
      waitingHashes[waiting] = hash;
      waitingEnds[waiting++] = end;
      append(MISSING);
      if (waiting == Dictionary.BATCH) {
        finish();
      }
    }

    /** Numbers the values that still wait; to be called once all are added. */
    void finish() {
      dictionary.fetch(waitingHashes, 0, waiting);
      int start = 0;
      for (int i = 0; i < waiting; i++) {
        numbers[waitingRows[i]] =
            dictionary.number(waitingHashes[i], waitingBytes, start, waitingEnds[i]);
        start = waitingEnds[i];
      }
      waiting = 0;
    }

    /** How many distinct values there are so far. */
    int distinct() {
      return dictionary.size();
    }

    void addMissing() {
      append(MISSING);
    }

    private void append(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size + (size >> 1));
      }
      numbers[size++] = number;
    }
  }

  /** The column of all rows of some encoders, one after the other. */
  static Column of(List<Encoder> encoders) {
    encoders.forEach(Encoder::finish);
    Encoder first = encoders.get(0);
    Dictionary all = first.dictionary;
    int size = first.size;
    int[] codes = Arrays.copyOf(first.numbers, encoders.stream().mapToInt(e -> e.size).sum());
    for (Encoder next : encoders.subList(1, encoders.size())) {
      int[] numbers = all.numbers(next.dictionary);
      for (int row = 0; row < next.size; row++) {
        codes[size++] = next.numbers[row] < 0 ? MISSING : numbers[next.numbers[row]];
      }
    }
    return new Column(all.texts(), codes);
  }

  /** The same values for {@code rows}, in that order. */
  Column reordered(int[] rows) {
    int[] moved = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      moved[i] = codes[rows[i]];
    }
    return new Column(values, moved);
  }

  /** The code of a row, {@link #MISSING} where there is no value. */
  public int code(int row) {
    return codes[row];
  }

  /** By row what {@code ofCode} holds for the row's code, 0 where there is no value. */
  public int[] mapped(int[] ofCode) {
    int[] mapped = new int[codes.length];
    for (int row = 0; row < mapped.length; row++) {
      mapped[row] = codes[row] < 0 ? 0 : ofCode[codes[row]];
    }
    return mapped;
  }

  /**
   * Compares two codes in an order that their values alone decide, whatever rows hold them; worked
   * out anew at each call.
   */
  public int compareInOwnOrder(int codeA, int codeB) {
    return values.compareInOwnOrder(codeA, codeB);
  }

  /**
   * A number that is not negative, by which codes stand first in {@link #compareInOwnOrder}: of two
   * codes with different ones the smaller comes first.
   */
  public int placeInOwnOrder(int code) {
    return (int) (values.key(code) >>> Integer.SIZE);
  }

  /** Compares two rows by {@link #compareInOwnOrder}; missing values come first. */
  int compare(int rowA, int rowB) {
    return codes[rowA] < 0 || codes[rowB] < 0
        ? Integer.compare(Math.min(0, codes[rowA]), Math.min(0, codes[rowB]))
        : values.compareInOwnOrder(codes[rowA], codes[rowB]);
  }

  /** How many distinct values there are. */
  public int distinct() {
    return values.size();
  }

  /** The value of a code, made anew at each call. */
  public String value(int code) {
    return values.get(code);
  }

  /**
   * Copies the value of a code, if it is ASCII and fits.
   *
   * @return how many characters it has, or -1
   */
  public int ascii(int code, char[] into) {
    int length = values.length(code);
    if (length > into.length) {
      return -1;
    }
    byte[] bytes = values.bytes(code);
    int from = values.from(code);
    int others = 0;
    for (int i = 0; i < length; i++) {
      byte b = bytes[from + i];
      others |= b;
      into[i] = (char) b;
    }
    return others < 0 ? -1 : length;
  }

  /** How many rows hold a code. */
  public int count(int code) {
    return counts[code];
  }

  /** How many rows hold any value. */
  public int present() {
    return present;
  }
}
