package org.baophu.coverage;

/**
 * Where a number or a date of the law comes from.
 *
 * @param parameter its name in the reference table {@code legal_parameters}
 * @param text the law and article
 * @param verification how far it was verified
 */
public record LegalBasis(String parameter, String text, String verification) {}
