package org.baophu.link;

import java.util.List;

/**
 * What a run of the linker did.
 *
 * @param blockingKeys names of the keys, in the order in which they claimed pairs
 * @param pairsCompared candidate pairs scored
 * @param iterations iterations of expectation maximisation, 0 where a saved model was used
 * @param converged whether training stopped because nothing changed any more
 * @param missShare estimated share of the true pairs that no key reaches, without labels
 * @param priorProbability expected matches over all possible pairs
 */
public record LinkDiagnostics(
    List<String> blockingKeys,
    long pairsCompared,
    int iterations,
    boolean converged,
    double missShare,
    double priorProbability) {
  /** Copies the list. */
  public LinkDiagnostics {
    blockingKeys = List.copyOf(blockingKeys);
  }
}
