package org.baophu.night;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.baophu.link.IncrementalLinker;
import org.baophu.link.LinkCounts;
import org.baophu.link.LinkOutcome;
import org.baophu.link.incremental.Difference;
import org.baophu.link.incremental.LinkState;
import org.baophu.night.LinkReason.How;
import org.baophu.publish.NightFacts;
import org.jspecify.annotations.Nullable;

/**
 * Links tonight's records: learning a model, by the frozen one, or by the frozen one from where the
 * last night left off. The last two come out the same; whether a model is learnt follows from the
 * history, the settings and the records alone.
 */
final class NightLinking {
  /** With a greater share of new and changed records, linking all takes no longer. */
  private static final double MOST_FRESH = 0.2;

  private final NightRun run;
  private final IncrementalLinker linker;
  private final @Nullable LinkMemory memory;
  private final RecordProfile profile;

  /**
   * @param memory what the last night left, {@code null} where there was none
   */
  NightLinking(
      NightRun run, IncrementalLinker linker, List<String> sources, @Nullable LinkMemory memory) {
    this.run = run;
    this.linker = linker;
    this.memory = memory;
    this.profile = RecordProfile.of(linker.fingerprints(), sources);
  }

  /**
   * What came out.
   *
   * @param model the frozen model, to be used by later nights
   */
  record Linked(LinkOutcome outcome, LearntModel model, NightFacts.Linkage facts) {}

  /** What the state of a night depends on, but for the records, the decisions and the model. */
  static String settingsOf(NightRun run) {
    LinkageSettings settings = run.settings().linkage();
    return run.version() + " " + settings.threshold() + " " + settings.keepAbove();
  }

  Linked link() {
    Optional<LearntModel> known = memory == null ? Optional.empty() : memory.model();
    Optional<LinkMemory.Kept> kept = memory == null ? Optional.empty() : memory.state();
    @Nullable Difference difference =
        kept.flatMap(state -> linker.difference(state.state())).orElse(null);
    if (known.isEmpty()) {
      return learnt(
          memory == null ? LinkReason.FIRST_NIGHT : LinkReason.MODEL_LOST, List.of(), difference);
    }
    LearntModel model = known.get();
    List<String> drift = model.profile().driftTo(profile);
    Optional<LinkReason> renewal = renewal(model, drift);
    if (renewal.isPresent()) {
      return learnt(renewal.get(), drift, difference);
    }
    int most = model.profile().mostInBlock();
    LinkReason reason = reason(kept, difference);
    Optional<LinkOutcome> outcome =
        kept.isPresent() && difference != null && reason.how() == How.INCREMENTAL
            ? linker.next(model.frozen(), most, kept.get().state(), difference)
            : linker.full(model.frozen(), most, difference);
    if (outcome.isEmpty()) {
      return learnt(LinkReason.DRIFT, List.of("blocks"), difference);
    }
    if (model.profile().hasOtherMatchesThan(outcome.get().result())) {
      return learnt(LinkReason.DRIFT, List.of("matches"), difference);
    }
    return new Linked(outcome.get(), model, facts(outcome.get(), model, reason, List.of()));
  }

  private Linked learnt(LinkReason reason, List<String> drift, @Nullable Difference difference) {
    LinkOutcome outcome = linker.learn(difference);
    LearntModel model =
        new LearntModel(
            run.version(), run.key(), run.date(), profile.with(outcome), outcome.frozen());
    return new Linked(outcome, model, facts(outcome, model, reason, drift));
  }

  private Optional<LinkReason> renewal(LearntModel model, List<String> drift) {
    LinkageSettings settings = run.settings().linkage();
    if (settings.retrain()) {
      return Optional.of(LinkReason.DEMANDED);
    }
    if (!model.version().equals(run.version())) {
      return Optional.of(LinkReason.OTHER_VERSION);
    }
    if (age(model) >= settings.retrainEveryDays()) {
      return Optional.of(LinkReason.SCHEDULED);
    }
    return drift.isEmpty() ? Optional.empty() : Optional.of(LinkReason.DRIFT);
  }

  private LinkReason reason(Optional<LinkMemory.Kept> kept, @Nullable Difference difference) {
    if (kept.isEmpty() || difference == null) {
      return LinkReason.STATE_LOST;
    }
    if (memory == null || !kept.get().model().equals(memory.modelDigest())) {
      return LinkReason.STATE_LOST;
    }
    if (!kept.get().settings().equals(settingsOf(run))) {
      return LinkReason.OTHER_SETTINGS;
    }
    int fresh = difference.added() + difference.changed();
    LinkState state = kept.get().state();
    return fresh > MOST_FRESH * Math.max(1, state.rows())
        ? LinkReason.MANY_CHANGED
        : LinkReason.NEARLY_THE_SAME;
  }

  /** Days since the model was learnt, by the dates of the runs. */
  private long age(LearntModel model) {
    return ChronoUnit.DAYS.between(model.date(), run.date());
  }

  private NightFacts.Linkage facts(
      LinkOutcome outcome, LearntModel model, LinkReason reason, List<String> drift) {
    LinkCounts counts = outcome.counts();
    return new NightFacts.Linkage(
        reason.how().name().toLowerCase(Locale.ROOT),
        reason.code(),
        drift,
        counts.unchanged(),
        counts.added(),
        counts.changed(),
        counts.withdrawn(),
        counts.compared(),
        counts.components(),
        model.runKey(),
        model.date().toString(),
        age(model));
  }
}
