package org.baophu.link.table;

/**
 * A column's name and what it holds.
 *
 * @param name unique within its table, not blank
 * @param type decides blocking keys and comparison levels
 */
public record Field(String name, FieldType type) {
  /**
   * @throws IllegalArgumentException where the name is blank
   */
  public Field {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a field needs a name");
    }
  }
}
