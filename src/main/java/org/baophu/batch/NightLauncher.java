package org.baophu.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.baophu.audit.AuditEvent;
import org.baophu.intake.InputRefusedException;
import org.baophu.night.LostResultException;
import org.baophu.night.Night;
import org.baophu.night.NightProgress;
import org.baophu.night.NightRun;
import org.baophu.night.Retention;
import org.baophu.night.RetentionSettings;
import org.baophu.publish.PlannerCopy;
import org.baophu.store.AuditTrail;
import org.baophu.store.DatabaseAddress;
import org.baophu.store.DatabaseLock;
import org.baophu.store.FileUpgrade;
import org.baophu.store.HistoryRetention;
import org.baophu.store.JdbcNightStore;
import org.baophu.store.LockedException;
import org.baophu.store.NightLock;
import org.baophu.store.Store;
import org.baophu.store.StoreKeyException;
import org.baophu.store.StoreLocator;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Runs a night, or resumes one, against a database. */
public final class NightLauncher {
  private static final String STORE = ".store";
  private static final Map<String, String> H2_OPTIONS =
      new TreeMap<>(Map.of("DB_CLOSE_ON_EXIT", "FALSE", "TRACE_LEVEL_FILE", "0"));

  private final StoppingProgress progress;
  private final Clock clock;

  /**
   * @param clock tells when runs began and how long they took
   */
  public NightLauncher(NightProgress progress, Clock clock) {
    this.progress = new StoppingProgress(progress);
    this.clock = clock;
  }

  /** How a night ended that did not fail. */
  public enum Outcome {
    /** The results were published. */
    PUBLISHED,
    /** The same date, inputs and settings were published before, and the results still stand. */
    ALREADY_PUBLISHED
  }

  /** Where an output directory keeps what is not published. */
  public static Path storeDirectory(Path output) {
    return output.resolve(STORE);
  }

  /** Makes an output directory, which only its owner can read. */
  public static void prepareStore(Path output) {
    Night.createPrivate(storeDirectory(output));
  }

  /** The database of an output directory that names no other. */
  public static String defaultDatabase(Path output) {
    return StoreLocator.locate(output)
        .orElseGet(
            () ->
                "jdbc:h2:file:"
                    + storeDirectory(output).resolve("baophu").toAbsolutePath()
                    + ";WRITE_DELAY=0");
  }

  /**
   * Has a night that is under way end soon, with {@link NightStoppedException}, and one that is yet
   * to begin end at once. May be called from any thread.
   */
  public void stop() {
    progress.stop();
  }

  /**
   * Runs the night to its end. Waits until it is done.
   *
   * @param database a JDBC URL
   * @throws InputRefusedException if the delivery cannot be used; nothing was published
   * @throws org.baophu.store.LockedException if another night is running
   * @throws NightStoppedException if {@link #stop} was called; the same call resumes the night
   * @throws NightFailedException if anything else went wrong; the same call resumes the night
   */
  public Outcome run(NightRun run, String database) {
    Path store = storeDirectory(run.output());
    NightLock lock = NightLock.acquire(store);
    try (lock) {
      Store.finishCompacting(database, System.getenv());
      return run(run, database, store);
    } catch (SQLException e) {
      throw new NightFailedException(e);
    }
  }

  private Outcome run(NightRun run, String database, Path store) throws SQLException {
    try (ConfigurableApplicationContext context = open(database)) {
      DataSource data = context.getBean(DataSource.class);
      try (DatabaseLock shared = DatabaseLock.acquire(data)) {
        return run(run, context, new JdbcNightStore(data, clock, shared), store);
      }
    }
  }

  private Outcome run(
      NightRun run, ConfigurableApplicationContext context, JdbcNightStore memory, Path store) {
    recoverDead(context);
    Night.finishInterrupted(memory, store, run.output());
    try {
      return attempt(run, context, memory, store);
    } catch (LostResultException e) {
      // What was left is of no use, so the night begins anew.
      Night.discard(store, run);
      return attempt(run, context, memory, store);
    }
  }

  private Outcome attempt(
      NightRun run, ConfigurableApplicationContext context, JdbcNightStore memory, Path store) {
    JobRepository repository = context.getBean(JobRepository.class);
    NightRun attempt = attempt(run, repository, store);
    AuditTrail audit =
        new AuditTrail(context.getBean(DataSource.class), clock, AuditTrail.keyFromEnvironment());
    boolean complete = isComplete(attempt, repository);
    if (!complete) {
      launch(attempt, context, memory, store, audit);
    }
    // Done again where it was done: who published and died did not come to it.
    RetentionSettings kept = run.settings().retention();
    enforce(
        new Retention(run.output(), store, kept, run.date()),
        new HistoryRetention(context.getBean(DataSource.class), kept.historyDays(), run.date()),
        run.output(),
        audit);
    copyForPlanners(run);
    return complete ? Outcome.ALREADY_PUBLISHED : Outcome.PUBLISHED;
  }

  private void launch(
      NightRun attempt,
      ConfigurableApplicationContext context,
      JdbcNightStore memory,
      Path store,
      AuditTrail audit) {
    try {
      launch(attempt, context, memory, store);
    } catch (InputRefusedException e) {
      audit.add(AuditEvent.REFUSED, attempt.key(), String.valueOf(e.getMessage()));
      audit.writeHead(attempt.output());
      throw e;
    } catch (NightFailedException e) {
      noteFailure(audit, attempt, e);
      throw e;
    }
  }

  private static void copyForPlanners(NightRun run) {
    if (run.settings().publish().plannerCopy()) {
      try {
        PlannerCopy.write(run.published(), run.output().resolve("planner"));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write what planners need", e);
      }
    }
  }

  /** Has the trail tell what was kept long enough, and removes it. */
  public static List<Path> enforce(
      Retention retention, HistoryRetention history, Path output, AuditTrail audit) {
    // Told before: a process that dies in between leaves a line of what is still there, and the
    // next one tells and removes it, but nothing goes that no line tells of.
    Map<String, Integer> stories = history.due();
    if (!stories.isEmpty()) {
      audit.add(AuditEvent.RETENTION, "rows of the store removed", stories.toString());
      history.enforce();
    }
    List<Path> due = retention.due();
    if (!due.isEmpty()) {
      audit.add(
          AuditEvent.RETENTION,
          due.size() + " removed",
          due.stream()
              .map(path -> output.relativize(path).toString())
              .collect(Collectors.joining(", ")));
    }
    List<Path> removed = retention.enforce();
    audit.writeHead(output);
    return removed;
  }

  /**
   * What broke the night may have broken the database as well. Messages may quote what is private.
   */
  private static void noteFailure(AuditTrail audit, NightRun run, NightFailedException failure) {
    try {
      Throwable cause = failure.getCause();
      audit.add(
          AuditEvent.FAILED,
          run.key(),
          cause == null ? "unknown" : cause.getClass().getSimpleName());
      audit.writeHead(run.output());
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private static ConfigurableApplicationContext start(String database) {
    DatabaseAddress address = DatabaseAddress.of(database, System.getenv());
    return new SpringApplicationBuilder(Beans.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(properties(address.url()))
        .initializers(context -> upgrade(context.getEnvironment()))
        .run(arguments(address));
  }

  /** What must outrank the environment: the password of an encrypted file is more than a user's. */
  private static String[] arguments(DatabaseAddress address) {
    return address.password() == null
        ? new String[0]
        : new String[] {"--spring.datasource.password=" + address.password()};
  }

  private static Map<String, Object> properties(String database) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("spring.datasource.url", quiet(database));
    properties.put("spring.datasource.hikari.maximum-pool-size", 8);
    // A database that went away is asked for at every step that is to be noted: not for half a
    // minute each, as is the pool's default.
    properties.put("spring.datasource.hikari.connection-timeout", 10_000);
    properties.put("spring.batch.job.enabled", false);
    properties.put("spring.batch.jdbc.initialize-schema", "never");
    properties.put("spring.flyway.locations", FileUpgrade.SCHEMA);
    properties.put("spring.flyway.enabled", !FileUpgrade.isFor(database));
    properties.put("spring.main.register-shutdown-hook", false);
    properties.put("logging.config", "classpath:org/baophu/batch/logback.xml");
    if (database.startsWith("jdbc:postgresql:")) {
      properties.put("spring.datasource.hikari.data-source-properties.tcpKeepAlive", true);
    }
    return properties;
  }

  /**
   * H2 would close its files by itself, under a night that is about to stop in good order, and
   * would write what fails, with the data concerned, into a file of its own.
   */
  private static String quiet(String database) {
    String url = database;
    for (Map.Entry<String, String> option : H2_OPTIONS.entrySet()) {
      if (url.startsWith("jdbc:h2:") && !url.contains(option.getKey())) {
        url += ";" + option.getKey() + "=" + option.getValue();
      }
    }
    return url;
  }

  private static void upgrade(Environment environment) {
    FileUpgrade.run(
        environment.getRequiredProperty("spring.datasource.url"),
        environment.getProperty("spring.datasource.username"),
        environment.getProperty("spring.datasource.password"));
  }

  private static ConfigurableApplicationContext open(String database) {
    try {
      return start(database);
    } catch (LockedException e) {
      throw e;
    } catch (RuntimeException e) {
      RuntimeException translated = Store.translated(e);
      if (translated != e || e instanceof StoreKeyException) {
        throw translated;
      }
      throw new NightFailedException(e);
    }
  }

  /** The lock is ours, so whatever the repository still holds for running is dead. */
  private static void recoverDead(ConfigurableApplicationContext context) {
    JobOperator operator = context.getBean(JobOperator.class);
    JobRepository repository = context.getBean(JobRepository.class);
    for (JobExecution dead : repository.findRunningJobExecutions(NightJob.NAME)) {
      operator.recover(dead);
    }
    // The repository names a job in one transaction and begins it in the next: who died between the
    // two left a name that can never be begun.
    JobInstance last = repository.getLastJobInstance(NightJob.NAME);
    if (last != null && repository.getJobExecutions(last).isEmpty()) {
      repository.deleteJobInstance(last);
    }
  }

  /**
   * The first attempt that can be done: one that is complete counts only while its results stand,
   * one that was interrupted only while its workspace does.
   */
  private static NightRun attempt(NightRun run, JobRepository repository, Path store) {
    NightRun attempt = run;
    for (int number = 2; ; number++) {
      JobExecution last = repository.getLastJobExecution(NightJob.NAME, parameters(attempt));
      if (last == null
          || (last.getStatus() == BatchStatus.COMPLETED
              ? attempt.isPublished()
              : Files.isDirectory(Night.workspace(store, attempt)))) {
        return attempt;
      }
      attempt = run.withAttempt(number);
    }
  }

  private static boolean isComplete(NightRun run, JobRepository repository) {
    JobExecution last = repository.getLastJobExecution(NightJob.NAME, parameters(run));
    return last != null && last.getStatus() == BatchStatus.COMPLETED;
  }

  private static JobParameters parameters(NightRun run) {
    return new JobParametersBuilder()
        .addString("date", run.date().toString())
        .addString("digest", run.digest())
        .addLong("attempt", (long) run.attempt())
        .toJobParameters();
  }

  private void launch(
      NightRun run, ConfigurableApplicationContext context, JdbcNightStore memory, Path store) {
    Night night = new Night(run, memory, store, progress, clock);
    ThreadPoolTaskExecutor readers = new ThreadPoolTaskExecutor();
    readers.setCorePoolSize(run.threads());
    readers.setThreadNamePrefix("read-");
    readers.initialize();
    try {
      JobRepository repository = context.getBean(JobRepository.class);
      JobExecution execution =
          context
              .getBean(JobOperator.class)
              .start(new NightJob(repository, run, night, readers).create(), parameters(run));
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw failure(execution.getAllFailureExceptions());
      }
    } catch (InputRefusedException
        | NightFailedException
        | NightStoppedException
        | LockedException
        | LostResultException e) {
      throw e;
    } catch (Exception e) {
      throw new NightFailedException(e);
    } finally {
      readers.shutdown();
    }
  }

  /** A refusal weighs most: it tells the operator what to do. Of several, one by file name. */
  private static RuntimeException failure(List<Throwable> failures) {
    return find(InputRefusedException.class, failures)
        .map(RuntimeException.class::cast)
        .or(() -> find(NightStoppedException.class, failures))
        .or(() -> find(LockedException.class, failures))
        .or(() -> find(LostResultException.class, failures))
        .orElseGet(
            () ->
                new NightFailedException(
                    failures.isEmpty()
                        ? new IllegalStateException("the job stopped without a reason")
                        : failures.get(0)));
  }

  /** Of the failures and their causes the one of that kind whose message comes first. */
  private static <T extends RuntimeException> Optional<T> find(
      Class<T> kind, List<Throwable> failures) {
    return failures.stream()
        .flatMap(failure -> Stream.iterate(failure, Objects::nonNull, Throwable::getCause))
        .filter(kind::isInstance)
        .map(kind::cast)
        .min(Comparator.comparing(failure -> String.valueOf(failure.getMessage())));
  }

  /** Database, schema, and job repository, all by Spring Boot's own rules. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Beans {}
}
