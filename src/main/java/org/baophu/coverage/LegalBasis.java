package org.baophu.coverage;

/**
 * Where a number or a date of the law comes from.
 *
 * @param parameter its name in the reference table {@code legal_parameters}
 * @param text the law and article
 * @param verified whether somebody has compared it with the text of the law
 * @param verification how far it was verified
 */
public record LegalBasis(String parameter, String text, boolean verified, String verification) {
  /** Stands at the end of the law and article in reasons where they are not verified. */
  public static final String NOT_VERIFIED = " (?)";

  /** The law and article, with a mark where nobody has compared it with the text of the law. */
  public String cited() {
    return verified ? text : text + NOT_VERIFIED;
  }
}
