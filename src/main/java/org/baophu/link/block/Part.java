package org.baophu.link.block;

import org.baophu.link.table.Column;

/** Something the values of one field are blocked by: equal numbers other than 0 agree. */
public final class Part {
  private final String name;
  private final int field;
  private final Column column;
  private final int[] groupOfCode;

  Part(String name, int field, Column column, int[] groupOfCode) {
    this.name = name;
    this.field = field;
    this.column = column;
    this.groupOfCode = groupOfCode;
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
    int code = column.code(row);
    return code < 0 ? 0 : groupOfCode[code];
  }
}
