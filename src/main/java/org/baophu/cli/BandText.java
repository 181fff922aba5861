package org.baophu.cli;

import java.util.Locale;
import org.baophu.link.evaluate.Reliability;

/** The table of what was given and what proved true, band by band, as text. */
final class BandText {
  private BandText() {}

  /** The heading: what was given to whom, and what is observed of them. */
  static String heading(String probability, String whom, String observed) {
    return String.format(
        Locale.ROOT,
        "%-14s %10s %10s %10s  %s",
        probability,
        whom,
        "given",
        observed,
        "95 % interval (* holds not the given)");
  }

  /** One band. */
  static String of(Reliability.Band band) {
    return String.format(
        Locale.ROOT,
        "%-14s %,10d %10.4f %10.4f  [%.4f, %.4f]%s",
        String.format(Locale.ROOT, "%.2f-%.2f", band.from(), band.to()),
        band.pairs(),
        band.meanGiven(),
        band.observed().value(),
        band.observed().low(),
        band.observed().high(),
        band.holds() ? "" : " *");
  }
}
