package org.baophu.publish;

import java.util.List;
import org.baophu.unseen.CommuneUnseen;
import org.baophu.unseen.Interval;
import org.baophu.unseen.UnseenEstimate;

/** People on no list at all, estimated, and what would make the estimate wrong. */
record UnseenPart(
    boolean isKnown, String total, String byModels, List<Line> models, List<Line> communes) {

  /** A name and its numbers. */
  record Line(String name, List<String> numbers) {}

  static UnseenPart of(UnseenEstimate estimate, Places places, Messages messages) {
    return new UnseenPart(
        estimate.isKnown(),
        sentence("report.unseen_total", estimate.total(), messages),
        sentence("report.unseen_models", estimate.byModels(), messages),
        estimate.models().stream().map(model -> model(model, messages)).toList(),
        estimate.communes().stream().map(line -> commune(line, places, messages)).toList());
  }

  private static String sentence(String key, Interval interval, Messages messages) {
    return messages.text(
        key,
        number(interval.number(), messages),
        low(interval, messages),
        high(interval, messages));
  }

  private static Line model(UnseenEstimate.Model model, Messages messages) {
    String name =
        model.dependent().isEmpty() ? messages.text("report.unseen_free") : model.dependent();
    return new Line(
        name, List.of(messages.percent(model.weight()), number(model.unseen(), messages)));
  }

  private static Line commune(CommuneUnseen line, Places places, Messages messages) {
    return new Line(
        places.get(line.communeCode()).name(),
        List.of(
            number(line.taxOnly(), messages),
            number(line.businessOnly(), messages),
            number(line.both(), messages),
            number(line.unseen().number(), messages),
            low(line.unseen(), messages),
            high(line.unseen(), messages)));
  }

  private static String number(double number, Messages messages) {
    return messages.number(Math.round(number));
  }

  private static String low(Interval interval, Messages messages) {
    return messages.number((long) Math.floor(interval.low()));
  }

  private static String high(Interval interval, Messages messages) {
    return messages.number((long) Math.ceil(interval.high()));
  }
}
