package org.baophu.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file turned out to be, as the manifest of a run tells it.
 *
 * @param container {@code csv}, {@code csv.gz} or {@code xlsx}
 * @param encoding such as {@code UTF-8 with BOM} or {@code TCVN3}; for a workbook {@code UTF-8}
 * @param delimiter the character between cells, {@code tab} for the tabulator; for a workbook the
 *     name of the sheet that was read
 * @param headingRow number of the row with the headings, from 1
 * @param columns canonical column to the heading it was read from, in the contract's order; several
 *     headings joined with {@code " | "} where a later one stands in for empty cells of an earlier
 *     one, with {@code " + "} where their cells are joined
 * @param unusedHeadings headings that are not read, in the file's order; one that repeats an
 *     earlier heading says so
 */
public record FileFormat(
    String container,
    String encoding,
    String delimiter,
    long headingRow,
    Map<String, String> columns,
    List<String> unusedHeadings) {
  public FileFormat {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    unusedHeadings = List.copyOf(unusedHeadings);
  }
}
