package org.baophu.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.baophu.person.Source;
import org.baophu.reference.ReferenceTable;

/**
 * How often each slip happens in each register, as shares of that register's records in [0,1].
 *
 * <p>Read from a table with the columns slip, tax, business, insurance, poverty, meaning; the
 * shipped one, {@code error-rates.csv} among this package's resources, is the example to copy.
 */
public final class ErrorRates {
  private final Map<Slip, double[]> rates;

  private ErrorRates(Map<Slip, double[]> rates) {
    this.rates = rates;
  }

  /** The shipped rates. */
  public static ErrorRates shipped() {
    try (InputStream in = ErrorRates.class.getResourceAsStream("error-rates.csv")) {
      if (in == null) {
        throw new IllegalStateException("error-rates.csv is missing from the program");
      }
      return parse(new InputStreamReader(in, StandardCharsets.UTF_8), "error-rates.csv");
    } catch (IOException e) {
      throw new UncheckedIOException("error-rates.csv cannot be read", e);
    }
  }

  /** No slip ever happens. */
  public static ErrorRates none() {
    return new ErrorRates(new EnumMap<>(Slip.class));
  }

  /**
   * The rates of a table.
   *
   * @param file its name, for messages
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if a slip is unknown or missing, or a rate is no number in
   *     [0,1]
   */
  public static ErrorRates parse(Reader csv, String file) throws IOException {
    Map<Slip, double[]> rates = new EnumMap<>(Slip.class);
    for (ReferenceTable.Entry row : ReferenceTable.read(csv)) {
      Slip slip = slip(row.get("slip"), file);
      double[] bySource = new double[Source.values().length];
      for (Source source : Source.values()) {
        bySource[source.ordinal()] = rate(row.get(source.code()), slip, source, file);
      }
      rates.put(slip, bySource);
    }
    List<String> missing =
        Arrays.stream(Slip.values()).filter(s -> !rates.containsKey(s)).map(Slip::code).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          file + ": no row for " + missing + "; give a rate of 0 to what should not happen");
    }
    return new ErrorRates(rates);
  }

  private static Slip slip(String code, String file) {
    return Arrays.stream(Slip.values())
        .filter(s -> s.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(file + ": no slip is called " + code));
  }

  private static double rate(String text, Slip slip, Source source, String file) {
    double rate;
    try {
      rate = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      rate = Double.NaN;
    }
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          file
              + ": "
              + slip.code()
              + ", "
              + source.code()
              + ": '"
              + text
              + "' is no share between 0 and 1");
    }
    return rate;
  }

  /** The same rates but one, which becomes the same in every register. */
  ErrorRates with(Slip slip, double rate) {
    Map<Slip, double[]> changed = new EnumMap<>(Slip.class);
    changed.putAll(rates);
    double[] bySource = new double[Source.values().length];
    Arrays.fill(bySource, rate);
    changed.put(slip, bySource);
    return new ErrorRates(changed);
  }

  /** The share of a register's records in which a slip happens. */
  double rate(Slip slip, Source source) {
    double[] bySource = rates.get(slip);
    return bySource == null ? 0 : bySource[source.ordinal()];
  }
}
