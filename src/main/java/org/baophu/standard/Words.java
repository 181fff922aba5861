package org.baophu.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.baophu.person.Sex;
import org.baophu.reference.ReferenceTable;
import org.baophu.reference.ReferenceTable.Entry;
import org.baophu.standard.Details.BusinessStatus;
import org.baophu.standard.Details.Classification;
import org.baophu.standard.Details.IncomeKind;
import org.baophu.standard.Details.InsuranceStatus;
import org.baophu.standard.Details.Scheme;
import org.baophu.standard.Details.TaxMethod;

/**
 * The words that cells with a fixed choice use, in any case, with or without diacritics.
 *
 * <p>They stand in {@code cell_words.csv}, the public contract's own word first for each meaning.
 */
final class Words<T> {
  private static final List<Entry> TABLE = table();

  static final Words<Sex> SEX = new Words<>("sex", Sex::valueOf);
  static final Words<IncomeKind> INCOME_KIND = new Words<>("income_kind", IncomeKind::valueOf);
  static final Words<BusinessStatus> BUSINESS_STATUS =
      new Words<>("business_status", BusinessStatus::valueOf);
  static final Words<TaxMethod> TAX_METHOD = new Words<>("tax_method", TaxMethod::valueOf);
  static final Words<Scheme> SCHEME = new Words<>("scheme", Scheme::valueOf);
  static final Words<InsuranceStatus> INSURANCE_STATUS =
      new Words<>("insurance_status", InsuranceStatus::valueOf);
  static final Words<Classification> CLASSIFICATION =
      new Words<>("classification", Classification::valueOf);
  static final Words<String> DECISION =
      new Words<>("decision", meaning -> meaning.toLowerCase(Locale.ROOT));
  static final Words<String> YES_NO =
      new Words<>("yes_no", meaning -> meaning.toLowerCase(Locale.ROOT));

  /**
   * Whether a taxpayer is active, also by the tax department's status codes: only those that the
   * reference table calls active are. One who has moved to another office, is not found at the
   * address or waits for that to be verified is not active here.
   */
  static final Words<Boolean> TAX_ACTIVE = taxStatuses();

  private final Map<String, T> meanings = new HashMap<>();
  private final Map<T, String> codes = new LinkedHashMap<>();

  private Words(String column, Function<String, T> meaning) {
    TABLE.stream()
        .filter(row -> row.get("column").equals(column))
        .forEach(row -> add(meaning.apply(row.get("meaning")), row.get("word")));
  }

  private static List<Entry> table() {
    try (InputStream in = Words.class.getResourceAsStream("cell_words.csv")) {
      if (in == null) {
        throw new IllegalStateException("cell_words.csv is not among the program's resources");
      }
      return ReferenceTable.read(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cell_words.csv cannot be read", e);
    }
  }

  private static Words<Boolean> taxStatuses() {
    Words<Boolean> words = new Words<>("tax_active", Boolean::valueOf);
    for (Entry entry : ReferenceTable.read("tax_status_codes")) {
      String active = entry.get("active_for_matching_suggested");
      if (!active.isEmpty()) {
        addTaxStatus(words, entry, active.equals("yes"));
      }
    }
    return words;
  }

  /** A code, with or without its zero, and what the department calls it. */
  private static void addTaxStatus(Words<Boolean> words, Entry entry, boolean active) {
    words.add(active, entry.get("code"));
    words.add(active, entry.get("code").replaceFirst("^0", ""));
    for (String description : entry.get("description_vi").split(" — ")) {
      words.add(active, description);
    }
  }

  private void add(T meaning, String word) {
    meanings.put(Vietnamese.fold(word), meaning);
    codes.putIfAbsent(meaning, word);
  }

  /** What the text means, if it is a known word. */
  Optional<T> find(String text) {
    return Optional.ofNullable(meanings.get(Vietnamese.fold(text)));
  }

  /** The words of the public contract, for who has to mend the cell. */
  List<String> codes() {
    return List.copyOf(codes.values());
  }
}
