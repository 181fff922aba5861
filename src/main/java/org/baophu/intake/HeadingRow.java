package org.baophu.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.baophu.issue.Masked;
import org.jspecify.annotations.Nullable;

/**
 * Where the headings of a table stand.
 *
 * @param number of the row with the headings
 * @param lastNumber of the last row before the data: a second row of headings below merged cells,
 *     or a row that numbers the columns, belongs to the headings
 * @param columns what the headings mean
 */
record HeadingRow(long number, long lastNumber, ColumnMap columns) {
  /** How far down headings are looked for. */
  static final int ROWS_SEARCHED = 40;

  /** Characters of a heading that a message shows. */
  private static final int MOST_SHOWN = 40;

  /** As many digits as no heading has, but a date, a phone or an id. */
  private static final Pattern DIGITS = Pattern.compile("(\\d\\W?){4}");

  /** How many headings a message lists. */
  private static final int MOST_TOLD = 30;

  private static final Pattern COLUMN_NUMBER =
      Pattern.compile("\\(?\\[?([0-9]{1,2}|[A-Z])(=.*)?]?\\)?");

  /**
   * The row that is most like headings; null if there are no rows at all.
   *
   * @param forced the number of the row with the headings, if it is known
   */
  static @Nullable HeadingRow find(List<RawRow> rows, Headings headings, @Nullable Integer forced) {
    HeadingRow best = null;
    for (int i = 0; i < rows.size(); i++) {
      RawRow row = rows.get(i);
      boolean allowed = forced == null ? row.fault() == null : row.number() == forced;
      if (allowed && !row.isBlank()) {
        HeadingRow candidate = at(rows, i, headings);
        best = best == null || candidate.isBetterThan(best) ? candidate : best;
      }
    }
    return best;
  }

  private static HeadingRow at(List<RawRow> rows, int index, Headings headings) {
    RawRow row = rows.get(index);
    ColumnMap columns = new ColumnMap(headings, Arrays.asList(row.cells()));
    int last = index;
    if (columns.size() > 0 && index + 1 < rows.size()) {
      RawRow below = rows.get(index + 1);
      if (new ColumnMap(headings, Arrays.asList(below.cells())).size() >= 2) {
        columns = new ColumnMap(headings, merged(row.cells(), below.cells(), headings));
        last++;
      }
    }
    if (last + 1 < rows.size() && numbersColumns(rows.get(last + 1))) {
      last++;
    }
    return new HeadingRow(row.number(), rows.get(last).number(), columns);
  }

  /** Merged cells above: what stands below counts where it is understood. */
  private static List<String> merged(String[] above, String[] below, Headings headings) {
    List<String> merged = new ArrayList<>();
    for (int i = 0; i < Math.max(above.length, below.length); i++) {
      String upper = i < above.length ? above[i] : "";
      String lower = i < below.length ? below[i] : "";
      merged.add(upper.isEmpty() || headings.find(lower).isPresent() ? lower : upper);
    }
    return merged;
  }

  /** A row such as {@code (1), (2), (3)} or {@code A, B, 1, 2} below the headings of a form. */
  private static boolean numbersColumns(RawRow row) {
    List<String> filled = Arrays.stream(row.cells()).filter(c -> !c.isEmpty()).toList();
    return filled.size() >= 3
        && filled.size() == filled.stream().distinct().count()
        && filled.stream().allMatch(c -> COLUMN_NUMBER.matcher(c).matches());
  }

  /**
   * Fewer required columns missing, then more columns, then more cells; else the earlier one. Where
   * nothing is understood the cells are no measure: the widest row may well be a person's.
   */
  boolean isBetterThan(HeadingRow other) {
    int missing = Integer.compare(other.columns.missing().size(), columns.missing().size());
    int size = Integer.compare(columns.size(), other.columns.size());
    int width = Integer.compare(columns.minWidth(), other.columns.minWidth());
    boolean wider = columns.size() > 0 && width > 0;
    return missing != 0 ? missing > 0 : size != 0 ? size > 0 : wider;
  }

  /**
   * Refuses the file if a column that it cannot do without is missing.
   *
   * @throws InputRefusedException naming what is missing and what was found
   */
  void refuseIfIncomplete(String file, Headings headings) {
    List<String> missing = columns.missing();
    if (missing.isEmpty()) {
      return;
    }
    boolean personal = isPersonal();
    List<String> found =
        columns.headings().stream()
            .filter(h -> !h.isEmpty())
            .limit(MOST_TOLD)
            .map(h -> shown(h, personal))
            .toList();
    StringBuilder remedy = new StringBuilder();
    for (String column : missing) {
      headings
          .findAlike(column, columns.unused())
          .ifPresent(
              h -> remedy.append("Perhaps '" + shown(h, personal) + "' holds " + column + ". "));
    }
    String fault =
        (missing.size() > 1 ? "required columns " : "required column ")
            + String.join(", ", missing)
            + " not found; the headings in row "
            + number
            + " are: "
            + String.join(" | ", found)
            + ".";
    throw new InputRefusedException(
        file,
        fault,
        remedy + "Correct the file, or map its headings in the configuration under files/columns.");
  }

  /**
   * A heading as a message shows it. Where nothing is understood and the row holds numbers as no
   * heading does, it is a person's row of a file without headings, and messages go to logs.
   */
  private static String shown(String heading, boolean personal) {
    String line = CellText.withoutControls(heading);
    String safe = personal || DIGITS.matcher(line).find() ? Masked.personal(line) : line;
    return safe.length() > MOST_SHOWN ? safe.substring(0, MOST_SHOWN) + "…" : safe;
  }

  private boolean isPersonal() {
    return columns.size() == 0
        && columns.headings().stream().anyMatch(cell -> DIGITS.matcher(cell).find());
  }
}
