package org.baophu.coverage;

import java.util.Locale;

/** Groups of people whom a collector would talk to alike; the first that applies. */
public enum Segment {
  /** Has months of contributions that count again: a paused or ended insurance record. */
  RETURNING_AFTER_PAUSE,
  /** On the route {@link Route#COMPULSORY_EMPLOYEE}. */
  EMPLOYEE_WITHOUT_EMPLOYER,
  /** Reaches retirement age within the set number of years, or has reached it. */
  NEAR_PENSION_AGE,
  /** In a poor or near-poor household, with a business in farming, forestry or fishing. */
  FARMER_WITH_SUPPORT,
  /** In a poor or near-poor household, so that the state pays most. */
  POOR_HOUSEHOLD,
  /** Has an active household business. */
  HOUSEHOLD_BUSINESS,
  /** Pays tax on business income, and no household business of theirs is known. */
  TRADER_OR_FREELANCER,
  /** Shares a household with somebody insured; see {@link Relatives}. */
  FAMILY_OF_INSURED,
  /** Lives on rents or on income of another kind. */
  OTHER;

  /** The word in output files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
