package org.baophu.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.baophu.coverage.Standing;
import org.baophu.gate.Judgement;
import org.baophu.intake.FileFormat;
import org.baophu.intake.InputKind;
import org.baophu.issue.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a night can tell about itself: what came in, how it was worked on, how long it took. None of
 * it names or numbers a person; {@code run.json} and {@code report.html} show it to everybody.
 *
 * @param version of the program
 * @param runId names the run
 * @param started when the run began
 * @param inputs every file of the delivery, in the order in which it was read
 * @param ignoredFiles names of files in the input directory that are none of ours
 * @param configuration every setting in force, as a tree of maps, lists, texts, numbers and truth
 *     values; without secrets
 * @param previous the last published run; null on the first night
 * @param gates how the night's numbers were judged
 */
public record NightFacts(
    String version,
    String runId,
    Instant started,
    List<Input> inputs,
    List<String> ignoredFiles,
    Map<String, Object> configuration,
    Model model,
    Counts counts,
    List<Timing> timings,
    @Nullable Previous previous,
    List<Judgement> gates) {

  /** A night that was not judged. */
  NightFacts(
      String version,
      String runId,
      Instant started,
      List<Input> inputs,
      List<String> ignoredFiles,
      Map<String, Object> configuration,
      Model model,
      Counts counts,
      List<Timing> timings,
      @Nullable Previous previous) {
    this(
        version,
        runId,
        started,
        inputs,
        ignoredFiles,
        configuration,
        model,
        counts,
        timings,
        previous,
        List.of());
  }

  public NightFacts {
    inputs = List.copyOf(inputs);
    ignoredFiles = List.copyOf(ignoredFiles);
    configuration = ordered(configuration);
    timings = List.copyOf(timings);
    gates = List.copyOf(gates);
  }

  /**
   * One input file.
   *
   * @param name without its folder
   * @param sha256 of its bytes as delivered, in hexadecimal
   * @param format as recognised or as forced by the configuration
   * @param rowsDelivered data rows in the file; always accepted plus rejected
   * @param issues how often each problem was met, whether it rejected the row or not
   * @param communeUnknown accepted rows whose commune cannot be decided
   */
  public record Input(
      String name,
      InputKind kind,
      String sha256,
      long bytes,
      FileFormat format,
      long rowsDelivered,
      long rowsAccepted,
      long rowsRejected,
      Map<Problem, Long> issues,
      long communeUnknown) {
    public Input {
      if (rowsAccepted + rowsRejected != rowsDelivered) {
        throw new IllegalArgumentException(
            name
                + ": "
                + rowsAccepted
                + " rows accepted and "
                + rowsRejected
                + " rejected are not the "
                + rowsDelivered
                + " delivered");
      }
      issues = copy(Problem.class, issues);
    }

    /** Accepted rows without a commune, as a share of all accepted rows; 0 without rows. */
    public double communeUnknownShare() {
      return rowsAccepted == 0 ? 0 : (double) communeUnknown / rowsAccepted;
    }
  }

  /**
   * What the linkage learned.
   *
   * @param prior probability that two records taken at random are one person
   * @param iterations rounds that the training took
   * @param converged whether the training came to rest before it ran out of rounds
   * @param fields the fields compared, in their order in the model
   * @param tree the model as {@code run.json} shows it; without values of records
   * @param linkage how the night was linked by it; null where that is not told
   */
  public record Model(
      double prior,
      int iterations,
      boolean converged,
      List<FieldWeights> fields,
      Map<String, Object> tree,
      @Nullable Linkage linkage) {
    public Model {
      fields = List.copyOf(fields);
      tree = ordered(tree);
    }

    /** A model that was learnt tonight. */
    public Model(
        double prior,
        int iterations,
        boolean converged,
        List<FieldWeights> fields,
        Map<String, Object> tree) {
      this(prior, iterations, converged, fields, tree, null);
    }
  }

  /**
   * How a night was linked.
   *
   * @param mode {@code learnt}, {@code full} or {@code incremental}
   * @param because a code for the reason
   * @param drift what moved beyond bounds since the model was learnt
   * @param unchanged records that say what they said the night before
   * @param added records that were not there
   * @param changed records that say something else
   * @param withdrawn records that are no longer there
   * @param compared pairs that were compared
   * @param components groups of records that were formed again
   * @param modelRun the run that learnt the model
   * @param modelDate its date, ISO
   * @param modelAgeDays days from that date to this run's
   */
  public record Linkage(
      String mode,
      String because,
      List<String> drift,
      long unchanged,
      long added,
      long changed,
      long withdrawn,
      long compared,
      long components,
      String modelRun,
      String modelDate,
      long modelAgeDays) {
    public Linkage {
      drift = List.copyOf(drift);
    }
  }

  /**
   * One field of the model.
   *
   * @param field its name, such as {@code birth_date}
   * @param levels how far its values can agree, in any order
   */
  public record FieldWeights(String field, List<Level> levels) {
    public FieldWeights {
      levels = List.copyOf(levels);
    }
  }

  /**
   * How far two values can agree.
   *
   * @param level its kind, such as {@code exact}; where one kind has several weights, the rarer
   *     what agrees the higher, its class of rarity follows: {@code exact, rarity 3}
   * @param mProbability how often records of one person agree this far, in [0,1]
   * @param uProbability how often records of two persons do, in [0,1]
   * @param weightBits log2(m/u): the evidence that this agreement is
   */
  public record Level(String level, double mProbability, double uProbability, double weightBits) {
    private static final Pattern CLASS = Pattern.compile(", (rarity|common words worth) .*");

    /** The level without its class of rarity or of common words. */
    String kind() {
      return CLASS.matcher(level).replaceFirst("");
    }
  }

  /**
   * How many of what.
   *
   * @param records accepted records of persons
   * @param persons distinct persons behind them
   * @param personsEarning persons with an active tax or business record; -1 where not counted
   * @param standings persons by where they stand; their sum is {@code persons}
   * @param others further counts under their names, in the order given
   */
  public record Counts(
      long records,
      long persons,
      long personsEarning,
      Map<Standing, Long> standings,
      Map<String, Long> others) {
    public Counts {
      standings = copy(Standing.class, standings);
      others = ordered(others);
    }

    /** Persons with that standing. */
    public long personsThatAre(Standing standing) {
      return standings.getOrDefault(standing, 0L);
    }
  }

  /** How long one stage took. */
  public record Timing(String stage, Duration duration) {}

  /** The run whose list the changes are counted from. */
  public record Previous(String runId, LocalDate date, long persons, long potential) {}

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  private static <K extends Enum<K>> Map<K, Long> copy(Class<K> keys, Map<K, Long> counts) {
    Map<K, Long> copy = new EnumMap<>(keys);
    copy.putAll(counts);
    return Collections.unmodifiableMap(copy);
  }
}
