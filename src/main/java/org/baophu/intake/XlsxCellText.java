package org.baophu.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A workbook's cell as text: dates as ISO dates, numbers without exponent and needless zeros.
 *
 * <p>A number whose format is a row of zeros is filled up with zeros as the spreadsheet shows it;
 * that is how ids keep their leading zeros there. Numbers are rounded to the 15 digits that a
 * spreadsheet shows.
 */
final class XlsxCellText {
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

  /** A day that never was, 29 February 1900, has number 60. */
  private static final int FIRST_TRUE_DAY = 61;

  /** More than any spreadsheet writes; longer ones stay as they stand in the file. */
  private static final int MOST_DIGITS = 400;

  private static final int LAST_DAY = 2_958_465;
  private static final MathContext SHOWN = new MathContext(15);
  private static final Pattern ZEROS = Pattern.compile("0{2,20}");
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

  private final LocalDate epoch;

  XlsxCellText(boolean date1904) {
    this.epoch = date1904 ? EPOCH_1904 : EPOCH_1900;
  }

  String of(Cell cell) {
    return switch (cell.getType()) {
      case NUMBER, FORMULA -> numberOrText(cell);
      case STRING -> cell.asString();
      case BOOLEAN -> String.valueOf(cell.asBoolean());
      case ERROR, EMPTY -> "";
    };
  }

  private String numberOrText(Cell cell) {
    String raw = cell.getRawValue();
    // A number of a thousand million digits takes six characters to write.
    if (cell.getValue() instanceof BigDecimal number && digits(number) <= MOST_DIGITS) {
      return number(number, cell.getDataFormatId(), cell.getDataFormatString());
    }
    return raw == null ? "" : raw;
  }

  /** How many digits a number has when it is written without an exponent, at most. */
  private static long digits(BigDecimal number) {
    return number.precision() + Math.abs((long) number.scale());
  }

  String number(BigDecimal number, @Nullable Integer formatId, @Nullable String format) {
    if (isDate(formatId, format)) {
      long day = number.longValue();
      if (day >= (epoch.equals(EPOCH_1900) ? 1 : 0) && day <= LAST_DAY) {
        boolean early = epoch.equals(EPOCH_1900) && day < FIRST_TRUE_DAY;
        return epoch.plusDays(early ? day + 1 : day).toString();
      }
    }
    BigDecimal shown = number.precision() > 15 && number.scale() > 0 ? number.round(SHOWN) : number;
    String plain = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    if (format == null || shown.signum() < 0 || !ZEROS.matcher(format).matches()) {
      return plain;
    }
    return "0".repeat(Math.max(0, format.length() - plain.length())) + plain;
  }

  /**
   * Built-in date formats, those of East Asian programs too, and any that shows a year or a day.
   */
  private static boolean isDate(@Nullable Integer id, @Nullable String format) {
    if (id != null
        && ((id >= 14 && id <= 17)
            || id == 22
            || (id >= 27 && id <= 36)
            || (id >= 50 && id <= 58))) {
      return true;
    }
    if (format == null) {
      return false;
    }
    String symbols = LITERALS.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    boolean dated = symbols.contains("y") || (symbols.contains("d") && symbols.contains("m"));
    return dated
        && !symbols.contains("general")
        && !symbols.contains("#")
        && !symbols.contains("0.");
  }
}
