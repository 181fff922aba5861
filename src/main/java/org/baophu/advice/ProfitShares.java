package org.baophu.advice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.baophu.reference.ReferenceTable;

/**
 * What part of its revenue a household business keeps, by industry (table {@code profit_shares}).
 *
 * <p>The ratios are those by which tax offices once estimated the taxable income of households
 * without books (Circular 84/2008/TT-BTC, out of force): 7 % in trade, 15 % in production,
 * transport, lodging and food, 30 % in services, 12 % elsewhere. They are no law today, and nobody
 * has compared the table with the circular; they stand in for what no register tells.
 */
public final class ProfitShares {
  private record Range(int from, int to, BigDecimal share) {}

  private final List<Range> ranges;
  private final BigDecimal otherwise;

  private ProfitShares(List<Range> ranges, BigDecimal otherwise) {
    this.ranges = ranges;
    this.otherwise = otherwise;
  }

  /** The table that is shipped. */
  public static ProfitShares shipped() {
    try (InputStream file =
            Objects.requireNonNull(ProfitShares.class.getResourceAsStream("profit_shares.csv"));
        Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      List<ReferenceTable.Entry> rows = ReferenceTable.read(reader);
      List<Range> ranges =
          rows.stream().filter(row -> !row.get("from").isEmpty()).map(ProfitShares::range).toList();
      BigDecimal otherwise =
          rows.stream()
              .filter(row -> row.get("from").isEmpty())
              .map(row -> new BigDecimal(row.get("share")))
              .findFirst()
              .orElseThrow();
      return new ProfitShares(ranges, otherwise);
    } catch (IOException e) {
      throw new UncheckedIOException("profit_shares.csv", e);
    }
  }

  /**
   * The share of an industry, in [0,1].
   *
   * @param industryCode of the industrial classification, whose first two digits name the division
   */
  BigDecimal of(String industryCode) {
    if (!industryCode.matches("\\d{2,}")) {
      return otherwise;
    }
    int division = Integer.parseInt(industryCode.substring(0, 2));
    return ranges.stream()
        .filter(range -> range.from() <= division && division <= range.to())
        .map(Range::share)
        .findFirst()
        .orElse(otherwise);
  }

  private static Range range(ReferenceTable.Entry row) {
    return new Range(
        Integer.parseInt(row.get("from")),
        Integer.parseInt(row.get("to")),
        new BigDecimal(row.get("share")));
  }
}
