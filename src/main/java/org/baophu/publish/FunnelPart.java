package org.baophu.publish;

import java.util.ArrayList;
import java.util.List;
import org.baophu.coverage.Standing;
import org.baophu.publish.NightFacts.Counts;

/** From delivered rows to the list, each step a bar as wide as it counts. */
record FunnelPart(List<Step> steps, int height) {
  private static final int STEP_HEIGHT = 54;
  private static final double WIDTH = 300;

  /**
   * One step.
   *
   * @param x where the centred bar begins
   * @param y of the bar's upper edge
   * @param numberY of the number's base line
   * @param labelY of the label's base line
   * @param less how many fell away since the step before; empty if none
   */
  record Step(
      String count,
      String label,
      String x,
      String width,
      int y,
      int numberY,
      int labelY,
      String less,
      boolean hasLess,
      boolean last) {}

  private record Count(String label, long count) {}

  static FunnelPart of(Publication publication, Messages messages) {
    List<Count> counts = counts(publication);
    long widest = counts.stream().mapToLong(Count::count).max().orElse(0);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      long before = i == 0 ? counts.get(0).count() : counts.get(i - 1).count();
      steps.add(
          step(i, counts.get(i), before - counts.get(i).count(), widest, counts.size(), messages));
    }
    return new FunnelPart(steps, counts.size() * STEP_HEIGHT);
  }

  private static Step step(
      int index, Count count, long less, long widest, int steps, Messages messages) {
    double width = Math.max(2, WIDTH * Bar.percent(count.count(), widest) / 100);
    int y = index * STEP_HEIGHT;
    return new Step(
        messages.number(count.count()),
        messages.text("report.step_" + count.label()),
        Cells.decimal((WIDTH - width) / 2, 1),
        Cells.decimal(width, 1),
        y + 8,
        y + 24,
        y + 43,
        less <= 0 ? "" : messages.text("report.less", messages.number(less)),
        less > 0,
        index == steps - 1);
  }

  /** Follows {@link Standing}'s order, or what a reader would ask first where that was counted. */
  private static List<Count> counts(Publication publication) {
    Counts counts = publication.facts().counts();
    long delivered =
        publication.facts().inputs().stream()
            .filter(input -> input.kind().findSource().isPresent())
            .mapToLong(NightFacts.Input::rowsDelivered)
            .sum();
    long listed = publication.potential().size();
    long notInsured = counts.persons() - counts.personsThatAre(Standing.INSURED);
    long earning = notInsured - counts.personsThatAre(Standing.NO_LIVING);
    boolean earningKnown = counts.personsEarning() >= 0;
    return List.of(
        new Count("delivered", delivered),
        new Count("records", counts.records()),
        new Count("persons", counts.persons()),
        earningKnown
            ? new Count("earning", counts.personsEarning())
            : new Count("uninsured", notInsured),
        new Count(earningKnown ? "earning_uninsured" : "uninsured_earning", earning),
        new Count("potential", listed));
  }
}
