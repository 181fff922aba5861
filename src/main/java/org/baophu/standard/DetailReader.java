package org.baophu.standard;

import java.util.Optional;
import java.util.function.Function;
import org.baophu.issue.Problem;
import org.baophu.standard.Details.BusinessStatus;
import org.baophu.standard.Details.Classification;
import org.baophu.standard.Details.IncomeKind;
import org.baophu.standard.Details.InsuranceStatus;
import org.baophu.standard.Details.Scheme;
import org.baophu.standard.Details.TaxMethod;
import org.jspecify.annotations.Nullable;

/** Reads what only the rows of one source say. */
final class DetailReader {
  private static final int MOST_MONTHS = 12 * 80;

  private final Cells cells;

  private DetailReader(Cells cells) {
    this.cells = cells;
  }

  /** The details of a row, or null where the row lacks what it cannot do without. */
  static @Nullable Details read(Cells cells) {
    DetailReader reader = new DetailReader(cells);
    return switch (cells.row().kind()) {
      case TAX -> reader.tax();
      case BUSINESS -> reader.business();
      case INSURANCE -> reader.insurance();
      case POVERTY -> reader.poverty();
      case ORGANISATIONS, LABOUR_FORCE, PROVINCE_TARGETS, DECISIONS, AUDITS ->
          throw new IllegalArgumentException(cells.row().kind() + " rows hold no persons");
    };
  }

  private Details tax() {
    return new Details.Tax(
        optional("income_kind", Words.INCOME_KIND).orElse(IncomeKind.OTHER),
        optional("status", Words.TAX_ACTIVE).orElse(true),
        ignored("updated_on", Numbers::parseDay).orElse(null));
  }

  private Details business() {
    return new Details.Business(
        cells.text("business_code"),
        cells.text("business_name"),
        cells.text("industry_code"),
        optional("tax_method", Words.TAX_METHOD).orElse(TaxMethod.UNKNOWN),
        ignored("annual_revenue", Numbers::parse).orElse(-1L),
        optional("status", Words.BUSINESS_STATUS).orElse(BusinessStatus.ACTIVE),
        ignored("registered_on", Numbers::parseDay).orElse(null));
  }

  private @Nullable Details insurance() {
    Optional<Scheme> scheme = required("scheme", Words.SCHEME);
    Optional<InsuranceStatus> status = required("status", Words.INSURANCE_STATUS);
    if (scheme.isEmpty() || status.isEmpty()) {
      return null;
    }
    return new Details.Insurance(
        scheme.get(),
        status.get(),
        ignored("months_paid", text -> Numbers.parse(text).filter(m -> m <= MOST_MONTHS))
            .map(Long::intValue)
            .orElse(-1),
        ignored("paid_until", Numbers::parseMonth).orElse(null));
  }

  private @Nullable Details poverty() {
    Optional<Classification> classification = required("classification", Words.CLASSIFICATION);
    if (classification.isEmpty()) {
      return null;
    }
    return new Details.Poverty(
        cells.text("household_code"),
        classification.get(),
        ignored("valid_from", Numbers::parseDay).orElse(null),
        ignored("valid_to", Numbers::parseDay).orElse(null));
  }

  private <T> Optional<T> required(String column, Words<T> words) {
    String text = cells.text(column);
    if (Missing.isMissing(text)) {
      cells.reportOpenly(column, text, Problem.VALUE_MISSING, known(words));
      return Optional.empty();
    }
    Optional<T> meaning = words.find(text);
    if (meaning.isEmpty()) {
      cells.reportOpenly(column, text, Problem.VALUE_UNKNOWN, known(words));
    }
    return meaning;
  }

  private <T> Optional<T> optional(String column, Words<T> words) {
    String text = cells.text(column);
    Optional<T> meaning = words.find(text);
    if (meaning.isEmpty() && !Missing.isMissing(text)) {
      cells.reportOpenly(column, text, Problem.VALUE_IGNORED, known(words));
    }
    return meaning;
  }

  private <T> Optional<T> ignored(String column, Function<String, Optional<T>> parse) {
    String text = cells.text(column);
    if (Missing.isMissing(text)) {
      return Optional.empty();
    }
    Optional<T> value = parse.apply(text);
    if (value.isEmpty()) {
      cells.reportOpenly(column, text, Problem.VALUE_IGNORED, "");
    }
    return value;
  }

  private static String known(Words<?> words) {
    return "known: " + String.join(" ", words.codes());
  }
}
