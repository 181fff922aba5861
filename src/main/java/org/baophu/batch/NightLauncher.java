package org.baophu.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.baophu.intake.InputRefusedException;
import org.baophu.night.Night;
import org.baophu.night.NightProgress;
import org.baophu.night.NightRun;
import org.baophu.store.DatabaseLock;
import org.baophu.store.JdbcNightStore;
import org.baophu.store.LockedException;
import org.baophu.store.NightLock;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
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
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Runs a night, or resumes one, against a database. */
public final class NightLauncher {
  private static final String STORE = ".store";

  /** H2's error code for a database that another process has open. */
  private static final int H2_IN_USE = 90020;

  private final NightProgress progress;
  private final Clock clock;

  /**
   * @param clock tells when runs began and how long they took
   */
  public NightLauncher(NightProgress progress, Clock clock) {
    this.progress = progress;
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
    return "jdbc:h2:file:"
        + storeDirectory(output).resolve("baophu").toAbsolutePath()
        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }

  /**
   * Runs the night to its end. Waits until it is done.
   *
   * @param database a JDBC URL
   * @throws InputRefusedException if the delivery cannot be used; nothing was published
   * @throws org.baophu.store.LockedException if another night is running
   * @throws NightFailedException if anything else went wrong; the same call resumes the night
   */
  public Outcome run(NightRun run, String database) {
    Path store = storeDirectory(run.output());
    NightLock lock = NightLock.acquire(store);
    try (lock;
        ConfigurableApplicationContext context = open(database)) {
      DatabaseLock shared = DatabaseLock.acquire(context.getBean(DataSource.class));
      try (shared) {
        return run(run, context, store);
      }
    } catch (SQLException e) {
      throw new NightFailedException(e);
    }
  }

  private Outcome run(NightRun run, ConfigurableApplicationContext context, Path store) {
    JobRepository repository = context.getBean(JobRepository.class);
    JobOperator operator = context.getBean(JobOperator.class);
    recoverDead(repository, operator);
    NightRun attempt = attempt(run, repository, store);
    if (isComplete(attempt, repository)) {
      return Outcome.ALREADY_PUBLISHED;
    }
    launch(attempt, context, repository, operator, store);
    return Outcome.PUBLISHED;
  }

  private static ConfigurableApplicationContext start(String database) {
    Map<String, Object> properties =
        Map.of(
            "spring.datasource.url",
            database,
            "spring.datasource.hikari.maximum-pool-size",
            8,
            "spring.batch.job.enabled",
            false,
            "spring.batch.jdbc.initialize-schema",
            "never",
            "spring.flyway.locations",
            "classpath:org/baophu/store/schema",
            "spring.main.register-shutdown-hook",
            false,
            "logging.config",
            "classpath:org/baophu/batch/logback.xml");
    return new SpringApplicationBuilder(Beans.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(properties)
        .run();
  }

  private static ConfigurableApplicationContext open(String database) {
    try {
      return start(database);
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException sql && sql.getErrorCode() == H2_IN_USE) {
          throw new LockedException(
              "Another process has the database open: " + sql.getMessage(), e);
        }
      }
      throw new NightFailedException(e);
    }
  }

  /** The lock is ours, so whatever the repository still holds for running is dead. */
  private static void recoverDead(JobRepository repository, JobOperator operator) {
    for (JobExecution dead : repository.findRunningJobExecutions(NightJob.NAME)) {
      operator.recover(dead);
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
      NightRun run,
      ConfigurableApplicationContext context,
      JobRepository repository,
      JobOperator operator,
      Path store) {
    JdbcNightStore memory = new JdbcNightStore(context.getBean(DataSource.class), clock);
    Night night = new Night(run, memory, store, progress, clock);
    ThreadPoolTaskExecutor readers = new ThreadPoolTaskExecutor();
    readers.setCorePoolSize(run.threads());
    readers.setThreadNamePrefix("read-");
    readers.initialize();
    try {
      JobExecution execution =
          operator.start(new NightJob(repository, run, night, readers).create(), parameters(run));
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw failure(execution.getAllFailureExceptions());
      }
    } catch (InputRefusedException | NightFailedException e) {
      throw e;
    } catch (Exception e) {
      throw new NightFailedException(e);
    } finally {
      readers.shutdown();
    }
  }

  /** A refusal weighs most: it tells the operator what to do. Of several, one by file name. */
  private static RuntimeException failure(List<Throwable> failures) {
    return failures.stream()
        .map(NightLauncher::refusal)
        .filter(InputRefusedException.class::isInstance)
        .map(InputRefusedException.class::cast)
        .min(Comparator.comparing(InputRefusedException::getMessage))
        .map(RuntimeException.class::cast)
        .orElseGet(
            () ->
                new NightFailedException(
                    failures.isEmpty()
                        ? new IllegalStateException("the job stopped without a reason")
                        : failures.get(0)));
  }

  private static Throwable refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputRefusedException) {
        return cause;
      }
    }
    return failure;
  }

  /** Database, schema, and job repository, all by Spring Boot's own rules. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Beans {}
}
