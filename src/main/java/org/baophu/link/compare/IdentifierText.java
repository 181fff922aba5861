package org.baophu.link.compare;

import org.baophu.link.table.Column;

/**
 * The values of a column as {@link Folding#identifier} leaves them, one after the other in one
 * place: most are plain digits, of which no string need be made. For one thread.
 */
public final class IdentifierText {
  private final Column column;
  private char[] characters = new char[64];
  private int length;
  private boolean isAsWritten;

  /** Reads values of a column. */
  public IdentifierText(Column column) {
    this.column = column;
  }

  /** Reads the value of a code. */
  public void read(int code) {
    length = column.ascii(code, characters);
    isAsWritten = length >= 0 && isPlain();
    if (!isAsWritten) {
      String written = column.value(code);
      String value = Folding.identifier(written);
      isAsWritten = value.equals(written);
      length = value.length();
      characters = characters.length < length ? new char[length] : characters;
      value.getChars(0, length, characters, 0);
    }
  }

  private boolean isPlain() {
    for (int i = 0; i < length; i++) {
      char c = characters[i];
      if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
        return false;
      }
    }
    return true;
  }

  /** The {@link HashedNumbers#hash} of the value read last. */
  long hash() {
    long hash = HashedNumbers.FIRST;
    for (int i = 0; i < length; i++) {
      hash = HashedNumbers.hashed(hash, characters[i]);
    }
    return HashedNumbers.finished(hash);
  }

  /** Whether the value read last was written as it is now. */
  public boolean isAsWritten() {
    return isAsWritten;
  }

  /** How many characters the value read last has. */
  public int length() {
    return length;
  }

  /** A character of the value read last. */
  public char at(int place) {
    return characters[place];
  }
}
