package org.baophu.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baophu.link.LinkMode;
import org.baophu.link.table.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * The configuration file of {@code link}.
 *
 * @param threshold clusters are built from evidence of at least this probability
 * @param keepAbove pairs of at least this probability are written
 * @param decisions a CSV file of what clerks decided, relative to the configuration file
 */
record LinkFile(
    @Nullable String mode,
    @Nullable Boolean oneToOne,
    @Nullable Double threshold,
    @Nullable Double keepAbove,
    @Nullable String decisions,
    @Nullable List<Input> inputs,
    @Nullable List<Column> fields) {
  private static final String TYPES =
      Arrays.stream(FieldType.values())
          .map(type -> type.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));

  /** A tab or any other ASCII character that is neither a quote, a letter nor a digit. */
  private static final Pattern DELIMITERS = Pattern.compile("[\\t \\p{Punct}&&[^\"]]");

  /**
   * A table.
   *
   * @param file relative to the configuration file
   * @param id the column that identifies a record within its table
   */
  record Input(String name, String file, String id, @Nullable String delimiter) {}

  /**
   * A field to compare.
   *
   * @param type a {@link FieldType} in lower case
   * @param format pattern of dates, such as {@code yyyyMMdd}
   * @param columns where the column has another name in some table: table to column
   */
  record Column(
      String name, String type, @Nullable String format, @Nullable Map<String, String> columns) {
    FieldType fieldType() {
      try {
        return FieldType.valueOf(type.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "fields: type " + type + " of " + name + " is none of " + TYPES, e);
      }
    }

    String columnIn(String input) {
      return columns == null ? name : columns.getOrDefault(input, name);
    }
  }

  LinkMode linkMode() {
    if (mode == null) {
      return tables().size() == 1 ? LinkMode.DEDUPE : LinkMode.LINK;
    }
    LinkMode stated;
    try {
      stated = LinkMode.valueOf(mode.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "mode " + mode + " is none of link, dedupe, link_and_dedupe", e);
    }
    if (stated == LinkMode.LINK && tables().size() == 1) {
      throw new IllegalArgumentException(
          "mode link compares records of different inputs, and there is one; for it say dedupe");
    }
    return stated;
  }

  /**
   * The tables.
   *
   * @throws IllegalArgumentException if there is none, or one lacks a part or a name of its own
   */
  List<Input> tables() {
    if (inputs == null || inputs.isEmpty()) {
      throw new IllegalArgumentException("inputs: name at least one table");
    }
    Set<String> names = new HashSet<>();
    for (Input input : inputs) {
      if (input.name() == null || input.file() == null || input.id() == null) {
        throw new IllegalArgumentException("inputs: each needs name, file and id");
      }
      if (path(input).toString().isBlank()) {
        throw new IllegalArgumentException("inputs: the file of " + input.name() + " has no name");
      }
      if (!names.add(input.name())) {
        throw new IllegalArgumentException("inputs: " + input.name() + " is there twice");
      }
      if (input.delimiter() != null && !DELIMITERS.matcher(input.delimiter()).matches()) {
        throw new IllegalArgumentException(
            "inputs: the delimiter of " + input.name() + " must be one character such as , or ;");
      }
    }
    return inputs;
  }

  private static Path path(Input input) {
    try {
      return Path.of(input.file());
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "inputs: file '" + input.file() + "' of " + input.name() + " is no name of a file", e);
    }
  }

  /**
   * The fields to compare.
   *
   * @throws IllegalArgumentException if there is none, or one lacks a part
   */
  List<Column> columns() {
    if (fields == null || fields.isEmpty()) {
      throw new IllegalArgumentException("fields: name at least one");
    }
    for (Column field : fields) {
      if (field.name() == null || field.type() == null) {
        throw new IllegalArgumentException("fields: each needs name and type");
      }
    }
    return fields;
  }
}
