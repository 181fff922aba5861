package org.baophu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store as the first version left it, in use by this one. */
class UpgradeTest {
  private static final TestDatabases DATABASES = new TestDatabases();

  @BeforeAll
  static void start() throws IOException {
    DATABASES.start();
  }

  @AfterAll
  static void stop() throws IOException {
    DATABASES.stop();
  }

  static List<DataSource> databases() {
    return DATABASES.emptied();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void everythingIsKept(DataSource database) {
    TestDatabases.flyway(database, "latest").clean();
    TestDatabases.flyway(database, "2").migrate();
    StoreArchiveTest.fill(database);

    Schema.migrate(database, "latest");

    JdbcNightStore store = new JdbcNightStore(database, Clock.systemUTC());
    assertThat(store.findPrevious(2))
        .hasValueSatisfying(
            run -> {
              assertThat(run.runKey()).isEqualTo("2026-11-01-abc");
              assertThat(run.date()).isEqualTo("2026-11-01");
              assertThat(run.persons()).isEqualTo(2);
              assertThat(run.lastPersonNumber()).isEqualTo(9);
            });
    Map<RecordKey, String> members = new HashMap<>();
    store.forEachMember((key, remembered) -> members.put(key, remembered.personId()));
    assertThat(members).hasSize(3).containsEntry(new RecordKey(Source.TAX, "Số 7"), "P0000001");
    assertThat(store.standings(1)).containsOnlyKeys("P0000001");
    assertThat(store.decisions(2))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.decided().decidedBy()).isEqualTo("clerk");
              assertThat(kept.decided().decidedOn()).isEqualTo(LocalDate.of(2026, 10, 30));
            });
    assertThat(store.pastNights(2, 30)).as("that version had no gates").isEmpty();
    assertThat(store.withheld().contains(new RecordKey(Source.TAX, "Số 7"))).isFalse();
  }
}
