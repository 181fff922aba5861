package org.baophu.generate;

import org.baophu.person.Source;

/** Decides for one record which slips happen. */
record Roll(ErrorRates rates, Source source, Dice dice) {
  boolean happens(Slip slip) {
    return dice.chance(rates.rate(slip, source));
  }
}
