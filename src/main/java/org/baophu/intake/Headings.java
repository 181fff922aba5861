package org.baophu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.baophu.reference.ReferenceTable;

/**
 * What headings mean in one kind of file.
 *
 * <p>The same words mean different columns in different files: {@code Mã số thuế} is the owner's in
 * a file of businesses. The usual names stand in the resource {@code headings.csv}; of two headings
 * for one column the one that stands first there is preferred.
 */
final class Headings {
  /** Columns of the two halves of a name; their cells are joined. */
  static final String FAMILY_NAME = "family_and_middle_name";

  static final String GIVEN_NAME = "given_name";

  private static final double LIKE = 0.82;
  private static final List<ReferenceTable.Entry> SYNONYMS = synonyms();

  private final InputKind kind;
  private final Map<String, Meaning> meanings = new HashMap<>();

  /**
   * What a heading means.
   *
   * @param column canonical name, or one of the halves of a name
   * @param rank the lower, the surer
   */
  record Meaning(String column, int rank) {}

  /**
   * @param own headings that the configuration maps to canonical columns; they come first
   * @throws InputRefusedException if a mapping names no column of this kind
   */
  Headings(InputKind kind, Map<String, String> own, String file) {
    this.kind = kind;
    own.forEach((heading, column) -> map(heading, column, file));
    for (String column : kind.columns()) {
      meanings.putIfAbsent(key(column), new Meaning(column, 0));
    }
    addSynonyms(kind.prefix());
    addSynonyms("any");
  }

  private void map(String heading, String column, String file) {
    if (!kind.columns().contains(column)) {
      throw new InputRefusedException(
          file,
          "the configuration maps heading '"
              + heading
              + "' to '"
              + column
              + "', which is no column of "
              + kind.prefix()
              + " files.",
          "Use one of " + String.join(", ", kind.columns()) + ".");
    }
    meanings.put(key(heading), new Meaning(column, -1));
  }

  private void addSynonyms(String whose) {
    for (int i = 0; i < SYNONYMS.size(); i++) {
      ReferenceTable.Entry synonym = SYNONYMS.get(i);
      if (synonym.get("kind").equals(whose) && isOfKind(synonym.get("column"))) {
        meanings.putIfAbsent(
            key(synonym.get("heading")), new Meaning(synonym.get("column"), i + 1));
      }
    }
  }

  private boolean isOfKind(String column) {
    boolean half = column.equals(FAMILY_NAME) || column.equals(GIVEN_NAME);
    return kind.columns().contains(column) || (half && findNameColumn().isPresent());
  }

  InputKind kind() {
    return kind;
  }

  /** The column that holds the name of the person, if the kind has one. */
  Optional<String> findNameColumn() {
    return kind.columns().stream()
        .filter(c -> c.equals("full_name") || c.equals("owner_name"))
        .findFirst();
  }

  /** What a heading means: as a whole, else without what stands in brackets or before it. */
  Optional<Meaning> find(String heading) {
    String plain = heading.replaceAll("\\([^)]*\\)|\\[[^\\]]*]|\\*", " ");
    String unnumbered = plain.strip().replaceFirst("^\\d+\\s*[.)/-]\\s*", "");
    for (String form : List.of(heading, plain, unnumbered)) {
      Meaning meaning = meanings.get(key(form));
      if (meaning != null) {
        return Optional.of(meaning);
      }
    }
    return Optional.empty();
  }

  /** The heading among those that is most like a usual name of that column, if any is alike. */
  Optional<String> findAlike(String column, List<String> headings) {
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    List<String> keys = new ArrayList<>();
    meanings.forEach(
        (key, meaning) -> {
          if (meaning.column().equals(column)) {
            keys.add(key);
          }
        });
    double best = LIKE;
    Optional<String> alike = Optional.empty();
    for (String heading : headings) {
      String key = key(heading);
      for (String usual : keys) {
        double value = key.isEmpty() ? 0 : similarity.apply(key, usual);
        if (value > best) {
          best = value;
          alike = Optional.of(heading);
        }
      }
    }
    return alike;
  }

  /** A heading without diacritics, case, spaces and punctuation. */
  static String key(String heading) {
    String decomposed = Normalizer.normalize(heading, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (c == 'đ') {
        key.append('d');
      } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        key.append(c);
      }
    }
    return key.toString();
  }

  private static List<ReferenceTable.Entry> synonyms() {
    try (InputStream in = Headings.class.getResourceAsStream("headings.csv")) {
      if (in == null) {
        throw new IllegalStateException("resource headings.csv is missing");
      }
      return ReferenceTable.read(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("resource headings.csv cannot be read", e);
    }
  }
}
