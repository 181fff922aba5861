package org.baophu.night;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baophu.link.LinkDiagnostics;
import org.baophu.link.LinkResult;
import org.baophu.link.model.Model;
import org.baophu.publish.NightFacts;

/** What the linkage learned, in a form that can be kept as JSON between stages. */
record ModelFacts(
    double prior,
    int iterations,
    boolean converged,
    List<NightFacts.FieldWeights> fields,
    Map<String, Object> tree,
    NightFacts.Linkage linkage) {

  static ModelFacts of(LinkResult result, NightFacts.Linkage linkage) {
    LinkDiagnostics diagnostics = result.diagnostics();
    return new ModelFacts(
        diagnostics.priorProbability(),
        diagnostics.iterations(),
        diagnostics.converged(),
        result.model().entries().stream().map(ModelFacts::weights).toList(),
        tree(result),
        linkage);
  }

  NightFacts.Model toFacts() {
    return new NightFacts.Model(prior, iterations, converged, fields, tree, linkage);
  }

  private static NightFacts.FieldWeights weights(Model.EntryModel entry) {
    List<NightFacts.Level> levels = new ArrayList<>();
    for (Model.LevelModel level : entry.levels().subList(1, entry.levels().size())) {
      if (level.m() > 0 && level.u() > 0) {
        double bits = Math.log(level.m() / level.u()) / Math.log(2);
        levels.add(new NightFacts.Level(name(level), level.m(), level.u(), bits));
      }
    }
    return new NightFacts.FieldWeights(entry.name(), levels);
  }

  private static String name(Model.LevelModel level) {
    return level.rarity() < 0 ? level.kind() : level.kind() + ", rarity " + level.rarity();
  }

  private static Map<String, Object> tree(LinkResult result) {
    LinkDiagnostics diagnostics = result.diagnostics();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("blockingKeys", diagnostics.blockingKeys());
    facts.put("pairsCompared", diagnostics.pairsCompared());
    facts.put("iterations", diagnostics.iterations());
    facts.put("converged", diagnostics.converged());
    facts.put("missShare", diagnostics.missShare());
    facts.put("priorProbability", diagnostics.priorProbability());
    facts.put("model", result.model());
    return facts;
  }
}
