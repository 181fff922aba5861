package org.baophu.batch;

import java.util.HashMap;
import java.util.Map;
import org.baophu.night.Night;
import org.baophu.night.NightRun;
import org.baophu.night.Stage;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.TaskExecutor;

/** Makes a job of a night: a step for each stage, and for reading a partition for each file. */
final class NightJob {
  static final String NAME = "night";
  private static final String FILE = "file";

  private final JobRepository repository;
  private final NightRun run;
  private final Night night;
  private final TaskExecutor readers;

  /** Steps keep their results themselves; a transaction around a whole step would hide them. */
  private final ResourcelessTransactionManager noTransaction = new ResourcelessTransactionManager();

  NightJob(JobRepository repository, NightRun run, Night night, TaskExecutor readers) {
    this.repository = repository;
    this.run = run;
    this.night = night;
    this.readers = readers;
  }

  Job create() {
    SimpleJobBuilder job = new JobBuilder(NAME, repository).start(read());
    for (Stage stage : Stage.values()) {
      if (stage != Stage.READ) {
        job.next(step(stage));
      }
    }
    return job.build();
  }

  private Step step(Stage stage) {
    return tasklet(
        stage.name(),
        (contribution, context) -> {
          night.run(stage);
          return RepeatStatus.FINISHED;
        });
  }

  private Step read() {
    Step one =
        tasklet(
            "READ_FILE",
            (contribution, context) -> {
              night.read(
                  context.getStepContext().getStepExecution().getExecutionContext().getInt(FILE));
              return RepeatStatus.FINISHED;
            });
    return new StepBuilder(Stage.READ.name(), repository)
        .partitioner(one.getName(), gridSize -> partitions())
        .step(one)
        .gridSize(run.files().size())
        .taskExecutor(readers)
        .build();
  }

  private Map<String, ExecutionContext> partitions() {
    Map<String, ExecutionContext> partitions = new HashMap<>();
    for (int file = 0; file < run.files().size(); file++) {
      ExecutionContext context = new ExecutionContext();
      context.putInt(FILE, file);
      partitions.put(FILE + file, context);
    }
    return partitions;
  }

  private Step tasklet(String name, Tasklet tasklet) {
    return new StepBuilder(name, repository).tasklet(tasklet, noTransaction).build();
  }
}
