package org.baophu.publish;

import java.util.List;

/** A kind of table: its columns in their order. */
record Table<T>(List<Column<T>> columns) {
  Table {
    columns = List.copyOf(columns);
  }

  String[] headings() {
    return columns.stream().map(Column::heading).toArray(String[]::new);
  }

  String[] cells(T row) {
    String[] cells = new String[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = columns.get(i).cell().apply(row);
    }
    return cells;
  }
}
