package org.baophu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.h2.mvstore.MVStoreTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A store of so many records that its indexes have inner pages, of which a third is deleted. */
class StoreRewriteTest {
  private static final int RECORDS = 6_000;
  private static final String THIRD = "MOD(CAST(SUBSTRING(person_id, 2) AS BIGINT), 3) = ";

  @TempDir private Path own;

  private Path file() {
    return own.resolve("store.mv.db");
  }

  private String url() {
    return "jdbc:h2:file:" + own.resolve("store");
  }

  /** Fills a store and returns the record ids whose rows it deletes. */
  private List<String> filledAndDeleted(Map<String, String> environment) throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    List<String> deleted = new ArrayList<>();
    try (Store store = Store.open(url(), environment)) {
      JdbcTemplate jdbc = new JdbcTemplate(store.database());
      List<Object[]> rows = new ArrayList<>();
      for (int person = 0; person < RECORDS; person++) {
        String record = "R" + Long.toHexString(random.nextLong());
        rows.add(new Object[] {"tax", record, "P" + person, 1});
        if (person % 3 == 0) {
          deleted.add(record);
        }
      }
      jdbc.batchUpdate(
          "INSERT INTO person_member (source, record_id, person_id, last_run_no) VALUES (?, ?, ?, ?)",
          rows);
    }
    try (Store store = Store.open(url(), environment)) {
      store.compactWhenClosed();
      new JdbcTemplate(store.database()).update("DELETE FROM person_member WHERE " + THIRD + 0);
    }
    return deleted;
  }

  /** As it may be compressed, where what is in it can be seen. */
  private String plain() throws IOException {
    Path copy = Files.copy(file(), own.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
    MVStoreTool.compact(copy.toString(), false);
    String bytes = Files.readString(copy, StandardCharsets.ISO_8859_1);
    Files.delete(copy);
    return bytes;
  }

  /** Inner pages of an index keep what parted rows, be these there or not. */
  @Test
  void leavesNoKeyOfADeletedRow() throws Exception {
    List<String> deleted = filledAndDeleted(Map.of());

    String bytes = plain();
    assertThat(deleted.stream().filter(bytes::contains)).isEmpty();
    String raw = Files.readString(file(), StandardCharsets.ISO_8859_1);
    assertThat(deleted.stream().filter(raw::contains)).isEmpty();
  }

  /** A process was killed when the rows were gone, and nothing else was done. */
  @Test
  void isDoneByWhoeverOpensTheStoreNext() throws Exception {
    filledAndDeleted(Map.of());
    JdbcTemplate jdbc = new JdbcTemplate(DatabaseAddress.of(url(), Map.of()).connections());
    String where = " FROM person_member WHERE " + THIRD + 1;
    List<String> deleted = jdbc.queryForList("SELECT record_id" + where, String.class);
    StoreRewrite.begin(file());
    jdbc.update("DELETE" + where);
    assertThat(deleted.stream().filter(plain()::contains)).isNotEmpty();

    Store.open(url(), Map.of()).close();

    assertThat(deleted.stream().filter(plain()::contains)).isEmpty();
    assertThat(StoreRewrite.isBegun(file())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a-key-of-some-length"})
  void keepsAllElse(String key) throws Exception {
    Map<String, String> environment =
        key.isEmpty() ? Map.of() : Map.of(DatabaseAddress.KEY_VARIABLE, key);
    List<String> deleted = filledAndDeleted(environment);

    try (Store store = Store.open(url(), environment)) {
      JdbcTemplate jdbc = new JdbcTemplate(store.database());
      assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM person_member", Integer.class))
          .isEqualTo(RECORDS - deleted.size());
      assertThat(jdbc.queryForList("SELECT record_id FROM person_member", String.class))
          .doesNotContainAnyElementsOf(deleted);
      assertThat(Schema.version(store.database())).isEqualTo("10");
    }
    try (var files = Files.list(own)) {
      assertThat(new TreeSet<>(files.map(path -> path.getFileName().toString()).toList()))
          .containsExactly("store.mv.db");
    }
  }
}
