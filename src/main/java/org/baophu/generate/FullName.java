package org.baophu.generate;

/**
 * A name in its parts.
 *
 * @param middle none to three words, separated by a space
 */
record FullName(String surname, String middle, String given) {
  String text() {
    return middle.isEmpty() ? surname + " " + given : surname + " " + middle + " " + given;
  }

  FullName withGiven(String other) {
    return new FullName(surname, middle, other);
  }

  FullName withMiddle(String other) {
    return new FullName(surname, other, given);
  }
}
