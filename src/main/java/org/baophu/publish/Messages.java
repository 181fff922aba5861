package org.baophu.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baophu.coverage.LegalBasis;
import org.baophu.coverage.Reason;
import org.baophu.issue.Problem;

/**
 * All texts in one language, with the numbers in them written as that language writes numbers.
 * Texts for {@code vi} and {@code en}; any other language reads English.
 */
final class Messages {
  private static final double LEAST_SHARE = 0.001;

  /** The kinds of words that a record's state is made of. */
  private static final List<String> STATE_WORDS =
      List.of("scheme", "status", "method", "income", "living", "group");

  /** Words of citations that are written otherwise in other languages. */
  private static final Pattern LAW_WORD =
      Pattern.compile("Labour Code|Law|Decree|Resolution|Decision|Art\\.");

  private final Locale locale;
  private final Map<String, String> texts;
  private final UnaryOperator<String> communeNames;
  private final DecimalFormatSymbols symbols;
  private final Map<String, Phrase> phrases = new ConcurrentHashMap<>();

  private Messages(Locale locale, UnaryOperator<String> communeNames) {
    this.locale = locale;
    this.texts = load(locale.getLanguage());
    this.communeNames = communeNames;
    this.symbols = symbols(locale.getLanguage().equals("vi"));
  }

  /**
   * The texts of a language.
   *
   * @param communeNames from a commune's code to its name
   */
  static Messages in(Locale language, UnaryOperator<String> communeNames) {
    boolean vietnamese = language.getLanguage().equals("vi");
    return new Messages(Locale.forLanguageTag(vietnamese ? "vi-VN" : "en-GB"), communeNames);
  }

  /** {@code vi} or {@code en}. */
  String language() {
    return locale.getLanguage();
  }

  /** All texts under their keys, in the order of the keys. */
  Map<String, String> texts() {
    return texts;
  }

  boolean has(String key) {
    return texts.containsKey(key);
  }

  /**
   * A text with its arguments filled in.
   *
   * @throws IllegalArgumentException if there is no such text, or it needs other arguments
   */
  String text(String key, Object... arguments) {
    return fill(key, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  String reason(Reason reason) {
    return fill("reason." + reason.code().code(), reason.arguments());
  }

  /** Reasons as a list inside a cell, joined with {@code ;}, which none of them contains itself. */
  String reasons(Collection<Reason> reasons) {
    return reasons.stream().map(r -> reason(r).replace(';', ',')).collect(Collectors.joining(";"));
  }

  String problem(Problem problem) {
    return text("problem." + code(problem));
  }

  /** What is different and why, as a list inside a cell, joined with {@code ;}. */
  String change(Change change) {
    return change.differences().stream()
        .map(difference -> difference(difference).replace(';', ','))
        .collect(Collectors.joining("; "));
  }

  /** One difference, and in brackets the events behind it. */
  String difference(Difference difference) {
    String what = fill("change." + code(difference.cause()), difference.arguments());
    return difference.events().isEmpty() ? what : what + " (" + events(difference.events()) + ")";
  }

  String events(List<Event> events) {
    return events.stream()
        .map(event -> fill("event." + code(event.kind()), event.arguments()))
        .collect(Collectors.joining(", "));
  }

  /** Any text with its arguments, written as its places ask. */
  String filled(String key, List<String> arguments) {
    return fill(key, arguments);
  }

  String effect(ReviewPair pair) {
    return text("effect." + code(pair.effect()), pair.personId());
  }

  /** An enum's constant as output files write it. */
  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The word for a code of some kind, such as {@code income} and {@code salary}; the code itself
   * where there is no word for it.
   */
  String word(String kind, String code) {
    return Objects.requireNonNullElse(texts.get(kind + "." + code), code);
  }

  /** A whole number with its thousands separated. */
  String number(long number) {
    return format("#,##0", number);
  }

  String decimal(double number, int decimals) {
    return format("#,##0." + "0".repeat(decimals), number);
  }

  /** With its sign in front, which for what is below zero is a true minus sign. */
  String signed(double number, int decimals) {
    String magnitude = decimal(Math.abs(number), decimals);
    return number < 0 ? "\u2212" + magnitude : "+" + magnitude;
  }

  /**
   * A share in [0,1] as a percentage with one decimal. What is not all is never shown as 100 %, nor
   * what is not nothing as 0 %.
   */
  String percent(double share) {
    if (share > 0 && share < LEAST_SHARE) {
      return "<" + format("#,##0.0", 100 * LEAST_SHARE) + "%";
    }
    if (share < 1 && share > 1 - LEAST_SHARE) {
      return ">" + format("#,##0.0", 100 * (1 - LEAST_SHARE)) + "%";
    }
    return format("#,##0.0", share * 100) + "%";
  }

  private String fill(String key, List<String> arguments) {
    Phrase phrase = phrases.computeIfAbsent(key, this::phrase);
    if (phrase.argumentCount() > arguments.size()) {
      throw new IllegalArgumentException(
          key + " needs " + phrase.argumentCount() + " arguments, not " + arguments.size());
    }
    return phrase.fill(arguments, this::render);
  }

  private Phrase phrase(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language());
    }
    return new Phrase(text);
  }

  /** How an argument of some kind is written. */
  private String render(String kind, String argument) {
    return switch (kind) {
      case "number" -> argument.matches("-?\\d+") ? number(Long.parseLong(argument)) : argument;
      case "decimal" -> argument.replace('.', symbols.getDecimalSeparator());
      case "law" -> law(argument);
      case "commune" ->
          Arrays.stream(argument.split(";")).map(communeNames).collect(Collectors.joining(", "));
      case "aspect" ->
          Arrays.stream(argument.split(","))
              .map(aspect -> word("aspect", aspect))
              .collect(Collectors.joining(", "));
      case "state" -> state(argument);
      default -> word(kind, argument);
    };
  }

  /** What a record says of living, insurance or poverty, from its codes. */
  private String state(String codes) {
    return Arrays.stream(codes.split("/"))
        .filter(code -> !code.isEmpty())
        .map(this::stateWord)
        .collect(Collectors.joining(" "));
  }

  private String stateWord(String code) {
    return STATE_WORDS.stream()
        .map(kind -> texts.get(kind + "." + code))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(code);
  }

  /** Law and article with a remark where nobody has verified them. */
  String law(LegalBasis basis) {
    return law(basis.cited());
  }

  /** Law and article, its words in the language, and whether they are verified. */
  private String law(String citation) {
    boolean open = citation.endsWith(LegalBasis.NOT_VERIFIED);
    String law =
        open
            ? citation.substring(0, citation.length() - LegalBasis.NOT_VERIFIED.length())
            : citation;
    String words = LAW_WORD.matcher(law).replaceAll(found -> word("law", lawKey(found.group())));
    return open ? text("law.unverified", words) : words;
  }

  private static String lawKey(String word) {
    return word.toLowerCase(Locale.ROOT).replace(" ", "_").replace(".", "");
  }

  private String format(String pattern, Number number) {
    // A new one each time: it is not safe for threads.
    return new DecimalFormat(pattern, symbols).format(number);
  }

  /** Stated here, since a new Java may bring other ones. */
  private static DecimalFormatSymbols symbols(boolean vietnamese) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator(vietnamese ? '.' : ',');
    symbols.setDecimalSeparator(vietnamese ? ',' : '.');
    return symbols;
  }

  private static Map<String, String> load(String language) {
    String name = "messages_" + language + ".properties";
    try (InputStream file = Objects.requireNonNull(Messages.class.getResourceAsStream(name), name);
        InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      Map<String, String> texts = new TreeMap<>();
      properties.stringPropertyNames().forEach(k -> texts.put(k, properties.getProperty(k)));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
