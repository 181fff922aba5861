package org.baophu.link.table;

/** What a column holds. The type is all a user must say: it decides keys and comparison levels. */
public enum FieldType {
  /** One name of a person in its own column: a given name or a surname. */
  NAME,
  /** A whole personal name in one column, surname and given name in either order. */
  PERSON_NAME,
  /** A date as {@code yyyy-MM-dd}, {@code yyyy-MM} or {@code yyyy}; what is missing is unknown. */
  DATE,
  /** A number or code that is meant to belong to one person. */
  IDENTIFIER,
  /** A telephone number, possibly shared by a household. */
  PHONE,
  /** Free text such as an address: words, of which the rare ones count. */
  TEXT,
  /** One of a limited set of values, such as sex, commune or state. */
  CATEGORY,
  /** A quantity. */
  NUMBER
}
