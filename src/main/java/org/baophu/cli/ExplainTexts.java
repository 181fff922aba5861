package org.baophu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of {@code explain} in one language, with numbers as that language writes them. */
final class ExplainTexts {
  private static final Pattern WORTH = Pattern.compile("(.*), common words worth (\\d+) bits.*");

  private final Properties texts = new Properties();
  private final boolean vietnamese;

  /** Vietnamese for {@code vi}, else English. */
  ExplainTexts(Locale language) {
    vietnamese = language.getLanguage().equals("vi");
    String name = vietnamese ? "explain_vi.properties" : "explain_en.properties";
    try (InputStream file =
            Objects.requireNonNull(ExplainTexts.class.getResourceAsStream(name), name);
        InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** {@code vi} or {@code en}. */
  String language() {
    return vietnamese ? "vi" : "en";
  }

  /**
   * A text with its arguments filled in.
   *
   * @throws IllegalArgumentException if there is no such text
   */
  String text(String key, Object... arguments) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language());
    }
    StringBuilder filled = new StringBuilder();
    Matcher place = Pattern.compile("\\{(\\d)\\}").matcher(text);
    while (place.find()) {
      String argument = String.valueOf(arguments[Integer.parseInt(place.group(1))]);
      place.appendReplacement(filled, Matcher.quoteReplacement(argument));
    }
    return place.appendTail(filled).toString();
  }

  /** The keys of all texts, sorted. */
  SortedSet<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }

  /** An agreement level, which the engine words in English; as it is where there is no other. */
  String level(String kind) {
    if (!vietnamese) {
      return kind;
    }
    Matcher worth = WORTH.matcher(kind);
    if (worth.matches()) {
      return level(worth.group(1)) + text("level.common_words_worth", worth.group(2));
    }
    String key = "level." + kind.replaceAll("[^A-Za-z]+", "_");
    return texts.getProperty(key, kind.replace(" with ", " " + text("level.with") + " "));
  }

  /** Bits, signed, with two decimals. */
  String bits(double bits) {
    double shown = Math.rint(bits * 100) / 100;
    String digits = format("0.00", Math.abs(shown));
    return shown < 0 ? "-" + digits : shown > 0 ? "+" + digits : digits;
  }

  /** Bits without their sign, with one decimal. */
  String about(double bits) {
    return format("0.0", Math.abs(bits));
  }

  String probability(double probability) {
    return format("0.0000", probability);
  }

  String count(double number) {
    return format("#,##0", number);
  }

  private String format(String pattern, double number) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setDecimalSeparator(vietnamese ? ',' : '.');
    symbols.setGroupingSeparator(vietnamese ? '.' : ',');
    return new DecimalFormat(pattern, symbols).format(number);
  }
}
