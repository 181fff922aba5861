package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.baophu.RealPostgres;
import org.baophu.Traces;
import org.baophu.generate.GenerateSettings;
import org.baophu.generate.ProvinceGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights that are killed at moments drawn by lot, each followed by a plain restart: results, store
 * and files are those of a night that nobody disturbed. Half of the moments lie anywhere in the
 * night, half in PUBLISH, where most is at stake. The nights replace results of the same date and
 * look back on an earlier one.
 */
class RandomKillsTest {
  private static final String DATE = "2026-11-02";
  private static final String DAY_BEFORE = "2026-11-01";
  private static final String PUBLISH = "publish";

  @TempDir private Path directory;
  private Path input;
  private Path config;
  private Path base;
  private @Nullable EmbeddedPostgres postgres;

  @Test
  void sixKillsOnASmallProvince() throws Exception {
    prepare(200, 5);
    killAtRandom(6, 1);
  }

  @Test
  @Tag("trial")
  void thirtyKillsOnTwentyThousandPeople() throws Exception {
    prepare(20_000, 7);
    killAtRandom(30, 2);
  }

  @Test
  @Tag("trial")
  void tenKillsOnTwentyThousandPeopleWithPostgres() throws Exception {
    try (EmbeddedPostgres server = RealPostgres.start()) {
      postgres = server;
      prepare(20_000, 7);
      killAtRandom(10, 3);
    }
  }

  /** A first night, and one on the date that the killed nights are about. */
  private void prepare(int people, int seed) throws IOException, SQLException {
    input = directory.resolve("input");
    ProvinceGenerator.generate(GenerateSettings.of(people, seed), input, p -> {});
    config = Files.writeString(directory.resolve("more.yaml"), "targets: {total: 77}\n");
    base = directory.resolve("base");
    createDatabase("base", "template1");
    assertThat(Main.run(command(base, "base", DAY_BEFORE, false))).isZero();
    assertThat(Main.run(command(base, "base", DATE, false))).isZero();
  }

  private void killAtRandom(int kills, int seed) throws Exception {
    Path undisturbed = copyOfBase("undisturbed");
    long begun = System.nanoTime();
    long published;
    try (NightProcess night = start(undisturbed, "undisturbed", PUBLISH)) {
      assertThat(night.awaitLine()).isTrue();
      published = System.nanoTime();
      assertThat(night.exitCode()).as("%s", night.said()).isZero();
    }
    Duration whole = Duration.ofNanos(System.nanoTime() - begun);
    Duration publishing = Duration.ofNanos(System.nanoTime() - published);
    Map<String, String> results = Traces.results(undisturbed.resolve(DATE));
    TreeSet<String> names = Traces.names(undisturbed);
    Map<String, TreeSet<String>> tables = Traces.tables(undisturbed, url("undisturbed"));
    Random random = new Random(seed);
    int killed = 0;
    for (int round = 0; killed < kills; round++) {
      assertThat(round).as("rounds for %d kills", killed).isLessThan(4 * kills + 10);
      String name = "round" + round;
      Path output = copyOfBase(name);
      boolean dense = round % 2 == 1;
      Duration moment = part(dense ? publishing : whole, random);
      if (!kill(output, name, dense, moment)) {
        continue;
      }
      killed++;
      if (killed % 5 == 0) {
        kill(output, name, false, part(whole, random));
      }
      String what = name + ", killed " + (dense ? "in publish " : "") + "after " + moment;
      assertThat(Main.run(command(output, name, DATE, true))).as(what).isZero();
      assertThat(Traces.results(output.resolve(DATE))).as(what).isEqualTo(results);
      assertThat(Traces.names(output)).as(what).isEqualTo(names);
      assertThat(Traces.tables(output, url(name))).as(what).isEqualTo(tables);
      dropDatabase(name);
      deleteTree(output);
    }
    System.err.println(kills + " kills, each followed by a restart with equal results");
  }

  private static Duration part(Duration whole, Random random) {
    return Duration.ofNanos((long) (whole.toNanos() * random.nextDouble()));
  }

  /** Whether the night was still running at that moment. */
  private boolean kill(Path output, String name, boolean inPublish, Duration moment)
      throws Exception {
    try (NightProcess night = start(output, name, inPublish ? PUBLISH : "")) {
      if (inPublish) {
        night.awaitLine();
      }
      boolean running = night.outlives(moment);
      night.kill();
      return running;
    }
  }

  private NightProcess start(Path output, String name, String awaited) throws IOException {
    return NightProcess.start(
        List.of(command(output, name, DATE, true)),
        awaited,
        "-Xmx1g",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC");
  }

  private String[] command(Path output, String name, String date, boolean changed) {
    List<String> line = new ArrayList<>(List.of("nightly", "--input", input.toString()));
    line.addAll(List.of("--output", output.toString(), "--date", date, "--language", "en"));
    if (changed) {
      line.addAll(List.of("--config", config.toString()));
    }
    if (postgres != null) {
      line.addAll(List.of("--database", url(name)));
    }
    return line.toArray(String[]::new);
  }

  private String url(String name) {
    return postgres == null ? "" : postgres.getJdbcUrl("postgres", name);
  }

  private Path copyOfBase(String name) throws IOException, SQLException {
    createDatabase(name, "base");
    Path copy = directory.resolve(name);
    try (Stream<Path> all = Files.walk(base)) {
      for (Path path : all.toList()) {
        Files.copy(path, copy.resolve(base.relativize(path).toString()));
      }
    }
    return copy;
  }

  private void createDatabase(String name, String template) throws SQLException {
    administer("CREATE DATABASE " + name + " TEMPLATE " + template);
  }

  private void dropDatabase(String name) throws SQLException {
    administer("DROP DATABASE " + name + " WITH (FORCE)");
  }

  private void administer(String sql) throws SQLException {
    if (postgres != null) {
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  private static void deleteTree(Path directory) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(directory)) {
      all = new ArrayList<>(walk.toList());
    }
    java.util.Collections.reverse(all);
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
