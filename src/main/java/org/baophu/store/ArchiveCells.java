package org.baophu.store;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Values of columns as texts that do not depend on the database: numbers in full, dates and times
 * in ISO form, times with a zone in UTC.
 */
final class ArchiveCells {
  private static final String NULL = "\\N";

  private ArchiveCells() {}

  /** What a column holds, whatever the database calls it. */
  enum Kind {
    INTEGER,
    DOUBLE,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    TIMESTAMP_WITH_ZONE,
    TEXT;

    /**
     * @throws SQLException if archives do not know such columns
     */
    static Kind of(int jdbcType, String typeName) throws SQLException {
      String name = typeName.toLowerCase(Locale.ROOT);
      if (name.equals("bool")) {
        return BOOLEAN;
      }
      if (name.equals("timestamptz")) {
        return TIMESTAMP_WITH_ZONE;
      }
      return switch (jdbcType) {
        case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> INTEGER;
        case Types.DOUBLE, Types.FLOAT, Types.REAL -> DOUBLE;
        case Types.BOOLEAN -> BOOLEAN;
        case Types.DATE -> DATE;
        case Types.TIMESTAMP -> TIMESTAMP;
        case Types.TIMESTAMP_WITH_TIMEZONE -> TIMESTAMP_WITH_ZONE;
        case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
        default -> throw new SQLException("an archive cannot hold columns of the type " + typeName);
      };
    }
  }

  /** A value as text; null where there is none. */
  static @Nullable String read(ResultSet row, int column, Kind kind) throws SQLException {
    String text =
        switch (kind) {
          case INTEGER -> Long.toString(row.getLong(column));
          case DOUBLE -> Double.toString(row.getDouble(column));
          case BOOLEAN -> Boolean.toString(row.getBoolean(column));
          case DATE -> {
            Date date = row.getDate(column);
            yield date == null ? null : date.toLocalDate().toString();
          }
          case TIMESTAMP -> {
            LocalDateTime time = row.getObject(column, LocalDateTime.class);
            yield time == null ? null : time.toString();
          }
          case TIMESTAMP_WITH_ZONE -> {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            yield time == null ? null : time.toInstant().toString();
          }
          case TEXT -> row.getString(column);
        };
    return row.wasNull() ? null : text;
  }

  /** Sets a parameter to the value that a text says. */
  static void set(PreparedStatement statement, int index, Kind kind, @Nullable String text)
      throws SQLException {
    if (text == null) {
      statement.setObject(index, null);
      return;
    }
    switch (kind) {
      case INTEGER -> statement.setLong(index, Long.parseLong(text));
      case DOUBLE -> statement.setDouble(index, Double.parseDouble(text));
      case BOOLEAN -> statement.setBoolean(index, Boolean.parseBoolean(text));
      case DATE -> statement.setObject(index, LocalDate.parse(text));
      case TIMESTAMP -> statement.setObject(index, LocalDateTime.parse(text));
      case TIMESTAMP_WITH_ZONE ->
          statement.setObject(index, Instant.parse(text).atOffset(ZoneOffset.UTC));
      case TEXT -> statement.setString(index, text);
    }
  }

  /** A row as one line, without its end. */
  static String line(List<@Nullable String> cells) {
    StringBuilder line = new StringBuilder();
    boolean first = true;
    for (String cell : cells) {
      line.append(first ? "" : "\t").append(cell == null ? NULL : escaped(cell));
      first = false;
    }
    return line.toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  /** The cells of a line. */
  static List<@Nullable String> cells(String line) {
    List<@Nullable String> cells = new ArrayList<>();
    for (String cell : line.split("\t", -1)) {
      cells.add(cell.equals(NULL) ? null : unescaped(cell));
    }
    return cells;
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        plain.append(c);
      } else {
        char escape = text.charAt(++i);
        plain.append(
            switch (escape) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> escape;
            });
      }
    }
    return plain.toString();
  }
}
