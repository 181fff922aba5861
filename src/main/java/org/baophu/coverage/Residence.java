package org.baophu.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.baophu.coverage.ResidenceModel.Statement;
import org.baophu.standard.StandardRecord;

/**
 * Where a person lives: of the communes that their records name, or may mean by an ambiguous name,
 * the most probable by the {@link ResidenceModel}; of equals the smaller code. So records settle
 * each other: one that says {@code Chi Lăng} and means one of three communes is decided by another
 * that names the commune of one of them.
 *
 * @param communeCode empty where no record names one
 * @param probability that the person lives there, in [0,1]; 0 where no commune is named
 * @param others the other communes that some record names for certain, and where a record's
 *     ambiguous name cannot be the one chosen, its candidates; sorted
 * @param maybe where no record names the chosen one for certain, the other communes that bear or
 *     bore its name, sorted
 * @param address of the most trusted record that may name the commune and has an address; empty if
 *     none
 */
record Residence(
    String communeCode,
    double probability,
    List<String> others,
    List<String> maybe,
    String address) {

  Residence {
    others = List.copyOf(others);
    maybe = List.copyOf(maybe);
  }

  static Residence of(Evidence evidence, LocalDate date, ResidenceModel model) {
    List<Statement> said = ResidenceModel.statements(evidence, date);
    Map<String, Double> posterior = model.posterior(said);
    String chosen = greatest(posterior);
    Set<String> others = new TreeSet<>();
    Set<String> maybe = new TreeSet<>();
    boolean certain = false;
    for (Statement statement : said) {
      if (statement.codes().contains(chosen)) {
        maybe.addAll(statement.codes());
        certain |= statement.codes().size() == 1;
      } else {
        others.addAll(statement.codes());
      }
    }
    maybe.remove(chosen);
    maybe.removeAll(others);
    return new Residence(
        chosen,
        posterior.getOrDefault(chosen, 0.0),
        new ArrayList<>(others),
        certain ? List.of() : new ArrayList<>(maybe),
        address(evidence, said, chosen));
  }

  boolean isKnown() {
    return !communeCode.isEmpty();
  }

  boolean isDisputed() {
    return !others.isEmpty();
  }

  private static String greatest(Map<String, Double> weights) {
    String best = "";
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      if (best.isEmpty() || weight.getValue() > weights.getOrDefault(best, 0.0)) {
        best = weight.getKey();
      }
    }
    return best;
  }

  /** Of a record that names the commune for certain, else of one that may, else of any at all. */
  private static String address(Evidence evidence, List<Statement> said, String commune) {
    Comparator<Statement> order =
        Comparator.<Statement>comparingInt(statement -> statement.codes().size())
            .thenComparing(Statement::record, Evidence.TRUSTED_FIRST);
    return said.stream()
        .filter(statement -> statement.codes().contains(commune))
        .filter(statement -> !statement.record().address().isEmpty())
        .min(order)
        .map(statement -> statement.record().address())
        .orElseGet(() -> commune.isEmpty() ? anyAddress(evidence) : "");
  }

  private static String anyAddress(Evidence evidence) {
    return evidence.records().stream()
        .filter(record -> !record.address().isEmpty())
        .min(Evidence.TRUSTED_FIRST)
        .map(StandardRecord::address)
        .orElse("");
  }
}
