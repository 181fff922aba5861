package org.baophu.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places to fill in.
 *
 * <p>{@code {0}} stands for the first argument as it is, {@code {0:kind}} for what a renderer makes
 * of it. A part in square brackets is left out where one of its arguments is empty: of {@code paid
 * {0} months[, until {1}]} stays {@code paid 7 months} when the second is unknown.
 */
final class Phrase {
  private static final Pattern PART = Pattern.compile("\\[([^\\]]*)\\]|[^\\[]+");
  private static final Pattern PIECE = Pattern.compile("\\{(\\d)(?::([a-z]+))?\\}|[^{]+");

  private final List<Part> parts;

  /** A part of the text, which may be left out. */
  private record Part(boolean optional, List<Piece> pieces) {}

  /**
   * Plain text, or a place.
   *
   * @param argument number of the argument; -1 for plain text
   * @param text the plain text, or the kind; empty for an argument as it is
   */
  private record Piece(int argument, String text) {}

  Phrase(String text) {
    List<Part> found = new ArrayList<>();
    Matcher matcher = PART.matcher(text);
    while (matcher.find()) {
      boolean optional = matcher.group(1) != null;
      found.add(new Part(optional, pieces(optional ? matcher.group(1) : matcher.group())));
    }
    parts = List.copyOf(found);
  }

  /** How many arguments it needs: one more than the highest number in it. */
  int argumentCount() {
    return parts.stream()
        .flatMap(part -> part.pieces().stream())
        .mapToInt(piece -> piece.argument() + 1)
        .max()
        .orElse(0);
  }

  /**
   * The text with its places filled in.
   *
   * @param renderer takes a kind, such as {@code number}, and an argument
   */
  String fill(List<String> arguments, BinaryOperator<String> renderer) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      if (!part.optional() || part.pieces().stream().noneMatch(p -> isEmpty(p, arguments))) {
        part.pieces().forEach(piece -> filled.append(fill(piece, arguments, renderer)));
      }
    }
    return filled.toString();
  }

  private static boolean isEmpty(Piece piece, List<String> arguments) {
    return piece.argument() >= 0 && arguments.get(piece.argument()).isEmpty();
  }

  private static String fill(Piece piece, List<String> arguments, BinaryOperator<String> renderer) {
    if (piece.argument() < 0) {
      return piece.text();
    }
    String argument = arguments.get(piece.argument());
    return piece.text().isEmpty() ? argument : renderer.apply(piece.text(), argument);
  }

  private static List<Piece> pieces(String text) {
    return PIECE.matcher(text).results().map(Phrase::piece).toList();
  }

  private static Piece piece(MatchResult found) {
    if (found.group(1) == null) {
      return new Piece(-1, found.group());
    }
    String kind = found.group(2);
    return new Piece(found.group(1).charAt(0) - '0', kind == null ? "" : kind);
  }
}
