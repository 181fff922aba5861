package org.baophu.person;

/** Sex as registers record it. */
public enum Sex {
  MALE("male"),
  FEMALE("female"),
  UNKNOWN("");

  private final String code;

  Sex(String code) {
    this.code = code;
  }

  /** The word in output files; empty where unknown. */
  public String code() {
    return code;
  }
}
