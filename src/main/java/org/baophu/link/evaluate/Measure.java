package org.baophu.link.evaluate;

/**
 * Precision, recall and their harmonic mean.
 *
 * @param precision share of what was found that is true
 * @param recall share of what is true that was found
 * @param f1 {@code 2 precision recall / (precision + recall)}
 */
public record Measure(Estimate precision, Estimate recall, Estimate f1) {}
