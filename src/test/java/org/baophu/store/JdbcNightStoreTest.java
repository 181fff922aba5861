package org.baophu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.baophu.RealPostgres;
import org.baophu.identity.Decision;
import org.baophu.identity.IdentityChange;
import org.baophu.identity.Verdict;
import org.baophu.night.FieldBook;
import org.baophu.night.NightRun;
import org.baophu.night.NightSettings;
import org.baophu.night.NightStore.KeptDecision;
import org.baophu.night.NightStore.Member;
import org.baophu.night.NightStore.NightResults;
import org.baophu.night.NightStore.PastRun;
import org.baophu.night.NightStore.PastStanding;
import org.baophu.night.NightStore.Remembered;
import org.baophu.night.NightStore.Renumbering;
import org.baophu.night.NightStore.RunState;
import org.baophu.night.NightStore.Status;
import org.baophu.night.NightStore.StoredEvent;
import org.baophu.night.NightStore.StoredIdentityChange;
import org.baophu.night.NightStore.StoredListChange;
import org.baophu.night.SampleMemory;
import org.baophu.night.SampleMemory.KeptAnswer;
import org.baophu.night.SampleMemory.PastDraw;
import org.baophu.person.BirthDate;
import org.baophu.person.PersonName;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.sample.Answer;
import org.baophu.sample.Band;
import org.baophu.sample.Drawn;
import org.baophu.sample.Said;
import org.baophu.sample.Side;
import org.baophu.sample.Stratum;
import org.baophu.sample.Unit;
import org.baophu.standard.CommuneMatch;
import org.baophu.standard.Details;
import org.baophu.standard.RecordDigest;
import org.baophu.standard.StandardRecord;
import org.baophu.store.PersonHistory.Entry;
import org.baophu.store.PersonHistory.Kind;
import org.baophu.store.PersonHistory.Story;
import org.baophu.target.CommuneFigures;
import org.baophu.target.PlanInputs;
import org.baophu.target.TargetPlan;
import org.baophu.target.TargetRequest;
import org.baophu.target.Targets;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The store on both databases for real: H2 in a file's stead in memory, and PostgreSQL. */
class JdbcNightStoreTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T19:00:00Z"), ZoneOffset.UTC);
  private static final RecordKey TAX = new RecordKey(Source.TAX, "T1");
  private static final RecordKey INSURANCE = new RecordKey(Source.INSURANCE, "Số 7");
  private static final PastStanding LISTED =
      new PastStanding(
          "POTENTIAL",
          "05977",
          "voluntary",
          "other",
          -7,
          Long.MAX_VALUE,
          new PastStanding.Row("0".repeat(48), "poor_household", 165_000, -1));

  private static final Decision NO_MATCH =
      new Decision(TAX, INSURANCE, Verdict.NO_MATCH, "clerk", LocalDate.of(2026, 10, 30), "note");

  private static final FieldBook.PastListing OPEN =
      new FieldBook.PastListing(
          "P0000001",
          1,
          LocalDate.of(2026, 11, 1),
          "other",
          "05977",
          "Bưu điện",
          "Điểm thu 1",
          List.of("insurance:I1", "insurance:Số 7"),
          null,
          FieldBook.Result.OPEN,
          0,
          null,
          "");
  private static final FieldBook.Asked ASKED =
      new FieldBook.Asked(
          2026, "05977", "Bưu điện", "Điểm thu 1", 12, 400, LocalDate.of(2026, 11, 1), 1);
  private static final FieldBook.Page PAGE =
      new FieldBook.Page(List.of(OPEN), Set.of(), List.of(ASKED));

  private static final PastDraw DRAWN =
      new PastDraw(
          1,
          "a",
          LocalDate.of(2026, 11, 1),
          new Drawn(
              new Unit("P0000001", new Stratum(Side.LISTED, Band.LIKELY), "Huyện Cao Lộc", 0.99),
              1.0 / 3),
          Long.MIN_VALUE);
  private static final KeptAnswer ANSWER =
      new KeptAnswer(
          "a", "P0000001", new Answer(Said.NO, Said.NOTHING, 2), "Lan", LocalDate.of(2026, 11, 2));
  private static final SampleMemory.Page SAMPLE =
      new SampleMemory.Page(List.of(DRAWN), List.of(), LocalDate.of(2026, 8, 1));

  private static @Nullable EmbeddedPostgres postgres;

  @BeforeAll
  static void startPostgres() throws IOException {
    postgres = RealPostgres.isAvailable() ? RealPostgres.start() : null;
  }

  @AfterAll
  static void stopPostgres() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  static Stream<DataSource> databases() {
    DataSource h2 = new DriverManagerDataSource("jdbc:h2:mem:store;DB_CLOSE_DELAY=-1");
    Stream<DataSource> both =
        postgres == null ? Stream.of(h2) : Stream.of(h2, postgres.getPostgresDatabase());
    return both.map(JdbcNightStoreTest::emptied);
  }

  private static DataSource emptied(DataSource database) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(database)
            .locations("classpath:org/baophu/store/schema")
            .cleanDisabled(false)
            .load();
    flyway.clean();
    flyway.migrate();
    return database;
  }

  private static NightRun run(LocalDate date) {
    return new NightRun(
        date,
        List.of(),
        List.of(),
        Path.of("output"),
        NightSettings.defaults(),
        Map.of(),
        List.of(),
        Locale.ENGLISH,
        1,
        "test",
        1,
        List.of());
  }

  private static Map<RecordKey, String> members(JdbcNightStore store) {
    Map<RecordKey, String> members = new HashMap<>();
    store.forEachMember((key, remembered) -> members.put(key, remembered.personId()));
    return members;
  }

  private static void commit(JdbcNightStore store, long runNo, NightResults results) {
    store.commit(runNo, results, () -> {});
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aRunIsFoundAgainAsItWasLeft(DataSource database) {
    JdbcNightStore store = new JdbcNightStore(database, CLOCK);
    NightRun run = run(LocalDate.of(2026, 11, 1));

    assertThat(store.open("a", run)).isEqualTo(new RunState(1, Status.STARTED));
    assertThat(store.open("b", run)).isEqualTo(new RunState(2, Status.STARTED));
    commit(store, 1, results(Map.of(TAX, "P0000001"), Map.of()));
    assertThat(store.open("a", run)).isEqualTo(new RunState(1, Status.COMMITTED));
    store.markPublished(1);
    assertThat(store.open("a", run)).isEqualTo(new RunState(1, Status.PUBLISHED));
    assertThat(store.findPrevious(1)).isEmpty();
    assertThat(store.findPrevious(2)).contains(new PastRun(1, "a", "2026-11-01", 1, 9, 77));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void recordsAreRememberedWhenTheyAreMissingForANight(DataSource database) {
    JdbcNightStore store = new JdbcNightStore(database, CLOCK);
    store.open("a", run(LocalDate.of(2026, 11, 1)));
    store.open("b", run(LocalDate.of(2026, 11, 2)));

    commit(store, 1, results(Map.of(TAX, "P0000001", INSURANCE, "P0000002"), Map.of()));
    commit(store, 2, results(Map.of(TAX, "P0000001"), Map.of()));

    assertThat(members(store)).isEqualTo(Map.of(TAX, "P0000001", INSURANCE, "P0000002"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aMissingRecordFollowsItsPersonIntoAMerge(DataSource database) {
    JdbcNightStore store = new JdbcNightStore(database, CLOCK);
    store.open("a", run(LocalDate.of(2026, 11, 1)));
    store.open("b", run(LocalDate.of(2026, 11, 2)));

    commit(store, 1, results(Map.of(TAX, "P0000001", INSURANCE, "P0000002"), Map.of()));
    commit(store, 2, results(Map.of(TAX, "P0000001"), Map.of("P0000002", "P0000001")));

    assertThat(members(store)).containsEntry(INSURANCE, "P0000001");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void committingTwiceChangesNothing(DataSource database) {
    JdbcNightStore store = new JdbcNightStore(database, CLOCK);
    store.open("a", run(LocalDate.of(2026, 11, 1)));
    NightResults results = results(Map.of(TAX, "P0000001"), Map.of());

    commit(store, 1, results);
    commit(store, 1, results);

    assertThat(members(store)).isEqualTo(Map.of(TAX, "P0000001"));
    assertThat(store.standings(1)).isEqualTo(results.standings());
    assertThat(store.decisions(2)).containsExactlyInAnyOrderElementsOf(results.decisions());
    assertThat(store.decisions(1)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void nothingIsStoredWhereWhatMustBeDoneBeforeFails(DataSource database) {
    JdbcNightStore store = new JdbcNightStore(database, CLOCK);
    store.open("a", run(LocalDate.of(2026, 11, 1)));
    NightResults results = results(Map.of(TAX, "P0000001"), Map.of());
    IllegalStateException full = new IllegalStateException("the files could not be written");

    assertThatThrownBy(
            () ->
                store.commit(
                    1,
                    results,
                    () -> {
                      throw full;
                    }))
        .isSameAs(full);
    assertThat(members(store)).isEmpty();
    assertThat(store.open("a", run(LocalDate.of(2026, 11, 1))).status()).isEqualTo(Status.STARTED);

    AtomicInteger written = new AtomicInteger();
    store.commit(1, results, written::incrementAndGet);
    assertThat(written).hasValue(1);
    assertThat(members(store)).isEqualTo(Map.of(TAX, "P0000001"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void theFieldBookKeepsWhomNightsListedAndWhatTheyAsked(DataSource database) {
    JdbcNightStore store = new JdbcNightStore(database, CLOCK);
    store.open("a", run(LocalDate.of(2026, 11, 1)));
    NightResults results = results(Map.of(TAX, "P0000001"), Map.of());
    commit(store, 1, results);
    commit(store, 1, results);

    assertThat(store.fieldBook().listings()).containsExactly(OPEN);
    assertThat(store.fieldBook().asked(2026)).containsExactly(ASKED);
    assertThat(store.fieldBook().asked(2027)).isEmpty();

    JdbcFieldBook book = (JdbcFieldBook) store.fieldBook();
    LocalDate day = LocalDate.of(2026, 12, 1);
    FieldBook.PastListing joined =
        OPEN.left(day).found(FieldBook.Result.JOINED, 2, day, "voluntary").under("P0000003");
    book.store(new FieldBook.Page(List.of(joined), Set.of("P0000001"), List.of()));

    assertThat(store.fieldBook().listings()).containsExactly(joined);
    assertThat(store.fieldBook().asked(2026)).containsExactly(ASKED);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void standingsOfTheRunBeforeAreKeptAndNoOlderOnes(DataSource database) {
    JdbcNightStore store = new JdbcNightStore(database, CLOCK);
    for (int night = 1; night <= 3; night++) {
      store.open("night " + night, run(LocalDate.of(2026, 11, night)));
      commit(store, night, results(Map.of(TAX, "P0000001"), Map.of()));
    }

    assertThat(store.standings(1)).isEmpty();
    assertThat(store.standings(2)).isEqualTo(Map.of("P0000001", LISTED));
    assertThat(store.standings(3)).isEqualTo(Map.of("P0000001", LISTED));
  }

  @Test
  void onPostgresOneNightHoldsTheDatabase() throws SQLException {
    assumeTrue(postgres != null, "the PostgreSQL for tests runs on Linux on amd64 only");
    DataSource database = postgres.getPostgresDatabase();

    try (DatabaseLock held = DatabaseLock.acquire(database)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> DatabaseLock.acquire(database))
          .isInstanceOf(LockedException.class)
          .hasMessageContaining("Another night");
    }

    DatabaseLock.acquire(database).close();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatARecordSaidIsRememberedAndThatItIsGone(DataSource database) {
    JdbcNightStore store = new JdbcNightStore(database, CLOCK);
    for (int night = 1; night <= 3; night++) {
      store.open("night " + night, run(LocalDate.of(2026, 11, night)));
    }
    commit(store, 1, results(Map.of(TAX, "P0000001", INSURANCE, "P0000002"), Map.of()));
    commit(store, 2, results(Map.of(TAX, "P0000001"), Map.of()));

    assertThat(remembered(store))
        .containsEntry(TAX, new Remembered("P0000001", RecordDigest.of(record(TAX)), false))
        .containsEntry(
            INSURANCE, new Remembered("P0000002", RecordDigest.of(record(INSURANCE)), true));

    commit(store, 3, results(Map.of(INSURANCE, "P0000002"), Map.of()));

    assertThat(remembered(store).get(INSURANCE))
        .isEqualTo(new Remembered("P0000002", RecordDigest.of(record(INSURANCE)), false));
    assertThat(remembered(store).get(TAX).isGone()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aChangedRecordIdIsForgottenAndDecisionsFollow(DataSource database) {
    JdbcNightStore store = new JdbcNightStore(database, CLOCK);
    store.open("a", run(LocalDate.of(2026, 11, 1)));
    store.open("b", run(LocalDate.of(2026, 11, 2)));
    commit(store, 1, results(Map.of(TAX, "P0000001"), Map.of()));
    RecordKey later = new RecordKey(Source.TAX, "T2");
    NightResults results = results(Map.of(later, "P0000001"), Map.of());
    NightResults moved =
        new NightResults(
            1,
            9,
            77,
            results.members(),
            Set.of(TAX),
            Map.of(TAX, later),
            FieldBook.Page.EMPTY,
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(new KeptDecision(NO_MATCH, later, INSURANCE)),
            plan(7),
            SAMPLE);

    commit(store, 2, moved);
    commit(store, 2, moved);

    assertThat(members(store)).isEqualTo(Map.of(later, "P0000001"));
    assertThat(store.renumberings(3)).containsExactly(new Renumbering(TAX, later));
    assertThat(store.decisions(3)).contains(new KeptDecision(NO_MATCH, later, INSURANCE));
    assertThat(store.decisions(3)).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void theStoryOfAPersonFollowsMergesAndRenumberings(DataSource database) {
    JdbcNightStore store = new JdbcNightStore(database, CLOCK);
    store.open("a", run(LocalDate.of(2026, 11, 1)));
    store.open("b", run(LocalDate.of(2026, 11, 2)));
    RecordKey later = new RecordKey(Source.TAX, "T2");
    NightResults first = results(Map.of(TAX, "P0000001", INSURANCE, "P0000002"), Map.of());
    NightResults second =
        results(Map.of(later, "P0000001", INSURANCE, "P0000001"), Map.of("P0000002", "P0000001"));
    commit(store, 1, withoutMerges(first, Set.of(), Map.of()));
    commit(store, 2, second);
    commit(store, 2, withoutMerges(second, Set.of(TAX), Map.of(TAX, later)));
    commit(store, 2, second);
    PersonHistory history = new PersonHistory(database);

    Story story = history.find("P0000002").orElseThrow();

    assertThat(story.personId()).isEqualTo("P0000001");
    assertThat(story.otherIds()).containsExactly("P0000002");
    assertThat(story.records()).containsEntry(INSURANCE, false).containsKey(later);
    assertThat(story.entries())
        .contains(
            new Entry(2, "2026-11-02", Kind.MERGED, List.of("P0000001", "P0000002", "[]")),
            new Entry(2, "2026-11-02", Kind.LIST, List.of("P0000001", "added", "05977", "[]")),
            new Entry(1, "2026-11-01", Kind.KNOWN, List.of(INSURANCE.toString())));
    assertThat(story.entries()).extracting(Entry::kind).contains(Kind.EVENT, Kind.DECISION);
    assertThat(history.find("P0000001")).contains(story);
    assertThat(history.find("P0000009")).isEmpty();
    assertThat(history.findPerson(INSURANCE)).contains("P0000001");
    assertThat(history.findPerson(new RecordKey(Source.TAX, "T9"))).isEmpty();
  }

  private static NightResults withoutMerges(
      NightResults results, Set<RecordKey> forgotten, Map<RecordKey, RecordKey> renumbered) {
    return new NightResults(
        results.persons(),
        results.lastPersonNumber(),
        results.choicesDigest(),
        results.members(),
        forgotten,
        renumbered,
        results.fieldPage(),
        results.mergedInto(),
        List.of(),
        List.of(),
        List.of(),
        results.standings(),
        results.decisions(),
        results.targets(),
        results.samplePage());
  }

  private static Map<RecordKey, Remembered> remembered(JdbcNightStore store) {
    Map<RecordKey, Remembered> remembered = new HashMap<>();
    store.forEachMember(remembered::put);
    return remembered;
  }

  private static StandardRecord record(RecordKey key) {
    return new StandardRecord(
        key,
        "file.csv",
        2,
        new PersonName("Nông Thị Nhung"),
        BirthDate.ofYear(1984),
        Sex.FEMALE,
        StandardRecord.Ids.NONE,
        "",
        CommuneMatch.of("05977", CommuneMatch.Basis.COLUMN),
        "",
        new Details.Tax(Details.IncomeKind.SALARY, true, null));
  }

  @Test
  void aNightThatLostItsLockToAnotherStoresNothing() throws SQLException {
    assumeTrue(postgres != null, "the PostgreSQL for tests runs on Linux on amd64 only");
    DataSource database = emptied(postgres.getPostgresDatabase());
    try (DatabaseLock lost = DatabaseLock.acquire(database)) {
      JdbcNightStore store = new JdbcNightStore(database, CLOCK, lost);
      store.open("a", run(LocalDate.of(2026, 11, 1)));
      NightResults results = results(Map.of(TAX, "P0000001"), Map.of());
      commit(store, 1, results);
      endOtherConnections(database);
      commit(store, 1, results);
      DatabaseLock.acquire(database).close();

      assertThatThrownBy(() -> commit(store, 1, results(Map.of(), Map.of())))
          .isInstanceOf(LockedException.class)
          .hasMessageContaining("another night took over");
      assertThat(members(store)).isEqualTo(Map.of(TAX, "P0000001"));
    }
  }

  private static void endOtherConnections(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity"
              + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aRunThatWasStoredButNotPublishedIsFound(DataSource database) {
    JdbcNightStore store = new JdbcNightStore(database, CLOCK);
    assertThat(store.findUnpublished()).isEmpty();
    store.open("a", run(LocalDate.of(2026, 11, 1)));
    assertThat(store.findUnpublished()).isEmpty();
    commit(store, 1, results(Map.of(), Map.of()));
    store.open("b", run(LocalDate.of(2026, 11, 2)));
    assertThat(store.findUnpublished()).map(PastRun::runKey).contains("a");
    store.markPublished(1);
    assertThat(store.findUnpublished()).isEmpty();
  }

  private static NightResults results(Map<RecordKey, String> members, Map<String, String> merged) {
    Map<RecordKey, Member> said = new HashMap<>();
    members.forEach((key, person) -> said.put(key, new Member(person, record(key))));
    Decision match =
        new Decision(TAX, new RecordKey(Source.BUSINESS, "B"), Verdict.MATCH, "", null, "");
    return new NightResults(
        members.size(),
        9,
        77,
        said,
        Set.of(),
        Map.of(),
        PAGE,
        merged,
        List.of(
            new StoredIdentityChange(
                new IdentityChange(IdentityChange.Kind.MERGED, "P0000001", "P0000002"), "[]")),
        List.of(new StoredEvent("CORRECTED", TAX, "P0000001", "", "name||")),
        List.of(new StoredListChange("P0000001", "added", "05977", "[]")),
        Map.of("P0000001", LISTED),
        List.of(
            new KeptDecision(NO_MATCH, NO_MATCH.a(), NO_MATCH.b()),
            new KeptDecision(match, match.a(), match.b())),
        plan(7),
        SAMPLE);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void samplesAndAnswersAreKeptAsLongAsTheyCount(DataSource database) {
    JdbcNightStore store = new JdbcNightStore(database, CLOCK);
    store.open("a", run(LocalDate.of(2026, 11, 1)));
    commit(store, 1, results(Map.of(TAX, "P0000001"), Map.of()));
    assertThat(store.samples(1)).isEqualTo(SampleMemory.none());
    assertThat(store.samples(2).draws()).containsExactly(DRAWN);
    assertThat(store.samples(2).heirs()).isEqualTo(Map.of("P0000002", "P0000001"));

    store.open("b", run(LocalDate.of(2026, 11, 2)));
    SampleMemory.Page answered =
        new SampleMemory.Page(List.of(), List.of(ANSWER, undated()), LocalDate.of(2026, 8, 2));
    commit(store, 2, with(answered));
    commit(store, 2, with(answered));
    assertThat(store.samples(2).answers()).isEmpty();
    assertThat(store.samples(3).answers()).containsExactlyInAnyOrder(ANSWER, undated());

    store.open("c", run(LocalDate.of(2026, 11, 3)));
    commit(store, 3, with(new SampleMemory.Page(List.of(), List.of(), LocalDate.of(2026, 11, 2))));
    assertThat(store.samples(4).draws()).isEmpty();
    assertThat(store.samples(4).answers()).isEmpty();
  }

  private static KeptAnswer undated() {
    return new KeptAnswer("a", "P0000001", new Answer(Said.YES, Said.UNKNOWN, 0), "", null);
  }

  private static NightResults with(SampleMemory.Page page) {
    NightResults results = results(Map.of(TAX, "P0000001"), Map.of());
    return new NightResults(
        1,
        9,
        77,
        results.members(),
        Set.of(),
        Map.of(),
        FieldBook.Page.EMPTY,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        plan(7),
        page);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void theTargetsOfAYearAreThoseOfItsLastNight(DataSource database) {
    JdbcNightStore store = new JdbcNightStore(database, CLOCK);
    assertThat(store.targets(2026)).isEmpty();
    for (int day = 1; day <= 2; day++) {
      NightRun run = run(LocalDate.of(2026, 11, day));
      commit(store, store.open(run.key(), run).runNo(), results(Map.of(), Map.of()));
    }
    assertThat(store.targets(2026)).containsExactly(Map.entry("05977", 7L));
    assertThat(store.targets(2025)).isEmpty();
  }

  private static TargetPlan plan(long target) {
    return Targets.plan(
        new PlanInputs(
            LocalDate.of(2026, 11, 1),
            List.of(new CommuneFigures("05977", "Phường Đông Kinh", 100, 10, 50)),
            List.of(),
            List.of(),
            null),
        TargetRequest.ofTotal(target, 2026));
  }
}
