package org.baophu.store;

import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

/** Many rows by one statement. */
final class Batches {
  private static final int SIZE = 5_000;

  private Batches() {}

  static <T> void write(
      JdbcTemplate jdbc,
      String sql,
      Collection<T> rows,
      ParameterizedPreparedStatementSetter<T> setter) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(sql, rows, SIZE, setter);
    }
  }
}
