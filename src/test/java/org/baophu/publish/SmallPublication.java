package org.baophu.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baophu.coverage.ListQuality;
import org.baophu.coverage.Portrait;
import org.baophu.coverage.Potential;
import org.baophu.coverage.QualityReport;
import org.baophu.coverage.Reason;
import org.baophu.coverage.Reason.Code;
import org.baophu.coverage.Recalibration;
import org.baophu.coverage.Route;
import org.baophu.coverage.Segment;
import org.baophu.coverage.Standing;
import org.baophu.coverage.SupportGroup;
import org.baophu.identity.Contradiction;
import org.baophu.identity.Decision;
import org.baophu.identity.Membership;
import org.baophu.identity.Person;
import org.baophu.identity.Verdict;
import org.baophu.intake.FileFormat;
import org.baophu.intake.InputKind;
import org.baophu.issue.DataIssue;
import org.baophu.issue.Problem;
import org.baophu.person.BirthDate;
import org.baophu.person.Commune;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.sample.Answer;
import org.baophu.sample.Band;
import org.baophu.sample.Checked;
import org.baophu.sample.Drawn;
import org.baophu.sample.Estimator;
import org.baophu.sample.Frame;
import org.baophu.sample.Said;
import org.baophu.sample.Side;
import org.baophu.sample.Stratum;
import org.baophu.sample.Unit;
import org.baophu.target.CollectionPointTarget;
import org.baophu.target.CommuneComparison;
import org.baophu.target.CommuneTarget;
import org.baophu.target.Figures;
import org.baophu.target.Notion;
import org.baophu.target.OrganisationTarget;
import org.baophu.target.PathYear;
import org.baophu.target.PlanInputs;
import org.baophu.target.StaffTarget;
import org.baophu.target.TargetPlan;
import org.baophu.target.TargetRequest;
import org.baophu.unseen.CommuneUnseen;
import org.baophu.unseen.Interval;
import org.baophu.unseen.UnseenEstimate;

/**
 * A night that can be checked by hand: three communes, six people on the list. P4 would run a
 * formula, P5 has no commune, P6 has nothing but a name and a year.
 */
final class SmallPublication {
  static final LocalDate DATE = LocalDate.of(2026, 11, 23);
  static final Commune DONG_KINH = new Commune("05977", "Phường Đông Kinh", "Đông Kinh");
  static final Commune TAM_THANH = new Commune("05986", "Phường Tam Thanh", "Tam Thanh");
  static final Commune EMPTY = new Commune("06001", "Xã Đoàn Kết", "Đoàn Kết");

  private static final String LAW = "Law 41/2024/QH15; article 3";

  private SmallPublication() {}

  static Publication in(String language) {
    return new Publication(
        DATE,
        Locale.forLanguageTag(language),
        List.of(TAM_THANH, DONG_KINH, EMPTY),
        List.of(p6(), p5(), p4(), p3(), p2(), p1()),
        members()::forEach,
        review(),
        targets(),
        unseen(),
        FieldWork.none(DATE),
        summary(),
        quality(),
        sample(),
        changes(),
        conflicts(),
        rejects()::forEach,
        facts());
  }

  /** Somebody listed, somebody left out, and the answers of an earlier night. */
  private static AuditSample sample() {
    Unit listed = new Unit("P0000004", stratum(Side.LISTED, Band.UNSURE), "Huyện Cao Lộc", 0.6);
    Unit leftOut = new Unit("P0000009", stratum(Side.EXCLUDED, Band.SURE), "", 0.0002);
    Portrait portrait =
        new Portrait(
            "=HYPERLINK(\"x\")",
            BirthDate.ofYear(1984),
            Sex.FEMALE,
            "020184000001",
            "",
            "+Thôn 1",
            List.of(key(Source.TAX, "T4")),
            List.of(key(Source.TAX, "T4"), key(Source.INSURANCE, "I4")));
    List<Checked> asked =
        List.of(
            new Checked(new Drawn(listed, 0.5), new Answer(Said.YES, Said.NOTHING, 0)),
            new Checked(new Drawn(leftOut, 0.01), Answer.NONE));
    return new AuditSample(
        List.of(
            new AuditSample.Row("run-7", new Drawn(listed, 0.5), portrait, "05977"),
            new AuditSample.Row("run-7", new Drawn(leftOut, 0.012345), portrait, "")),
        Estimator.estimate(new Frame(List.of(leftOut), List.of(new Frame.Known(listed, 1))), asked),
        Map.of(AuditSample.PROVINCE, 0.8, "Huyện Cao Lộc", 0.8),
        Map.of(AuditSample.PROVINCE, 0.15),
        Recalibration.IDENTITY);
  }

  private static Stratum stratum(Side side, Band band) {
    return new Stratum(side, band);
  }

  /** A night without persons to draw from. */
  static final AuditSample NO_SAMPLE =
      new AuditSample(
          List.of(),
          Estimator.estimate(new Frame(List.of(), List.of()), List.of()),
          Map.of(),
          Map.of(),
          Recalibration.IDENTITY);

  /** One of each kind. */
  static List<Contradiction> conflicts() {
    RecordKey tax = key(Source.TAX, "T1");
    RecordKey insurance = key(Source.INSURANCE, "I1");
    RecordKey business = key(Source.BUSINESS, "B1");
    LocalDate day = LocalDate.of(2026, 10, 30);
    Decision same = new Decision(tax, insurance, Verdict.MATCH, "Lan", day, "seen; both");
    Decision other = new Decision(tax, insurance, Verdict.NO_MATCH, "Minh", day, "");
    Decision chain = new Decision(tax, business, Verdict.MATCH, "Lan", day, "");
    Decision end = new Decision(business, insurance, Verdict.NO_MATCH, "", null, "");
    return List.of(
        new Contradiction(Contradiction.Kind.SAME_DAY, List.of(same, other)),
        new Contradiction(Contradiction.Kind.TRANSITIVE, List.of(chain, same, end)));
  }

  private static QualityReport quality() {
    ListQuality.Doubt wrong = new ListQuality.Doubt(0.5, 0.25, 0.05);
    ListQuality.Doubt missed = new ListQuality.Doubt(0.1, 0, 0.05);
    return new QualityReport(
        ListQuality.of("", 6, wrong, missed),
        List.of(
            ListQuality.of("05977", 3, wrong, missed),
            ListQuality.of("05986", 2, ListQuality.Doubt.NONE, ListQuality.Doubt.NONE),
            ListQuality.of("", 1, ListQuality.Doubt.NONE, ListQuality.Doubt.NONE)));
  }

  private static Potential p1() {
    return new Potential(
        "P0000001",
        "Nông Thị Hạnh",
        new BirthDate(1980, 2, 9),
        Sex.FEMALE,
        46,
        "020180000017",
        "0912345678",
        "05977",
        "Khối 3, \"chợ\" Đông Kinh",
        List.of(key(Source.TAX, "T1"), key(Source.BUSINESS, "B1")),
        Segment.HOUSEHOLD_BUSINESS,
        Route.COMPULSORY_OWNER,
        SupportGroup.ETHNIC_MINORITY,
        0,
        0,
        330_000,
        -1,
        0.98765,
        2.5,
        "insurance:I77",
        0.01235,
        List.of(
            Reason.of(Code.LIVING_TAX, "tax:T1", "business"),
            Reason.of(Code.LIVING_BUSINESS, "business:B1", "declaration"),
            Reason.of(Code.NO_INSURANCE_RECORD),
            Reason.of(
                Code.ROUTE_COMPULSORY_OWNER, "business:B1", "declaration", LAW, "2025-07-01")));
  }

  private static Potential p2() {
    return new Potential(
        "P0000002",
        "Hoàng Văn Nam",
        new BirthDate(1990, 5, 0),
        Sex.MALE,
        36,
        "095012345",
        "",
        "05977",
        "",
        List.of(key(Source.TAX, "T2"), key(Source.INSURANCE, "I2")),
        Segment.RETURNING_AFTER_PAUSE,
        Route.VOLUNTARY,
        SupportGroup.POOR,
        0.5,
        165_000,
        165_000,
        37,
        1,
        3.25,
        "",
        0,
        List.of(
            Reason.of(
                Code.INSURANCE_NOT_IN_FORCE,
                "insurance:I2",
                "compulsory",
                "paused",
                "1037",
                "2019-04"),
            Reason.of(Code.SUPPORT_POVERTY, "poor", "poverty:H2", LAW, "12.5")));
  }

  private static Potential p3() {
    return voluntary("P0000003", "Vi Văn Ba", "05977", 2.5, 0.75, List.of());
  }

  private static Potential p4() {
    return voluntary("P0000004", "=1+1", "05986", 0.125, 0.6, List.of());
  }

  private static Potential p5() {
    return voluntary(
        "P0000005", "Lý A Páo", "", 1, 0.90625, List.of(Reason.of(Code.COMMUNE_UNKNOWN)));
  }

  private static Potential p6() {
    return new Potential(
        "P0000006",
        "Bế Văn Sáu",
        BirthDate.ofYear(1975),
        Sex.UNKNOWN,
        -1,
        "",
        "",
        "05986",
        "@home",
        List.of(key(Source.TAX, "T6")),
        Segment.OTHER,
        Route.VOLUNTARY,
        SupportGroup.OTHER,
        0.2,
        66_000,
        264_000,
        -1,
        0.5,
        0.5,
        "",
        0,
        List.of(
            Reason.of(Code.INSURANCE_NOT_IN_FORCE, "insurance:I6", "lump_sum", "ended", "", ""),
            Reason.of(Code.COMMUNE_DISPUTED, "05986", "05977;99999")));
  }

  private static Potential voluntary(
      String id,
      String name,
      String commune,
      double priority,
      double pUninsured,
      List<Reason> reasons) {
    return new Potential(
        id,
        name,
        new BirthDate(2000, 1, 1),
        Sex.MALE,
        26,
        "",
        "",
        commune,
        "",
        List.of(key(Source.TAX, "T" + id.charAt(7))),
        Segment.TRADER_OR_FREELANCER,
        Route.VOLUNTARY,
        SupportGroup.OTHER,
        0.2,
        66_000,
        264_000,
        0,
        pUninsured,
        priority,
        "",
        0,
        reasons);
  }

  private static List<Person> members() {
    return List.of(
        person(
            "P0000001",
            new Membership(key(Source.TAX, "T1"), 0.99996),
            new Membership(key(Source.BUSINESS, "B1"), 0.87654321)),
        person("P0000002", new Membership(key(Source.TAX, "T2"), 1)),
        person("P0000003", new Membership(key(Source.INSURANCE, "-cmd|x"), 1)));
  }

  private static Person person(String id, Membership... members) {
    return new Person(id, List.of(members));
  }

  private static List<ReviewPair> review() {
    return List.of(
        new ReviewPair(
            key(Source.TAX, "0002"),
            key(Source.INSURANCE, "I9"),
            0.4567891,
            -0.2549,
            "+ name +6.1, birth date −4",
            ReviewPair.Effect.LEAVES_LIST,
            "P0000002"));
  }

  private static UnseenEstimate unseen() {
    return new UnseenEstimate(
        List.of(new CommuneUnseen("05977", 60.25, 30, 19.8, new Interval(85.7, 47.2, 155.9))),
        new Interval(85.7, 47.2, 155.9),
        List.of(new UnseenEstimate.Model("", 0.25, 80), new UnseenEstimate.Model("TB", 0.75, 120)),
        new Interval(110, 70, 170));
  }

  private static TargetPlan targets() {
    Reason byPotential = Reason.of(Code.TARGET_BY_POTENTIAL, "3", "5", "1");
    return new TargetPlan(
        new PlanInputs(DATE, List.of(), List.of(), List.of(), null),
        TargetRequest.ofTotal(1, 2026),
        1,
        List.of(
            new CommuneTarget(
                "05977",
                "Phường Đông Kinh",
                new Figures(30_000, 12_000, 2, 0.4, 10, 1),
                List.of(byPotential, Reason.of(Code.TARGET_AT_CAPACITY, "10"))),
            new CommuneTarget(
                "05986",
                "Phường Tam Thanh",
                new Figures(-1, 1, 2, 0.4, -1, 0),
                List.of(Reason.of(Code.TARGET_CAPACITY_UNKNOWN)))),
        List.of(
            new OrganisationTarget(
                "",
                new Figures(-1, 1, 2, 0.4, -1, 0),
                List.of(Reason.of(Code.TARGET_NO_COLLECTION_POINT))),
            new OrganisationTarget(
                "Bưu điện",
                new Figures(30_000, 12_000, 2, 0.4, 10, 1),
                List.of(Reason.of(Code.TARGET_SUM_OF_POINTS, "1")))),
        List.of(
            new CollectionPointTarget(
                "", "", "05986", "Phường Tam Thanh", new Figures(-1, 1, 2, 0.4, -1, 0), List.of()),
            new CollectionPointTarget(
                "Bưu điện",
                "Điểm 1",
                "05977",
                "Phường Đông Kinh",
                new Figures(30_000, 12_000, 2, 1 / 3.0, 10, 1),
                List.of())),
        List.of(
            new StaffTarget("", "", "05986", "Phường Tam Thanh", 0, 0),
            new StaffTarget("Bưu điện", "Điểm 1", "05977", "Phường Đông Kinh", 1, 1)),
        List.of(
            new CommuneComparison(
                "05977",
                "Phường Đông Kinh",
                Map.of(Notion.POTENTIAL, 1L, Notion.GAP, 0L, Notion.CAPACITY, 1L, Notion.MIX, 1L),
                Notion.POTENTIAL,
                1,
                0,
                1,
                List.of(Reason.of(Code.TARGET_RANGE, "0", "1")))),
        List.of(new PathYear(2026, DATE, LocalDate.of(2026, 12, 31), 12_040, 40, 510, 10, 1)),
        List.of(Reason.of(Code.TOTAL_FROM_POTENTIAL, "20", "5", "1")));
  }

  private static List<CommuneSummary> summary() {
    return List.of(
        new CommuneSummary(
            "05977",
            Map.of(Source.TAX, 3L, Source.BUSINESS, 1L, Source.INSURANCE, 2L),
            5,
            2,
            Map.of(Route.VOLUNTARY, 2L, Route.COMPULSORY_OWNER, 1L),
            1),
        new CommuneSummary("05986", Map.of(Source.TAX, 2L), 2, 0, Map.of(Route.VOLUNTARY, 2L), 0),
        new CommuneSummary("06001", Map.of(), 0, 0, Map.of(), 0),
        new CommuneSummary("", Map.of(Source.POVERTY, 1L), 1, 0, Map.of(Route.VOLUNTARY, 1L), 0));
  }

  private static List<Change> changes() {
    return List.of(
        Change.of("P0000001", "05977", Change.Kind.ADDED, Change.Cause.PERSON_NEW),
        Change.of("P0000002", "05977", Change.Kind.CHANGED, Change.Cause.COMMUNE_CHANGED, "05986"),
        Change.of("P0000005", "", Change.Kind.CHANGED, Change.Cause.COMMUNE_LOST, "05986"),
        Change.of("P0000009", "05986", Change.Kind.REMOVED, Change.Cause.MERGED_INTO, "P0000002"));
  }

  private static List<DataIssue> rejects() {
    return List.of(
        new DataIssue("tax.csv", 7, "full_name", "", Problem.NAME_MISSING, ""),
        new DataIssue("tax.csv", 9, "", "a\tb\r\nc", Problem.CELL_COUNT, "3 cells, not 14"));
  }

  private static NightFacts facts() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("record_id", "Mã");
    columns.put("full_name", "Họ và tên");
    return new NightFacts(
        "1.0.0",
        "run-1",
        Instant.parse("2026-11-22T19:00:00Z"),
        List.of(
            new NightFacts.Input(
                "tax.csv",
                InputKind.TAX,
                "ab".repeat(32),
                1234,
                new FileFormat("csv", "TCVN3", "tab", 2, columns, List.of("Ghi <chú>")),
                8,
                6,
                2,
                Map.of(Problem.CELL_COUNT, 1L, Problem.NAME_MISSING, 1L),
                3)),
        List.of("readme.txt"),
        Map.of("threads", 2),
        new NightFacts.Model(
            0.001,
            7,
            true,
            List.of(
                new NightFacts.FieldWeights(
                    "full_name",
                    List.of(
                        new NightFacts.Level("exact", 0.9, 0.028125, 5),
                        new NightFacts.Level("different", 0.1, 0.4, -2)))),
            Map.of()),
        new NightFacts.Counts(
            9,
            8,
            -1,
            Map.of(Standing.INSURED, 1L, Standing.NO_LIVING, 1L, Standing.POTENTIAL, 6L),
            Map.of("pairs", 12L)),
        List.of(new NightFacts.Timing("link", Duration.ofMillis(1500))),
        new NightFacts.Previous("run-0", LocalDate.of(2026, 11, 22), 8, 6));
  }

  private static RecordKey key(Source source, String id) {
    return new RecordKey(source, id);
  }
}
