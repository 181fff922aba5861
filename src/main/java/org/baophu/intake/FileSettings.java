package org.baophu.intake;

import java.nio.file.FileSystems;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.baophu.intake.encoding.TextEncoding;
import org.jspecify.annotations.Nullable;

/**
 * What is known of some input files beforehand; what is null is found out from each file.
 *
 * @param match a glob on the file name without its folder, such as {@code tax_2025*.csv}
 * @param encoding such as {@code TCVN3}, {@code VNI}, {@code VISCII}, {@code windows-1258}, {@code
 *     UTF-16LE}, or any other charset that Java knows
 * @param delimiter the one character between cells; {@code tab} stands for the tabulator
 * @param headingRow number of the row with the headings as a spreadsheet shows it, from 1
 * @param columns the agency's heading to the canonical column; compared without regard to
 *     diacritics, case and punctuation
 * @param sheet name of the sheet of a workbook
 */
public record FileSettings(
    String match,
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable Integer headingRow,
    Map<String, String> columns,
    @Nullable String sheet) {
  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if the pattern, the delimiter, the heading row or the encoding
   *     is impossible
   */
  public FileSettings {
    if ("tab".equals(delimiter) || "\\t".equals(delimiter)) {
      delimiter = "\t";
    }
    if (delimiter != null && (delimiter.length() != 1 || "\"\r\n".contains(delimiter))) {
      throw new IllegalArgumentException(
          "intake.files: delimiter '"
              + delimiter
              + "' of "
              + match
              + " is not one character; use , ; tab or |");
    }
    if (headingRow != null && headingRow < 1) {
      throw new IllegalArgumentException(
          "intake.files: heading_row " + headingRow + " of " + match + " is below 1");
    }
    if (encoding != null && TextEncoding.find(encoding).isEmpty()) {
      throw new IllegalArgumentException(
          "intake.files: the encoding '"
              + encoding
              + "' is not known; use one of "
              + String.join(", ", TextEncoding.names()));
    }
    requireGlob(match);
    columns = Map.copyOf(columns);
  }

  private static void requireGlob(String match) {
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + match);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "intake.files: match '" + match + "' is no pattern such as tax*.csv", e);
    }
  }

  /** Nothing is known beforehand. */
  static FileSettings none() {
    return new FileSettings("*", null, null, null, Map.of(), null);
  }
}
