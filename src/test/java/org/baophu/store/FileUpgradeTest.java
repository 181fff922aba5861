package org.baophu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An upgrade of an H2 file is whole or has not happened. */
class FileUpgradeTest {
  @TempDir private Path directory;
  private String url;

  @BeforeEach
  void name() {
    url = "jdbc:h2:file:" + directory.resolve("store") + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0";
  }

  private void createOldStore() throws SQLException {
    Flyway.configure()
        .dataSource(url, null, null)
        .locations(FileUpgrade.SCHEMA)
        .target("2")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO person_member VALUES ('tax', 'T1', 'P0000001', 1)");
    }
  }

  private int count(String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      result.next();
      return result.getInt(1);
    }
  }

  private void assertNothingElseIsLeft() throws IOException {
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactly("store.mv.db");
    }
  }

  @Test
  void makesANewStore() throws Exception {
    FileUpgrade.run(url, null, null);
    FileUpgrade.run(url, null, null);

    assertThat(count("night_fence")).isEqualTo(1);
    assertNothingElseIsLeft();
  }

  @Test
  void anUpgradeKeepsWhatIsThere() throws Exception {
    createOldStore();

    FileUpgrade.run(url, null, null);

    assertThat(count("person_member")).isEqualTo(1);
    assertThat(count("night_fence")).isEqualTo(1);
    assertNothingElseIsLeft();
  }

  /** What a process that was killed in the middle of an upgrade leaves. */
  @Test
  void anUpgradeThatWasKilledIsDoneAnew() throws Exception {
    createOldStore();
    Files.write(directory.resolve("store.upgrade.mv.db"), new byte[5000]);
    Files.createFile(directory.resolve("store.mv.db.upgrade.lock"));

    FileUpgrade.run(url, null, null);

    assertThat(count("person_member")).isEqualTo(1);
    assertThat(count("night_fence")).isEqualTo(1);
    assertNothingElseIsLeft();
  }

  @Test
  void aLockLeftAfterTheUpgradeIsRemoved() throws Exception {
    FileUpgrade.run(url, null, null);
    Files.createFile(directory.resolve("store.mv.db.upgrade.lock"));

    FileUpgrade.run(url, null, null);

    assertNothingElseIsLeft();
  }

  @Test
  void oneProcessUpgradesAtATime() throws Exception {
    createOldStore();
    try (FileChannel other =
        FileChannel.open(
            directory.resolve("store.mv.db.upgrade.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      other.lock();
      assertThatThrownBy(() -> FileUpgrade.run(url, null, null))
          .isInstanceOf(LockedException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:file:/srv/store;CIPHER=AES, true",
    "jdbc:h2:/srv/store, true",
    "jdbc:h2:~/store, true",
    "jdbc:h2:mem:store, false",
    "jdbc:h2:tcp://localhost/store, false",
    "jdbc:postgresql://localhost/store, false"
  })
  void isForFilesOfH2(String url, boolean file) {
    assertThat(FileUpgrade.isFor(url)).isEqualTo(file);
  }
}
