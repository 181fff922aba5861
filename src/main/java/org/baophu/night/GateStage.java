package org.baophu.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.baophu.gate.Gatekeeper;
import org.baophu.gate.Judgement;
import org.baophu.gate.NightStatistics;
import org.baophu.intake.InputRefusedException;
import org.baophu.person.Commune;
import org.baophu.publish.GateReport;

/**
 * Holds tonight's numbers against the last nights'. What is out of bounds and nobody accepts ends
 * the night: a report is left beside the store, and what readers see stays as it was.
 */
final class GateStage {
  private static final String EARLY = "gates-early.json";
  private static final String LATE = "gates.json";
  private static final int SHOWN = 5;

  private final NightRun run;
  private final GateMemory memory;
  private final Workspace workspace;
  private final Path refused;
  private final long runNo;
  private final List<Commune> communes;

  /**
   * @param refused where reports on refused nights are left
   */
  GateStage(
      NightRun run,
      GateMemory memory,
      Workspace workspace,
      Path refused,
      long runNo,
      List<Commune> communes) {
    this.run = run;
    this.memory = memory;
    this.workspace = workspace;
    this.refused = refused;
    this.runNo = runNo;
    this.communes = communes;
  }

  /** Judges what the files alone tell. */
  void judgeDelivery(NightStatistics figures) {
    judge(EARLY, figures);
  }

  /** Judges what was made of them. */
  void judgeResults(NightStatistics figures) {
    judge(LATE, figures);
  }

  /** How all numbers of this night were judged. */
  List<Judgement> judgements() {
    List<Judgement> all = new ArrayList<>();
    for (String part : List.of(EARLY, LATE)) {
      if (workspace.has(part)) {
        all.addAll(List.of(workspace.readJson(part, Judgement[].class)));
      }
    }
    return all;
  }

  private void judge(String part, NightStatistics figures) {
    int nights = run.settings().gates().nights();
    List<Judgement> judgements =
        new Gatekeeper(memory.pastNights(runNo, nights), run.settings().gates(), run.acceptances())
            .judge(figures);
    workspace.writeJson(part, judgements);
    List<Judgement> stopped = judgements.stream().filter(Judgement::stops).toList();
    if (!stopped.isEmpty()) {
      throw refusal(stopped, report(judgements));
    }
  }

  private Path report(List<Judgement> judgements) {
    Path directory = refused.resolve(run.key());
    Path part = refused.resolve(run.key() + ".part");
    try {
      Workspace.deleteTree(part);
      Workspace.createPrivate(part);
      GateReport.write(run.date(), run.key(), judgements, communes, run.language(), part);
      Workspace.deleteTree(directory);
      Files.move(part, directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the report on the gates to " + directory, e);
    }
    return directory;
  }

  private static InputRefusedException refusal(List<Judgement> stopped, Path report) {
    String shown =
        stopped.stream().limit(SHOWN).map(GateReport::line).collect(Collectors.joining("; "));
    int more = stopped.size() - SHOWN;
    String accept =
        stopped.stream()
            .map(judgement -> judgement.measure().gate().code())
            .distinct()
            .map(gate -> "--accept " + gate + " --because \"…\"")
            .collect(Collectors.joining(" "));
    return new InputRefusedException(
        "Gates",
        shown + (more > 0 ? "; and " + more + " more" : "") + ".",
        "Read "
            + report.resolve("gates.html")
            + "; mend the delivery, or if it is right, add "
            + accept
            + ".");
  }
}
