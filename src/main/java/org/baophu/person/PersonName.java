package org.baophu.person;

/**
 * A whole Vietnamese name, surname first, in NFC, words separated by single spaces and written in
 * title case: {@code Nông Thị Hồng Nhung}.
 *
 * @param text the name; never blank
 */
public record PersonName(String text) {
  public PersonName {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a name cannot be blank");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
