package org.baophu.publish;

import static org.baophu.publish.Column.code;
import static org.baophu.publish.Column.count;
import static org.baophu.publish.Column.countOrEmpty;
import static org.baophu.publish.Column.decimal;
import static org.baophu.publish.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.baophu.coverage.ListQuality;
import org.baophu.coverage.Route;
import org.baophu.identity.Contradiction;
import org.baophu.issue.DataIssue;
import org.baophu.person.BirthDate;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.baophu.unseen.CommuneUnseen;

/** The tables of the public contract, column by column. */
final class Tables {
  private static final int PROBABILITY_DECIMALS = 4;
  private static final int WEIGHT_DECIMALS = 2;
  private static final int UNSEEN_DECIMALS = 1;

  private final Messages messages;
  private final Places places;

  Tables(Messages messages, Places places) {
    this.messages = messages;
    this.places = places;
  }

  /** {@code birth_date} is given where the day is known, {@code birth_year} where the year is. */
  Table<Listed> potential() {
    return new Table<>(
        List.of(
            code("person_id", 11, r -> r.person().personId()),
            count("rank", 6, Listed::rank),
            text("full_name", 26, r -> r.person().fullName()),
            code("birth_date", 11, r -> day(r.person().birthDate())),
            code("birth_year", 10, r -> year(r.person().birthDate())),
            code("sex", 7, r -> r.person().sex().code()),
            countOrEmpty("age", 5, r -> r.person().ageYears()),
            text("national_id", 14, r -> r.person().nationalId()),
            text("phone", 12, r -> r.person().phone()),
            code("commune_code", 13, r -> r.place().code()),
            text("commune", 22, r -> r.place().name()),
            text("address", 34, r -> r.person().address()),
            text("sources", 30, r -> joined(r.person().sources())),
            code("segment", 24, r -> r.person().segment().code()),
            code("route", 20, r -> r.person().route().code()),
            code("support_group", 15, r -> r.person().supportGroup().code()),
            decimal("support_rate", 12, PROBABILITY_DECIMALS, r -> r.person().supportRate()),
            count("monthly_support", 15, r -> r.person().monthlySupportVnd()),
            count("monthly_payment", 16, r -> r.person().monthlyPaymentVnd()),
            countOrEmpty("months_paid", 12, r -> r.person().monthsPaid()),
            decimal("p_uninsured", 12, PROBABILITY_DECIMALS, r -> r.person().pUninsured()),
            decimal("priority", 9, PROBABILITY_DECIMALS, r -> r.person().priority()),
            text("nearest_insured", 20, r -> r.person().nearestInsured()),
            code("nearest_probability", 18, r -> nearestProbability(r)),
            text("reasons", 90, r -> messages.reasons(r.person().reasons()))));
  }

  /** A record of a person. */
  record Member(String personId, RecordKey key, double probability) {}

  Table<Member> members() {
    return new Table<>(
        List.of(
            code("person_id", 11, Member::personId),
            code("source", 10, r -> r.key().source().code()),
            text("record_id", 20, r -> r.key().recordId()),
            decimal("membership_probability", 22, PROBABILITY_DECIMALS, Member::probability)));
  }

  Table<ReviewPair> review() {
    return new Table<>(
        List.of(
            code("source_a", 10, r -> r.a().source().code()),
            text("id_a", 20, r -> r.a().recordId()),
            code("source_b", 10, r -> r.b().source().code()),
            text("id_b", 20, r -> r.b().recordId()),
            decimal("match_probability", 17, PROBABILITY_DECIMALS, ReviewPair::probability),
            decimal("match_weight", 13, WEIGHT_DECIMALS, ReviewPair::weightBits),
            text("evidence", 80, ReviewPair::evidence),
            text("effect", 50, messages::effect),
            code("decision", 12, r -> "")));
  }

  /** The people on no list, rounded; the warning stands in every row, since rows are passed on. */
  Table<CommuneUnseen> unseen() {
    return new Table<>(
        List.of(
            code("commune_code", 13, r -> places.get(r.communeCode()).code()),
            text("commune", 22, r -> places.get(r.communeCode()).name()),
            decimal("tax_only", 12, UNSEEN_DECIMALS, CommuneUnseen::taxOnly),
            decimal("business_only", 12, UNSEEN_DECIMALS, CommuneUnseen::businessOnly),
            decimal("both_expected", 12, UNSEEN_DECIMALS, CommuneUnseen::both),
            count("unseen", 10, r -> Math.round(r.unseen().number())),
            count("unseen_low", 10, r -> (long) Math.floor(r.unseen().low())),
            count("unseen_high", 10, r -> (long) Math.ceil(r.unseen().high())),
            text("reasons", 90, r -> messages.text("report.unseen_assumes"))));
  }

  Table<CommuneSummary> summary() {
    List<Column<CommuneSummary>> columns = new ArrayList<>();
    columns.add(code("commune_code", 13, r -> places.get(r.communeCode()).code()));
    columns.add(text("commune", 22, r -> places.get(r.communeCode()).name()));
    for (Source source : Source.values()) {
      columns.add(count("records_" + source.code(), 12, r -> r.recordsOf(source)));
    }
    columns.add(count("persons", 12, CommuneSummary::persons));
    columns.add(count("insured", 12, CommuneSummary::insured));
    for (Route route : Route.values()) {
      columns.add(count("potential_" + route.code(), 12, r -> r.potentialBy(route)));
    }
    columns.add(count("in_review", 12, CommuneSummary::inReview));
    return new Table<>(columns);
  }

  /** Numbers that are expected have one decimal, their limits none. */
  Table<ListQuality> quality() {
    return new Table<>(
        List.of(
            code("commune_code", 13, r -> places.get(r.communeCode()).code()),
            text("commune", 22, r -> places.get(r.communeCode()).name()),
            count("listed", 10, ListQuality::listed),
            decimal("expected_wrong", 14, 1, r -> r.wrong().expected()),
            count("wrong_low", 10, r -> r.wrong().low()),
            count("wrong_high", 10, r -> r.wrong().high()),
            decimal("expected_missed", 15, 1, r -> r.missed().expected()),
            count("missed_low", 10, r -> r.missed().low()),
            count("missed_high", 11, r -> r.missed().high())));
  }

  Table<Change> changes() {
    return new Table<>(
        List.of(
            code("person_id", 11, Change::personId),
            code("commune_code", 13, r -> Places.written(r.communeCode())),
            code("change", 10, r -> r.kind().code()),
            text("reason", 70, messages::change)));
  }

  /** Filled in and put under {@code decisions/}, it works as it is, as a review does. */
  Table<Contradiction> conflicts() {
    Conflicts conflicts = new Conflicts(messages);
    return new Table<>(
        List.of(
            code("kind", 11, r -> Messages.code(r.kind())),
            code("source_a", 10, r -> Conflicts.about(r).a().source().code()),
            text("id_a", 20, r -> Conflicts.about(r).a().recordId()),
            code("source_b", 10, r -> Conflicts.about(r).b().source().code()),
            text("id_b", 20, r -> Conflicts.about(r).b().recordId()),
            text("decided_match", 60, conflicts::matches),
            text("decided_no_match", 60, conflicts::noMatches),
            text("done", 50, conflicts::done),
            text("remedy", 60, conflicts::remedy),
            code("decision", 12, r -> ""),
            code("decided_by", 12, r -> ""),
            code("decided_on", 12, r -> ""),
            code("note", 12, r -> "")));
  }

  Table<DataIssue> rejects() {
    return new Table<>(
        List.of(
            text("file", 24, DataIssue::file),
            count("row", 8, DataIssue::row),
            text("column", 18, DataIssue::column),
            text("value", 26, DataIssue::value),
            code("problem", 22, r -> Messages.code(r.problem())),
            text("reason", 60, r -> messages.problem(r.problem())),
            text("detail", 60, DataIssue::detail)));
  }

  private static String day(BirthDate date) {
    return date.precision() == BirthDate.Precision.DAY ? date.toString() : "";
  }

  private static String year(BirthDate date) {
    return date.isKnown() ? Integer.toString(date.year()) : "";
  }

  private static String nearestProbability(Listed row) {
    return row.person().nearestInsured().isEmpty()
        ? ""
        : Cells.decimal(row.person().nearestProbability(), PROBABILITY_DECIMALS);
  }

  private static String joined(List<RecordKey> keys) {
    return keys.stream().map(RecordKey::toString).collect(Collectors.joining(";"));
  }
}
