package org.baophu.publish;

import static org.baophu.publish.Column.code;
import static org.baophu.publish.Column.count;
import static org.baophu.publish.Column.decimal;
import static org.baophu.publish.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baophu.person.BirthDate;
import org.baophu.person.RecordKey;
import org.baophu.sample.Interval;
import org.baophu.sample.ScopeQuality;
import org.baophu.sample.Side;

/** The tables of the audit sample. */
final class SampleTables {
  private static final int DECIMALS = 4;

  private final Messages messages;
  private final Places places;
  private final AuditSample sample;

  SampleTables(Messages messages, Places places, AuditSample sample) {
    this.messages = messages;
    this.places = places;
    this.sample = sample;
  }

  /**
   * Whom to check. Filled in and put under {@code audits/}, it works as it is. It does not say how
   * sure the model is, so that clerks look at everybody alike.
   */
  Table<AuditSample.Row> rows() {
    return new Table<>(
        List.of(
            code("run_id", 28, AuditSample.Row::runId),
            code("person_id", 11, r -> r.drawn().unit().personId()),
            code("listed", 7, r -> yes(r.drawn().unit().stratum().side() == Side.LISTED)),
            text("full_name", 26, r -> r.portrait().fullName()),
            code("birth_date", 11, r -> day(r.portrait().birthDate())),
            code("birth_year", 10, r -> year(r.portrait().birthDate())),
            code("sex", 7, r -> r.portrait().sex().code()),
            text("national_id", 14, r -> r.portrait().nationalId()),
            text("phone", 12, r -> r.portrait().phone()),
            code("commune_code", 13, r -> places.get(r.communeCode()).code()),
            text("commune", 22, r -> places.get(r.communeCode()).name()),
            text("region", 20, r -> named(r.drawn().unit().region())),
            text("address", 34, r -> r.portrait().address()),
            text("living", 24, r -> joined(r.portrait().living())),
            text("sources", 30, r -> joined(r.portrait().sources())),
            code("inclusion_probability", 12, r -> inclusion(r.drawn().inclusion())),
            code("insured", 10, r -> ""),
            code("eligible", 10, r -> ""),
            code("also_listed_as", 16, r -> ""),
            code("checked_by", 16, r -> ""),
            code("checked_on", 12, r -> ""),
            code("note", 30, r -> "")));
  }

  /** Small enough to need more than four decimals. */
  private static String inclusion(double probability) {
    return Cells.decimal(probability, 6);
  }

  /** A place of {@code audit_quality.csv}: the province as a whole first, then its regions. */
  record Line(boolean isProvince, ScopeQuality quality) {
    String key() {
      return isProvince ? AuditSample.PROVINCE : quality.region();
    }
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(true, sample.quality().province()));
    sample.quality().regions().forEach(region -> lines.add(new Line(false, region)));
    return lines;
  }

  /** What a scope is called. */
  String name(Line line) {
    return line.isProvince() ? messages.text("sample.province") : named(line.quality().region());
  }

  private static String named(String region) {
    return region.isEmpty() ? Place.UNKNOWN_CODE : region;
  }

  // As long as the table has columns.
  Table<Line> quality() {
    List<Column<Line>> columns = new ArrayList<>();
    columns.add(code("scope", 10, r -> r.isProvince() ? "province" : "region"));
    columns.add(text("region", 22, this::name));
    columns.add(count("listed", 10, r -> r.quality().listed().persons()));
    columns.add(count("asked_listed", 12, r -> r.quality().listed().asked()));
    columns.add(count("answered_listed", 14, r -> r.quality().listed().answered()));
    add(columns, "wrong", 1, r -> r.quality().listed().errors());
    columns.add(decimal("model_wrong", 12, 1, r -> claimed(sample.claimedWrong(), r)));
    add(columns, "precision", DECIMALS, r -> r.quality().precision());
    columns.add(count("left_out", 10, r -> r.quality().excluded().persons()));
    columns.add(count("asked_left_out", 12, r -> r.quality().excluded().asked()));
    columns.add(count("answered_left_out", 14, r -> r.quality().excluded().answered()));
    add(columns, "missed", 1, r -> r.quality().excluded().errors());
    columns.add(decimal("model_missed", 12, 1, r -> claimed(sample.claimedMissed(), r)));
    add(columns, "recall", DECIMALS, r -> r.quality().recall());
    columns.add(code("enough", 8, r -> yes(r.quality().isEnough())));
    columns.add(text("remark", 60, this::remark));
    return new Table<>(columns);
  }

  private static void add(
      List<Column<Line>> columns, String name, int decimals, Function<Line, Interval> interval) {
    columns.add(decimal(name, 10, decimals, r -> interval.apply(r).estimate()));
    columns.add(decimal(name + "_low", 12, decimals, r -> interval.apply(r).low()));
    columns.add(decimal(name + "_high", 12, decimals, r -> interval.apply(r).high()));
  }

  static double claimed(Map<String, Double> claims, Line line) {
    return claims.getOrDefault(line.key(), 0.0);
  }

  /** What keeps the numbers from saying much; empty if nothing does. */
  String remark(Line line) {
    ScopeQuality quality = line.quality();
    if (!quality.isEnough()) {
      return messages.text("sample.too_few");
    }
    long unanswered = quality.listed().unanswered() + quality.excluded().unanswered();
    return unanswered == 0 ? "" : messages.text("sample.unanswered", messages.number(unanswered));
  }

  private static String yes(boolean yes) {
    return yes ? "yes" : "no";
  }

  private static String day(BirthDate date) {
    return date.precision() == BirthDate.Precision.DAY ? date.toString() : "";
  }

  private static String year(BirthDate date) {
    return date.isKnown() ? Integer.toString(date.year()) : "";
  }

  private static String joined(List<RecordKey> keys) {
    return keys.stream().map(RecordKey::toString).collect(Collectors.joining(";"));
  }
}
