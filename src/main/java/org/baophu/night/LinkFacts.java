package org.baophu.night;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baophu.link.LinkDiagnostics;
import org.baophu.link.model.Model;
import org.baophu.publish.NightFacts;

/**
 * How a night was linked, kept as JSON between stages; the model stands in the {@link LinkMemory}.
 */
record LinkFacts(LinkDiagnostics diagnostics, NightFacts.Linkage linkage) {
  /** What is published of the model that the night was linked by. */
  NightFacts.Model toFacts(Model model) {
    return new NightFacts.Model(
        diagnostics.priorProbability(),
        diagnostics.iterations(),
        diagnostics.converged(),
        model.entries().stream().map(LinkFacts::weights).toList(),
        tree(model),
        linkage);
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

  private Map<String, Object> tree(Model model) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("blockingKeys", diagnostics.blockingKeys());
    facts.put("pairsCompared", diagnostics.pairsCompared());
    facts.put("iterations", diagnostics.iterations());
    facts.put("converged", diagnostics.converged());
    facts.put("missShare", diagnostics.missShare());
    facts.put("priorProbability", diagnostics.priorProbability());
    facts.put("model", model);
    return facts;
  }
}
