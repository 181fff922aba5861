package org.baophu.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baophu.coverage.Assessment;
import org.baophu.link.model.Model;
import org.baophu.link.parallel.Tasks;
import org.baophu.night.NightStore.PastRun;
import org.baophu.night.NightStore.RunState;
import org.baophu.night.NightStore.Status;
import org.baophu.person.RecordKey;
import org.baophu.standard.CommuneRegister;
import org.baophu.target.TargetPlan;
import org.baophu.unseen.UnseenEstimate;
import org.jspecify.annotations.Nullable;

/**
 * One night. {@link #run} is the pipeline; whoever schedules it calls the stages one by one, in the
 * order of {@link Stage}, and after an interruption goes on with the stage that was not finished.
 *
 * <p>Stages hand their results on in memory; what is not there, because an earlier process made it,
 * is read back from the workspace or made again.
 */
public final class Night {
  private static final String LINKS = "links";
  private static final String LINKAGE = "linkage.json";
  private static final String PERSONS = "persons";
  private static final String MEMORY = "memory";
  private static final String TIMINGS = "timings.json";

  private final NightRun run;
  private final NightStore store;
  private final NightProgress progress;
  private final Clock clock;
  private final Path work;
  private final Workspace workspace;
  private final CommuneRegister register;
  private final RunState state;
  private final Instant started;
  private final GateStage gates;
  private @Nullable Delivered delivered;
  private @Nullable SmallFiles smallFiles;
  private @Nullable LinkMemory lastLinkage;
  private @Nullable Model model;
  private @Nullable Links links;
  private @Nullable Persons persons;
  private @Nullable Certain certain;
  private @Nullable FieldHistory history;
  private @Nullable Memory memory;
  private @Nullable DecisionBook decisions;
  private @Nullable Checks checks;
  private @Nullable AssessStage assessing;
  private @Nullable List<Assessment> assessments;
  private @Nullable UnseenEstimate unseen;

  /**
   * Prepares a night, or takes up one that was interrupted.
   *
   * @param storeDirectory where the run may keep what one stage leaves to the next
   * @param clock tells how long stages take; no result depends on it
   */
  public Night(
      NightRun run, NightStore store, Path storeDirectory, NightProgress progress, Clock clock) {
    this.run = run;
    this.store = store;
    this.progress = progress;
    this.clock = clock;
    this.work = work(storeDirectory);
    this.workspace = new Workspace(workspace(storeDirectory, run));
    this.register = CommuneRegister.on(run.date());
    this.state = store.open(run.key(), run);
    this.started = clock.instant();
    this.gates =
        new GateStage(
            run,
            store,
            workspace,
            storeDirectory.resolve("refused"),
            state.runNo(),
            register.communes());
  }

  /** Where a run keeps what one stage leaves to the next. */
  public static Path workspace(Path storeDirectory, NightRun run) {
    return work(storeDirectory).resolve(run.key());
  }

  private static Path work(Path storeDirectory) {
    return storeDirectory.resolve("work");
  }

  /**
   * Finishes a run that was killed after its results were stored and before readers could see them:
   * later nights look back on them, so they are published first, whatever is asked for now.
   */
  public static void finishInterrupted(NightStore store, Path storeDirectory, Path output) {
    store.findUnpublished().ifPresent(run -> finish(run, store, storeDirectory, output));
  }

  private static void finish(PastRun run, NightStore store, Path storeDirectory, Path output) {
    Path directory = work(storeDirectory).resolve(run.runKey());
    Path published = output.resolve(run.date());
    if (Files.isDirectory(directory)) {
      Placement placement = new Placement(new Workspace(directory), published);
      if (placement.isStaged() || NightRun.isPublished(published, run.runKey())) {
        placement.putInPlace();
        store.markPublished(run.runNo());
      }
    }
  }

  /** Gives up what an interrupted run left, so that it begins anew. */
  public static void discard(Path storeDirectory, NightRun run) {
    try {
      Workspace.deleteTree(workspace(storeDirectory, run));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete what " + run.key() + " left", e);
    }
  }

  /**
   * Deletes what nights left for later stages and for {@code explain}: it holds records of persons.
   */
  public static void forgetWork(Path storeDirectory) {
    try {
      Workspace.deleteTree(storeDirectory.resolve("work"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the workspaces in " + storeDirectory, e);
    }
  }

  /** Creates a directory, with its parents, that only its owner can read. */
  public static void createPrivate(Path directory) {
    Workspace.createPrivate(directory);
  }

  /** The pipeline. */
  public void run(Stage stage) {
    Instant begun = clock.instant();
    progress.report(stage, "", 0, -1);
    switch (stage) {
      case READ -> {
        for (int file = 0; file < run.files().size(); file++) {
          read(file);
        }
      }
      case CHECK -> check();
      case LINK -> link();
      case IDENTIFY -> identify();
      case ASSESS -> assessments();
      case PLAN -> plan();
      case GATE ->
          gates.judgeResults(
              GateFigures.ofResults(
                  register.communes(), delivered().records(), persons(), assessments()));
      case PUBLISH -> publish();
    }
    if (stage != Stage.READ) {
      noteTime(stage, Duration.between(begun, clock.instant()));
    }
  }

  /** The first stage for one file; files can be read at the same time. */
  public void read(int file) {
    Instant begun = clock.instant();
    new ReadStage(run, workspace, register, store.withheld(), progress).read(file);
    noteTime(Stage.READ, Duration.between(begun, clock.instant()));
  }

  /** Ends a night whose files could not all be used, before anything slow is done. */
  private void check() {
    UsableFiles usable =
        new UsableFiles(
            run.settings().intake().maxRejectShare(),
            delivered().rejects(run, workspace, smallFiles().issues()));
    List<FileReport> reports = reports();
    for (int file = 0; file < reports.size(); file++) {
      usable.require(run.files().get(file).file(), reports.get(file));
    }
    gates.judgeDelivery(
        GateFigures.ofDelivery(
            run.files(), reports, delivered().records(), register.communes().size()));
    // What earlier nights knew of these records, what clerks decided and where linkage may go on
    // from: all later stages ask.
    Optional<PastRun> last = past();
    Tasks.both(run.threads(), this::decisions, () -> lastLinkage(last));
  }

  private void link() {
    LinkStage stage = new LinkStage(run, delivered(), decisions().settled().inForce(), progress);
    Optional<LinkMemory> before = lastLinkage(past());
    LinkStage.Outcome outcome = stage.link(before.orElse(null));
    NightLinking.Linked linked = outcome.linked();
    List<Runnable> results =
        List.of(
            () -> workspace.write(Review.FILE, stage.review(linked, before.orElse(null))::write),
            () -> keep(linked, before),
            () -> workspace.write(LINKS, outcome.links()::write),
            () -> workspace.writeJson(LINKAGE, facts(linked)));
    Tasks.run(
        run.threads(),
        results.size(),
        number -> {
          results.get(number).run();
          return number;
        });
    links = outcome.links();
    model = linked.model().frozen().model();
    lastLinkage = null;
  }

  /** What the last night's linkage left, where there was one. */
  private Optional<LinkMemory> lastLinkage(Optional<PastRun> last) {
    if (lastLinkage == null && last.isPresent()) {
      lastLinkage = LinkMemory.read(work.resolve(last.get().runKey()), run.threads());
    }
    return Optional.ofNullable(lastLinkage);
  }

  private void keep(NightLinking.Linked linked, Optional<LinkMemory> before) {
    boolean isLearntTonight = linked.model().runKey().equals(run.key());
    LinkMemory.write(
        workspace,
        linked.model(),
        isLearntTonight ? null : before.orElse(null),
        linked.outcome().state(),
        NightLinking.settingsOf(run));
  }

  private static LinkFacts facts(NightLinking.Linked linked) {
    return new LinkFacts(linked.outcome().result().diagnostics(), linked.facts());
  }

  /** What the night was linked by. */
  private Model model() {
    if (model == null) {
      Path directory = work.resolve(run.key());
      model =
          LinkMemory.findModel(directory)
              .orElseThrow(() -> new LostResultException("cannot read the model in " + directory))
              .frozen()
              .model();
    }
    return model;
  }

  private void identify() {
    Map<RecordKey, String> previous = memory().previous(delivered().records());
    long lastNumber = past().map(PastRun::lastPersonNumber).orElse(0L);
    persons = Persons.identify(delivered().records(), links(), previous, lastNumber);
    workspace.write(PERSONS, persons()::write);
  }

  private Optional<PastRun> past() {
    return store.findPrevious(state.runNo());
  }

  /** Worked out before the night's own results are stored, and kept. */
  private Memory memory() {
    if (memory == null && workspace.has(MEMORY)) {
      memory = workspace.read(MEMORY, Memory::read);
    } else if (memory == null) {
      memory =
          Remembering.of(delivered().records(), delivered().contents(), store, communesRedrawn());
      workspace.write(MEMORY, memory::write);
    }
    return memory;
  }

  /** Whether the communes are others than on the day of the last night. */
  private boolean communesRedrawn() {
    return past()
        .map(run -> CommuneRegister.on(LocalDate.parse(run.date())))
        .map(earlier -> !earlier.communes().equals(register.communes()))
        .orElse(false);
  }

  private TargetPlan plan() {
    PlanStage stage = new PlanStage(run, register, smallFiles(), store.targets(lastYear()));
    return stage.plan(assessments(), persons(), delivered().records(), unseen());
  }

  private UnseenEstimate unseen() {
    if (unseen == null) {
      unseen =
          new UnseenStage(run.date(), assessments(), delivered().records(), certain()).estimate();
    }
    return unseen;
  }

  private int lastYear() {
    return run.date().getYear() - 1;
  }

  private void publish() {
    Publishing publishing = new Publishing(run, store, workspace, state.runNo(), started, progress);
    boolean done = publishing.isStaged() || Files.exists(run.published());
    if (store.open(run.key(), run).status() == Status.STARTED || !done) {
      store.keepJudgements(state.runNo(), gates.judgements());
      publishing.stage(results());
    }
    publishing.putInPlace();
  }

  private Publishing.Results results() {
    // Only what earlier nights know tells which answers are of no use; that stops no night.
    SmallFiles read = smallFiles().with(checks().book().issues());
    return new Publishing.Results(
        register,
        delivered(),
        read,
        read.corrected(run, delivered().reports()),
        decisions(),
        checks(),
        links(),
        certain(),
        memory(),
        communesRedrawn(),
        persons(),
        history(),
        assessing(),
        assessments(),
        plan(),
        unseen(),
        workspace.read(Review.FILE, Review::read).pairs(),
        workspace.readJson(LINKAGE, LinkFacts.class).toFacts(model()),
        timings(),
        gates.judgements());
  }

  private Delivered delivered() {
    if (delivered == null) {
      delivered = Delivered.load(run, workspace);
    }
    return delivered;
  }

  private SmallFiles smallFiles() {
    if (smallFiles == null) {
      smallFiles = SmallFiles.load(run, workspace, register);
    }
    return smallFiles;
  }

  private List<FileReport> reports() {
    return smallFiles().corrected(run, delivered().reports());
  }

  /** Kept for the same reason as the memory, and for whoever wants to know what bound the night. */
  private DecisionBook decisions() {
    if (decisions == null && workspace.has(DecisionBook.FILE)) {
      decisions = workspace.readJson(DecisionBook.FILE, DecisionBook.class);
    } else if (decisions == null) {
      decisions =
          DecisionBook.of(
              store.decisions(state.runNo()),
              smallFiles().decisions(),
              store.renumberings(state.runNo()),
              memory(),
              delivered().records());
      workspace.writeJson(DecisionBook.FILE, decisions);
    }
    return decisions;
  }

  private Checks checks() {
    if (checks == null) {
      SampleMemory known = store.samples(state.runNo());
      SampleBook book =
          SampleBook.of(
              run.date(), run.settings().auditSample().days(), known, smallFiles().answers());
      checks = new Checks(run, book, known.heirs(), persons(), delivered().records());
    }
    return checks;
  }

  private Links links() {
    if (links == null) {
      links = workspace.read(LINKS, Links::read);
    }
    return links;
  }

  private FieldHistory history() {
    if (history == null) {
      history = FieldHistory.before(state.runNo(), store.fieldBook());
    }
    return history;
  }

  private Persons persons() {
    if (persons == null) {
      persons = workspace.read(PERSONS, in -> Persons.read(in, delivered().records()));
    }
    return persons;
  }

  private Certain certain() {
    if (certain == null) {
      certain =
          Certain.of(delivered().records(), links(), persons(), decisions().settled().inForce());
    }
    return certain;
  }

  private AssessStage assessing() {
    if (assessing == null) {
      assessing =
          new AssessStage(
              run, delivered().records(), certain(), history().chances(run.date()), checks());
    }
    return assessing;
  }

  private List<Assessment> assessments() {
    if (assessments == null) {
      assessments = assessing().assess();
    }
    return assessments;
  }

  /**
   * Adds to the times of a stage, of which an interrupted one has several; the times of files that
   * were read at once add up.
   */
  private synchronized void noteTime(Stage stage, Duration took) {
    Map<Stage, Duration> timings = timings();
    timings.merge(stage, took, Duration::plus);
    workspace.writeJson(TIMINGS, Timings.of(timings));
  }

  private Map<Stage, Duration> timings() {
    return workspace.has(TIMINGS)
        ? workspace.readJson(TIMINGS, Timings.class).toMap()
        : Timings.none();
  }
}
