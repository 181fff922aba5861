package org.baophu.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.baophu.intake.Row;
import org.baophu.issue.DataIssue;
import org.baophu.issue.Problem;
import org.baophu.person.Commune;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of the files that hold no persons: organisations, labour force, province targets,
 * decisions.
 *
 * <p>Each method returns null where the row is rejected; then at least one issue says why.
 * Immutable; may be used by any number of threads.
 */
public final class PlanningRows {
  /** What a formula of a spreadsheet can begin with. */
  private static final String FORMULA = "=+-@";

  private static final String REVOKE = "revoke";

  /** Of an organisation, a collection point or a clerk, in characters. */
  private static final int LONGEST_NAME = 200;

  private static final int LONGEST_NOTE = 8_000;

  private final CommuneRegister communes;

  /**
   * @param communes the register of the run's date
   */
  public PlanningRows(CommuneRegister communes) {
    this.communes = communes;
  }

  /**
   * A collection point, or null where its name or organisation is missing, or it states no commune.
   */
  public @Nullable OrganisationRow organisation(Row row, Consumer<DataIssue> issues) {
    Cells cells = new Cells(row, issues);
    Optional<String> organisation = required(cells, "organisation", Optional::of);
    Optional<String> point = required(cells, "collection_point", Optional::of);
    Optional<String> commune = commune(cells);
    boolean named =
        cells.isWithin("organisation", LONGEST_NAME)
            & cells.isWithin("collection_point", LONGEST_NAME);
    if (organisation.isEmpty() || point.isEmpty() || commune.isEmpty() || !named) {
      return null;
    }
    int staff =
        optional(cells, "staff", Numbers::parse)
            .filter(number -> number <= Integer.MAX_VALUE)
            .map(Long::intValue)
            .orElse(-1);
    double capacity = optional(cells, "capacity_per_staff", Numbers::parseDecimal).orElse(-1.0);
    return new OrganisationRow(organisation.get(), point.get(), commune.get(), staff, capacity);
  }

  /** A commune's labour force, or null where it states no commune or no number. */
  public @Nullable LabourForceRow labourForce(Row row, Consumer<DataIssue> issues) {
    Cells cells = new Cells(row, issues);
    Optional<String> commune = commune(cells);
    Optional<Long> labourForce = required(cells, "labour_force", Numbers::parse);
    if (commune.isEmpty() || labourForce.isEmpty()) {
      return null;
    }
    long population = optional(cells, "population", Numbers::parse).orElse(-1L);
    return new LabourForceRow(commune.get(), population, labourForce.get());
  }

  /** A target, or null where any of its cells cannot be read. */
  public @Nullable ProvinceTargetRow provinceTarget(Row row, Consumer<DataIssue> issues) {
    Cells cells = new Cells(row, issues);
    Optional<Long> year =
        required(cells, "year", text -> Numbers.parse(text).filter(y -> y >= 2000 && y <= 2200));
    Optional<String> measure =
        required(cells, "measure", text -> Optional.of(text.toLowerCase(Locale.ROOT)));
    Optional<Long> target = required(cells, "target", Numbers::parse);
    return year.isEmpty() || measure.isEmpty() || target.isEmpty()
        ? null
        : new ProvinceTargetRow(year.get().intValue(), measure.get(), target.get());
  }

  /**
   * A decision, or null where the two records, the decision or its day cannot be read: without its
   * day it would give way to decisions that it was to overturn. A revocation needs a day.
   */
  public @Nullable DecisionRow decision(Row row, Consumer<DataIssue> issues) {
    Cells cells = new Cells(row, issues);
    Optional<RecordKey> a = key(cells, "source_a", "id_a");
    Optional<RecordKey> b = key(cells, "source_b", "id_b");
    Optional<String> decision = decision(cells);
    Optional<Optional<LocalDate>> decidedOn = decidedOn(cells, decision.orElse(""));
    boolean named =
        cells.isWithin("id_a", Standardiser.LONGEST_ID)
            & cells.isWithin("id_b", Standardiser.LONGEST_ID)
            & cells.isWithin("decided_by", LONGEST_NAME);
    if (a.isEmpty() || b.isEmpty() || decision.isEmpty() || decidedOn.isEmpty() || !named) {
      return null;
    }
    if (a.equals(b)) {
      cells.reportOpenly(
          "id_b", b.get().recordId(), Problem.VALUE_UNKNOWN, "the same record twice");
      return null;
    }
    return new DecisionRow(
        a.get(),
        b.get(),
        decision.get(),
        cells.text("decided_by"),
        decidedOn.get().orElse(null),
        cells.beginning("note", LONGEST_NOTE));
  }

  /** The day, an empty one where none is stated, nothing where the row is of no use with it. */
  private static Optional<Optional<LocalDate>> decidedOn(Cells cells, String decision) {
    String text = cells.text("decided_on");
    if (decision.isEmpty() || Missing.isMissing(text) && !decision.equals(REVOKE)) {
      return Optional.of(Optional.empty());
    }
    return required(cells, "decided_on", Numbers::parseDay).map(Optional::of);
  }

  private static Optional<String> decision(Cells cells) {
    String text = cells.text("decision");
    if (text.isEmpty()) {
      return Optional.of("");
    }
    return required(cells, "decision", Words.DECISION::find);
  }

  private static Optional<RecordKey> key(Cells cells, String sourceColumn, String idColumn) {
    Optional<Source> source = required(cells, sourceColumn, PlanningRows::source);
    Optional<String> id = required(cells, idColumn, text -> Optional.of(unguarded(text)));
    return source.flatMap(s -> id.map(i -> new RecordKey(s, i)));
  }

  /** Output files put an apostrophe before an id that a spreadsheet would take for a formula. */
  private static String unguarded(String id) {
    boolean guarded = id.length() > 1 && id.charAt(0) == '\'' && FORMULA.indexOf(id.charAt(1)) >= 0;
    return guarded ? id.substring(1) : id;
  }

  private static Optional<Source> source(String text) {
    for (Source source : Source.values()) {
      if (source.code().equals(text.toLowerCase(Locale.ROOT))) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }

  /**
   * The commune's code, or an empty one where it cannot be decided: a plan can do without one
   * point, a night need not stop for it. Without any commune stated the row is of no use.
   */
  private Optional<String> commune(Cells cells) {
    String commune = cells.text("commune");
    String district = cells.text("district");
    CommuneMatch match = communes.match(commune, district, "", "");
    if (match.isKnown()) {
      return Optional.of(match.code());
    }
    Optional<String> today = district.isEmpty() ? inForce(commune) : Optional.empty();
    if (today.isPresent()) {
      return today;
    }
    if (commune.isEmpty()) {
      cells.reportOpenly("commune", "", Problem.VALUE_MISSING, "");
      return Optional.empty();
    }
    cells.reportOpenly(
        "commune",
        district.isEmpty() ? commune : commune + ", " + district,
        match.basis() == CommuneMatch.Basis.AMBIGUOUS
            ? Problem.COMMUNE_AMBIGUOUS
            : Problem.COMMUNE_UNKNOWN,
        match.basis().name().toLowerCase(Locale.ROOT));
    return Optional.of("");
  }

  /**
   * These files speak of the communes as they are, unlike a person's record, which may speak of any
   * time: without a district, a name that one commune in force has is that commune.
   */
  private Optional<String> inForce(String commune) {
    String name = Vietnamese.fold(commune);
    List<Commune> named =
        communes.communes().stream()
            .filter(
                c ->
                    Vietnamese.fold(c.fullName()).equals(name)
                        || Vietnamese.fold(c.name()).equals(name))
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0).code()) : Optional.empty();
  }

  private static <T> Optional<T> required(
      Cells cells, String column, Function<String, Optional<T>> parse) {
    String text = cells.text(column);
    Optional<T> value = text.isEmpty() ? Optional.empty() : parse.apply(text);
    if (value.isEmpty()) {
      Problem problem = text.isEmpty() ? Problem.VALUE_MISSING : Problem.VALUE_UNKNOWN;
      cells.reportOpenly(column, text, problem, "");
    }
    return value;
  }

  private static <T> Optional<T> optional(
      Cells cells, String column, Function<String, Optional<T>> parse) {
    String text = cells.text(column);
    Optional<T> value = Missing.isMissing(text) ? Optional.empty() : parse.apply(text);
    if (value.isEmpty() && !Missing.isMissing(text)) {
      cells.reportOpenly(column, text, Problem.VALUE_IGNORED, "");
    }
    return value;
  }
}
