package org.baophu.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baophu.RealPostgres;
import org.baophu.Traces;
import org.baophu.audit.AuditKey;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.baophu.intake.Delivery;
import org.baophu.intake.InputRefusedException;
import org.baophu.night.DeliveredFile;
import org.baophu.night.Night;
import org.baophu.night.NightProgress;
import org.baophu.night.NightRun;
import org.baophu.night.NightSettings;
import org.baophu.night.Retention;
import org.baophu.night.RetentionSettings;
import org.baophu.night.Stage;
import org.baophu.reference.ReferenceTable;
import org.baophu.store.AuditTrail;
import org.baophu.store.HistoryRetention;
import org.baophu.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights to which something happens at a moment that the test chooses, and what comes after. */
class DisturbedNightTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 1);
  private static final String PATIENCE = "spring.datasource.hikari.connection-timeout";
  private static final String TAX = "tax.csv";

  @TempDir private static Path shared;
  private static Path input;
  private static Map<String, String> undisturbed;

  @TempDir private Path output;

  @BeforeAll
  static void runUndisturbed() throws IOException {
    input = shared.resolve("input");
    ProvinceGenerator.generate(GenerateSettings.of(300, 5), input, people -> {});
    Path calm = shared.resolve("output");
    launch(night(calm, DATE, "1"), NightProgress.SILENT);
    undisturbed = Traces.results(calm.resolve(DATE.toString()));
  }

  /**
   * @param version stands for whatever makes one night another one: inputs or settings
   */
  private static NightRun night(Path output, LocalDate date, String version) {
    return new NightRun(
        date,
        Delivery.find(input).stream().map(DeliveredFile::of).toList(),
        List.of(),
        output,
        NightSettings.defaults(),
        Map.of(),
        ReferenceTable.read("legal_parameters"),
        Locale.ENGLISH,
        2,
        version,
        1,
        List.of());
  }

  private static NightLauncher.Outcome launch(NightRun run, NightProgress progress) {
    return launch(run, progress, NightLauncher.defaultDatabase(run.output()));
  }

  private static NightLauncher.Outcome launch(
      NightRun run, NightProgress progress, String database) {
    NightLauncher.prepareStore(run.output());
    return new NightLauncher(progress, Clock.systemUTC()).run(run, database);
  }

  /** A night that breaks off when it says that. */
  private static void breakOff(NightRun run, Stage at, String saying) {
    NightProgress progress =
        (stage, what, done, total) -> {
          if (stage == at && what.equals(saying)) {
            throw new IllegalStateException("broken off");
          }
        };
    assertThatThrownBy(() -> launch(run, progress))
        .isInstanceOf(NightFailedException.class)
        .hasMessage("broken off");
  }

  private Path results() {
    return output.resolve(DATE.toString());
  }

  private void assertUndisturbed() throws IOException {
    assertThat(Traces.results(results())).isEqualTo(undisturbed);
  }

  @Test
  void aNightThatIsStoppedAtEveryStageGoesOnEachTime() throws IOException {
    NightRun run = night(output, DATE, "1");
    for (Stage last : Stage.values()) {
      List<NightLauncher> launcher = new ArrayList<>();
      NightProgress progress =
          (stage, what, done, total) -> {
            if (stage == last) {
              launcher.get(0).stop();
            }
          };
      launcher.add(new NightLauncher(progress, Clock.systemUTC()));
      NightLauncher.prepareStore(output);
      String database = NightLauncher.defaultDatabase(output);
      assertThatThrownBy(() -> launcher.get(0).run(run, database))
          .as("stopped in %s", last)
          .isInstanceOf(NightStoppedException.class)
          .hasMessageContaining("goes on where this run stopped");
      assertThat(results()).doesNotExist();
    }

    assertThat(launch(run, NightProgress.SILENT)).isEqualTo(NightLauncher.Outcome.PUBLISHED);

    assertUndisturbed();
  }

  @Test
  void aNightThatIsStoppedWhenItsResultsAreStoredStillPublishesThem() throws IOException {
    List<NightLauncher> launcher = new ArrayList<>();
    launcher.add(
        new NightLauncher(
            (stage, what, done, total) -> {
              if (what.equals("results stored")) {
                launcher.get(0).stop();
              }
            },
            Clock.systemUTC()));
    NightLauncher.prepareStore(output);

    launcher.get(0).run(night(output, DATE, "1"), NightLauncher.defaultDatabase(output));

    assertUndisturbed();
  }

  @Test
  void resultsThatWereStoredArePublishedBeforeAnotherNightBegins() throws IOException {
    breakOff(night(output, DATE, "1"), Stage.PUBLISH, "results stored");
    assertThat(results()).doesNotExist();

    launch(night(output, DATE.plusDays(1), "1"), NightProgress.SILENT);

    assertUndisturbed();
    assertThat(output.resolve(DATE.plusDays(1).toString())).isDirectory();
    assertThat(launch(night(output, DATE, "1"), NightProgress.SILENT))
        .as("asked for again, the results stand")
        .isIn(NightLauncher.Outcome.ALREADY_PUBLISHED, NightLauncher.Outcome.PUBLISHED);
  }

  @Test
  void aDeathBetweenTheTwoRenamesIsMendedByTheNextStart() throws IOException {
    launch(night(output, DATE, "before"), NightProgress.SILENT);
    NightRun run = night(output, DATE, "1");
    breakOff(run, Stage.PUBLISH, "results stored");
    Path workspace = Night.workspace(NightLauncher.storeDirectory(output), run);
    Files.move(results(), workspace.resolve("replaced"));

    launch(night(output, DATE.plusDays(1), "1"), NightProgress.SILENT);

    assertThat(Files.readString(results().resolve("run.json"))).contains(run.key());
    assertThat(workspace).doesNotExist();
  }

  @Test
  void aDeathAfterTheRenameIsMendedByTheNextStart() throws IOException {
    NightRun run = night(output, DATE, "1");
    breakOff(run, Stage.PUBLISH, "results stored");
    Path workspace = Night.workspace(NightLauncher.storeDirectory(output), run);
    Files.move(workspace.resolve("staged"), results());

    launch(run, NightProgress.SILENT);

    assertUndisturbed();
    assertThat(launch(run, NightProgress.SILENT))
        .isEqualTo(NightLauncher.Outcome.ALREADY_PUBLISHED);
  }

  /** It was writing the head of the trail. */
  @Test
  void aDeathAfterAllIsPublishedIsMendedWhenTheNightIsAskedForAgain() throws IOException {
    NightRun run = night(output, DATE, "1");
    launch(run, NightProgress.SILENT);
    String head = Files.readString(output.resolve("audit.head"));
    Files.delete(output.resolve("audit.head"));
    Path part = Files.writeString(output.resolve("audit.head.part"), "1 ");

    assertThat(launch(run, NightProgress.SILENT))
        .isEqualTo(NightLauncher.Outcome.ALREADY_PUBLISHED);

    assertThat(output.resolve("audit.head")).hasContent(head);
    assertThat(part).doesNotExist();
  }

  /** There is nowhere to put it aside. */
  @Test
  void aRemovalThatFailsWasToldOf() throws SQLException, IOException {
    launch(night(output, DATE, "1"), NightProgress.SILENT);
    Path old = Files.createDirectory(output.resolve("2020-01-01"));
    RetentionSettings kept = NightSettings.defaults().retention();
    Retention retention = new Retention(output, output.resolve("nowhere"), kept, DATE);
    try (Store store = Store.open(NightLauncher.defaultDatabase(output), Map.of())) {
      HistoryRetention history = new HistoryRetention(store.database(), kept.historyDays(), DATE);
      AuditTrail audit = new AuditTrail(store.database(), Clock.systemUTC(), AuditKey.NONE);

      assertThatThrownBy(() -> NightLauncher.enforce(retention, history, output, audit))
          .hasMessage("cannot remove what was kept long enough");

      assertThat(old).exists();
      assertThat(audit.lines()).last().asString().contains("RETENTION", "1 removed", "2020-01-01");
    }
  }

  /** Before it wrote anything of the new file. */
  @Test
  void anErasureThatWasKilledIsFinishedByTheNight() throws IOException {
    Path store = NightLauncher.storeDirectory(output);
    // PostgreSQL has no file to be written anew.
    String database = "jdbc:h2:file:" + store.resolve("baophu").toAbsolutePath();
    launch(night(output, DATE, "1"), NightProgress.SILENT, database);
    Path begun = Files.createFile(store.resolve("baophu.rewriting.mv.db"));

    launch(night(output, DATE.plusDays(1), "1"), NightProgress.SILENT, database);

    assertThat(begun).doesNotExist();
    assertUndisturbed();
  }

  @Test
  void aNightBeginsAnewWhereWhatItLeftIsLost() throws IOException {
    NightRun run = night(output, DATE, "1");
    breakOff(run, Stage.ASSESS, "");
    Path workspace = Night.workspace(NightLauncher.storeDirectory(output), run);
    Files.delete(workspace.resolve("links"));

    launch(run, NightProgress.SILENT);

    assertUndisturbed();
  }

  @Test
  void aNightBeginsAnewWhereWhatItLeftIsDamaged() throws IOException {
    NightRun run = night(output, DATE, "1");
    breakOff(run, Stage.LINK, "");
    Path workspace = Night.workspace(NightLauncher.storeDirectory(output), run);
    Files.writeString(workspace.resolve("read-0.json"), "{\"format\":");

    launch(run, NightProgress.SILENT);

    assertUndisturbed();
  }

  @Test
  void aNightBeginsAnewWhereTheModelThatItLeftIsDamaged() throws IOException {
    NightRun run = night(output, DATE, "1");
    breakOff(run, Stage.ASSESS, "");
    Path frozen = Night.workspace(NightLauncher.storeDirectory(output), run).resolve("frozen");
    byte[] bytes = Files.readAllBytes(frozen);
    bytes[bytes.length / 2]++;
    Files.write(frozen, bytes);

    launch(run, NightProgress.SILENT);

    assertUndisturbed();
  }

  @Test
  void aFileThatChangesWhileItIsReadIsRefused() throws IOException {
    Path tax = input.resolve(TAX);
    byte[] whole = Files.readAllBytes(tax);
    NightRun run = night(output, DATE, "1");
    try {
      assertThatThrownBy(() -> launch(run, atTax(() -> Files.writeString(tax, "another"))))
          .isInstanceOf(InputRefusedException.class)
          .hasMessageContaining("changed while it was being read");
    } finally {
      Files.write(tax, whole);
    }

    launch(run, NightProgress.SILENT);

    assertUndisturbed();
  }

  /** As a process leaves it that dies between the two, which are written one after the other. */
  @Test
  void aNightOfWhichOnlyTheJobsNameWasWrittenBeginsAnew() throws SQLException, IOException {
    NightRun run = night(output, DATE, "1");
    breakOff(run, Stage.LINK, "");
    try (Connection connection =
            DriverManager.getConnection(NightLauncher.defaultDatabase(output));
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM BATCH_STEP_EXECUTION_CONTEXT");
      statement.execute("DELETE FROM BATCH_STEP_EXECUTION");
      statement.execute("DELETE FROM BATCH_JOB_EXECUTION_CONTEXT");
      statement.execute("DELETE FROM BATCH_JOB_EXECUTION_PARAMS");
      statement.execute("DELETE FROM BATCH_JOB_EXECUTION");
    }

    assertThat(launch(run, NightProgress.SILENT)).isEqualTo(NightLauncher.Outcome.PUBLISHED);

    assertUndisturbed();
  }

  @Test
  void aFileThatVanishesWhileItIsReadIsRefused() throws IOException {
    Path tax = input.resolve(TAX);
    byte[] whole = Files.readAllBytes(tax);
    NightRun run = night(output, DATE, "1");
    try {
      assertThatThrownBy(() -> launch(run, atTax(() -> Files.delete(tax))))
          .isInstanceOf(InputRefusedException.class)
          .hasMessageContaining("tax.csv: cannot be read");
    } finally {
      Files.write(tax, whole);
    }

    launch(run, NightProgress.SILENT);

    assertUndisturbed();
  }

  private interface Mischief {
    void make() throws IOException;
  }

  /** Makes mischief when the last row of that file is read, but not yet the next file begun. */
  private static NightProgress atTax(Mischief mischief) {
    return (stage, what, done, total) -> {
      if (stage == Stage.READ && what.equals(TAX)) {
        try {
          mischief.make();
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    };
  }

  @Test
  void aNightThatLosesItsDatabaseFailsAndGoesOnWhenItIsBack() throws IOException {
    Path data = output.resolve("postgres");
    NightRun run = night(output, DATE, "1");
    int port;
    try (EmbeddedPostgres server = RealPostgres.startIn(data, 0)) {
      port = server.getPort();
      String database = server.getJdbcUrl("postgres", "postgres");
      NightProgress stopsServer =
          (stage, what, done, total) -> {
            if (stage == Stage.LINK && what.isEmpty()) {
              closed(server);
            }
          };
      System.setProperty(PATIENCE, "500");
      assertThatThrownBy(() -> launch(run, stopsServer, database))
          .isInstanceOf(NightFailedException.class);
      assertThat(results()).doesNotExist();
    } finally {
      System.clearProperty(PATIENCE);
    }
    try (EmbeddedPostgres again = RealPostgres.startIn(data, port)) {
      launch(run, NightProgress.SILENT, again.getJdbcUrl("postgres", "postgres"));
    }

    assertUndisturbed();
  }

  private static void closed(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
