package org.baophu.generate;

/** How the files of a generated delivery are written. */
public enum Formats {
  /** Every file UTF-8 with commas, headings as in the public contract, no broken rows. */
  PLAIN,
  /**
   * As agencies deliver: tax in TCVN3 with tabs and Vietnamese headings, business in UTF-8 with a
   * byte-order mark and semicolons, insurance gzipped, poverty as {@code .xlsx}; and a few rows in
   * the text files that nobody can use, which are not part of the truth.
   */
  MIXED
}
