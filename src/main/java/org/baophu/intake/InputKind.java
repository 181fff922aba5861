package org.baophu.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.baophu.person.Source;

/** The kinds of input file, with their canonical columns in the order of the public contract. */
public enum InputKind {
  TAX(
      true,
      "record_id tax_code full_name! birth_date sex national_id phone address commune district"
          + " province income_kind status updated_on"),
  BUSINESS(
      true,
      "record_id business_code business_name owner_name! owner_birth_date owner_sex"
          + " owner_national_id owner_tax_code phone address commune district province"
          + " industry_code tax_method annual_revenue status registered_on"),
  INSURANCE(
      true,
      "record_id insurance_no full_name! birth_date sex national_id phone ethnicity address commune"
          + " district province scheme! status! months_paid paid_until"),
  POVERTY(
      false,
      "record_id household_code full_name! birth_date sex national_id address commune district"
          + " classification ethnicity valid_from valid_to"),
  ORGANISATIONS(
      false, "organisation! collection_point! commune! district staff capacity_per_staff"),
  LABOUR_FORCE(false, "commune! district population labour_force!"),
  PROVINCE_TARGETS(false, "year! measure! target!"),
  DECISIONS(false, "source_a! id_a! source_b! id_b! decision! decided_by decided_on note"),
  AUDITS(false, "run_id! person_id! insured! eligible also_listed_as checked_by checked_on note");

  private final boolean required;
  private final List<String> columns;
  private final List<String> requiredColumns;

  InputKind(boolean required, String columns) {
    this.required = required;
    List<String> marked = List.of(columns.split(" "));
    this.columns = marked.stream().map(c -> c.replace("!", "")).toList();
    this.requiredColumns =
        marked.stream().filter(c -> c.endsWith("!")).map(c -> c.replace("!", "")).toList();
  }

  /** How the names of such files begin; the name of their folder if {@link #isFromClerks}. */
  public String prefix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a delivery without such a file is refused. */
  public boolean isRequired() {
    return required;
  }

  /** Whether clerks fill such files in, at times and little by little; they have a folder. */
  public boolean isFromClerks() {
    return this == DECISIONS || this == AUDITS;
  }

  public List<String> columns() {
    return columns;
  }

  /** The columns without which a file of this kind is refused. */
  public List<String> requiredColumns() {
    return requiredColumns;
  }

  /** The register whose records such a file holds; empty for files that hold no persons. */
  public Optional<Source> findSource() {
    return switch (this) {
      case TAX -> Optional.of(Source.TAX);
      case BUSINESS -> Optional.of(Source.BUSINESS);
      case INSURANCE -> Optional.of(Source.INSURANCE);
      case POVERTY -> Optional.of(Source.POVERTY);
      case ORGANISATIONS, LABOUR_FORCE, PROVINCE_TARGETS, DECISIONS, AUDITS -> Optional.empty();
    };
  }
}
