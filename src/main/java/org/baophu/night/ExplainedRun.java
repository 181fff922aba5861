package org.baophu.night;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.baophu.identity.Decision;
import org.baophu.identity.Decisions;
import org.baophu.identity.Person;
import org.baophu.identity.Verdict;
import org.baophu.link.Explainer;
import org.baophu.link.Explanation;
import org.baophu.link.LinkSettings;
import org.baophu.link.table.Table;
import org.baophu.person.RecordKey;
import org.baophu.standard.StandardRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A published run, taken up again to say why two of its records were or were not linked. It needs
 * what the run left in its workspace, which is kept until the next run is published.
 */
public final class ExplainedRun {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<StandardRecord> records;
  private final Persons persons;
  private final int[] personOfRow;
  private final Links links;
  private final Table table;
  private final double threshold;
  private final Explainer explainer;
  private final Decisions decisions;

  private ExplainedRun(
      List<StandardRecord> records,
      Persons persons,
      Links links,
      Decisions decisions,
      LearntModel model,
      LinkSettings settings) {
    this.records = records;
    this.persons = persons;
    this.personOfRow = persons.personOfRow(records.size());
    this.links = links;
    this.decisions = decisions;
    this.table = PersonTable.of(records);
    this.threshold = settings.threshold();
    this.explainer = new Explainer(table, model.frozen(), settings);
    explainer.count(personOfRow);
  }

  /**
   * Why two records were or were not linked.
   *
   * @param evidence the prior and each field's evidence; their sum is the match weight
   * @param personA the person that the first record became part of
   * @param membershipA how sure that is, in [0,1]
   * @param personB the same for the second record
   */
  public record Answer(
      Explanation evidence,
      String personA,
      double membershipA,
      String personB,
      double membershipB) {
    /** Whether both records are held to be one person's. */
    public boolean isLinked() {
      return personA.equals(personB);
    }
  }

  /**
   * Opens a run.
   *
   * @param results the directory of its date
   * @param storeDirectory where its workspace is
   * @throws IllegalArgumentException if the directory holds no run, or the run's workspace is gone
   */
  public static ExplainedRun open(Path results, Path storeDirectory) {
    return open(results, storeDirectory, 1);
  }

  /**
   * Opens a run with several threads.
   *
   * @param threads at least 1; changes the time taken, never the result
   * @throws IllegalArgumentException as {@link #open(Path, Path)}
   */
  public static ExplainedRun open(Path results, Path storeDirectory, int threads) {
    Path manifest = results.resolve("run.json");
    if (!Files.exists(manifest)) {
      throw new IllegalArgumentException(
          results
              + " holds no run.json; name the directory of a night, such as OUTPUT/2026-11-01.");
    }
    JsonNode facts = JSON.readTree(manifest);
    String key = facts.get("run_id").asString();
    Path directory = storeDirectory.resolve("work").resolve(key);
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException(
          "What run "
              + key
              + " compared is kept until the next run is published, and is gone. Run that night"
              + " again to have it explained.");
    }
    Workspace workspace = new Workspace(directory);
    List<StandardRecord> records = records(workspace);
    LearntModel model =
        LinkMemory.findModel(directory)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "What run "
                            + key
                            + " was linked by is gone or damaged. Run that night again to have it"
                            + " explained."));
    JsonNode threshold = facts.at("/configuration/linkage/threshold");
    double from =
        threshold.isNumber() ? threshold.asDouble() : LinkageSettings.defaults().threshold();
    JsonNode keepAbove = facts.at("/configuration/linkage/keep_above");
    double kept =
        keepAbove.isNumber() ? keepAbove.asDouble() : LinkageSettings.defaults().keepAbove();
    return new ExplainedRun(
        records,
        workspace.read("persons", in -> Persons.read(in, records)),
        workspace.read("links", Links::read),
        decisions(workspace),
        model,
        LinkSettings.defaults().withThreshold(from).withKeepAbove(kept).withThreads(threads));
  }

  /** What bound the run; nothing where an older version left nothing. */
  private static Decisions decisions(Workspace workspace) {
    return workspace.has(DecisionBook.FILE)
        ? workspace.readJson(DecisionBook.FILE, DecisionBook.class).settled()
        : Decisions.of(List.of());
  }

  /**
   * What outranked the evidence between two rows.
   *
   * @param decidedBy who decided; empty where nobody did
   * @param decidedOn the day, ISO, or empty
   * @param note the clerk's, or empty
   */
  public record Binding(
      Kind kind, int rowA, int rowB, String decidedBy, String decidedOn, String note) {
    /** How it bound them. */
    public enum Kind {
      /** A clerk's match. */
      MATCH,
      /** A clerk's no-match. */
      NO_MATCH,
      /** A clerk's decision that contradicts others, so that it was not applied. */
      CONTRADICTED,
      /** Each states a national id of its own, and the two cannot be one person's. */
      IDS
    }
  }

  /**
   * All that outranked the evidence between rows of two groups, or within one that is given twice:
   * decisions first, each by its records.
   */
  public List<Binding> bindings(int[] groupA, int[] groupB) {
    List<Binding> bindings = new ArrayList<>();
    for (Decision decision : decisions.inForce()) {
      Binding.Kind kind =
          decision.verdict() == Verdict.MATCH ? Binding.Kind.MATCH : Binding.Kind.NO_MATCH;
      addDecision(kind, decision, groupA, groupB, bindings);
    }
    decisions.contradictions().stream()
        .flatMap(contradiction -> contradiction.decisions().stream())
        .distinct()
        .forEach(
            decision -> addDecision(Binding.Kind.CONTRADICTED, decision, groupA, groupB, bindings));
    addIds(groupA, groupB, bindings);
    return bindings;
  }

  private void addDecision(
      Binding.Kind kind, Decision decision, int[] groupA, int[] groupB, List<Binding> bindings) {
    for (int a : groupA) {
      for (int b : groupB) {
        RecordKey keyA = records.get(a).key();
        RecordKey keyB = records.get(b).key();
        boolean about =
            decision.a().equals(keyA) && decision.b().equals(keyB)
                || groupA != groupB && decision.a().equals(keyB) && decision.b().equals(keyA);
        if (about) {
          bindings.add(
              new Binding(
                  kind,
                  a,
                  b,
                  decision.decidedBy(),
                  Objects.toString(decision.decidedOn(), ""),
                  decision.note()));
        }
      }
    }
  }

  private void addIds(int[] groupA, int[] groupB, List<Binding> bindings) {
    int[] rows = IntStream.concat(Arrays.stream(groupA), Arrays.stream(groupB)).toArray();
    IdConflicts conflicts = new IdConflicts(Arrays.stream(rows).mapToObj(records::get).toList());
    for (int a = 0; a < groupA.length; a++) {
      for (int b = 0; b < groupB.length; b++) {
        boolean once = groupA != groupB || groupA[a] < groupB[b];
        if (once && !conflicts.areCompatible(a, groupA.length + b)) {
          bindings.add(new Binding(Binding.Kind.IDS, groupA[a], groupB[b], "", "", ""));
        }
      }
    }
  }

  /** The records as the run compared them. */
  public Table table() {
    return table;
  }

  /** What gave the pairs their weights. */
  public Explainer explainer() {
    return explainer;
  }

  /** The probability from which a pair speaks for one person. */
  public double threshold() {
    return threshold;
  }

  /** By row of the table the number of its person. */
  public int[] personOfRow() {
    return personOfRow.clone();
  }

  /** The id of the person that a row became part of. */
  public String personId(int row) {
    return person(row).id();
  }

  /** How sure it is that a row belongs to its person, in [0,1]. */
  public double membership(int row) {
    RecordKey key = records.get(row).key();
    return person(row).members().stream()
        .filter(member -> member.key().equals(key))
        .findFirst()
        .orElseThrow()
        .probability();
  }

  /** How many pairs the run kept as possible matches. */
  public int pairs() {
    return links.pairs();
  }

  /** The first row of a pair. */
  public int rowA(int pair) {
    return links.rowA()[pair];
  }

  /** The second row of a pair. */
  public int rowB(int pair) {
    return links.rowB()[pair];
  }

  /** The probability that a pair is one person, in [0,1]. */
  public double probability(int pair) {
    return links.probability()[pair];
  }

  /** All records, as the run had them: one for each key, sorted. */
  private static List<StandardRecord> records(Workspace workspace) {
    List<StandardRecord> records = new ArrayList<>();
    Set<RecordKey> known = new HashSet<>();
    for (int file = 0; workspace.has(ReadStage.report(file)); file++) {
      if (workspace.has(ReadStage.records(file))) {
        Delivered.readRecords(file, workspace, known, records, new ArrayList<>());
      }
    }
    records.sort(Comparator.comparing(StandardRecord::key));
    return records;
  }

  /**
   * Explains a pair.
   *
   * @throws IllegalArgumentException if the run has no such record, or both are the same
   */
  public Answer explain(RecordKey a, RecordKey b) {
    int rowA = row(a);
    int rowB = row(b);
    return new Answer(
        explainer.explain(rowA, rowB),
        person(rowA).id(),
        membership(rowA),
        person(rowB).id(),
        membership(rowB));
  }

  private int row(RecordKey key) {
    return IntStream.range(0, records.size())
        .filter(row -> records.get(row).key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The run has no record " + key + "."));
  }

  private Person person(int row) {
    return persons.persons().get(personOfRow[row]);
  }
}
