package org.baophu.link.block;

import org.baophu.link.table.Column;

/** Something the values of one field are blocked by: equal numbers other than 0 agree. */
public final class Part {
  private final String name;
  private final int field;

  /** By row: keys go through all rows many times over, and this way in their order. */
  private final int[] values;

  Part(String name, int field, Column column, int[] groupOfCode) {
    this.name = name;
    this.field = field;
    this.values = column.mapped(groupOfCode);
  }

  /** The field's name and what of it is taken, as in {@code birth_date:year}. */
  public String name() {
    return name;
  }

  /** The index of the field. */
  public int field() {
    return field;
  }

  /** What a row is blocked by; 0 where the value, or this part of it, is missing. */
  int of(int row) {
    return values[row];
  }

  /** The same of all rows; not to be changed. */
  int[] values() {
    return values;
  }
}
