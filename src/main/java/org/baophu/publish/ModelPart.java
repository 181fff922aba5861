package org.baophu.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baophu.publish.NightFacts.FieldWeights;
import org.baophu.publish.NightFacts.Level;
import org.baophu.publish.NightFacts.Linkage;
import org.baophu.publish.NightFacts.Model;
import org.jspecify.annotations.Nullable;

/** What the linkage learned, in plain words. */
record ModelPart(
    String prior, String training, String linkage, List<Field> fields, boolean isEmpty) {
  private static final double NOTHING_BITS = 0.05;
  private static final double WHOLE_TIMES = 10;
  private static final double NARROWEST = 1;

  /** One field with its levels, the strongest evidence for a match first. */
  record Field(List<Row> rows) {}

  /**
   * One level, in all its classes of rarity.
   *
   * @param first whether it is the field's first row, which carries the field's name
   */
  record Row(
      boolean first, String name, int size, String level, String bits, Bar bar, String meaning) {}

  /** The weights of one level: the rarer what agrees, the higher. */
  private record Range(double low, double high) {
    Range join(Range other) {
      return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    boolean isWide() {
      return high - low >= NOTHING_BITS;
    }
  }

  static ModelPart of(Model model, Messages messages) {
    double strongest =
        model.fields().stream()
            .flatMap(f -> f.levels().stream())
            .mapToDouble(l -> Math.abs(l.weightBits()))
            .max()
            .orElse(0);
    List<Field> fields = model.fields().stream().map(f -> field(f, strongest, messages)).toList();
    long against = model.prior() > 0 ? Math.round(1 / model.prior()) : 0;
    return new ModelPart(
        messages.text("report.model_prior", messages.number(against)),
        training(model, messages),
        linkage(model.linkage(), messages),
        fields,
        fields.isEmpty());
  }

  /** Nothing where the weights are those of an earlier night. */
  private static String training(Model model, Messages messages) {
    Linkage linkage = model.linkage();
    return linkage != null && !linkage.mode().equals("learnt")
        ? ""
        : messages.text(
            model.converged() ? "report.model_converged" : "report.model_open",
            messages.number(model.iterations()));
  }

  private static String linkage(@Nullable Linkage linkage, Messages messages) {
    return linkage == null
        ? ""
        : messages.text(
            "report.linkage_" + linkage.mode(),
            messages.word("because", linkage.because()),
            messages.number(linkage.added()),
            messages.number(linkage.changed()),
            messages.number(linkage.withdrawn()),
            ReportBody.date(LocalDate.parse(linkage.modelDate()), messages),
            messages.number(linkage.modelAgeDays()),
            messages.number(linkage.compared()),
            messages.number(linkage.components()));
  }

  private static Field field(FieldWeights field, double strongest, Messages messages) {
    Map<String, Range> ranges = new LinkedHashMap<>();
    for (Level level : field.levels()) {
      ranges.merge(level.kind(), new Range(level.weightBits(), level.weightBits()), Range::join);
    }
    List<Row> rows = new ArrayList<>();
    ranges.entrySet().stream()
        .sorted(Comparator.comparingDouble(range -> -range.getValue().high()))
        .forEach(
            range ->
                rows.add(
                    new Row(
                        rows.isEmpty(),
                        messages.word("field", field.field()),
                        ranges.size(),
                        level(range.getKey(), messages),
                        bits(range.getValue(), messages),
                        bar(range.getValue(), strongest),
                        meaning(range.getValue(), messages))));
    return new Field(rows);
  }

  private static String level(String kind, Messages messages) {
    String key = kind.replaceAll("[^a-z0-9]+", "_");
    String word = messages.word("level", key);
    return word.equals(key) ? kind : word;
  }

  private static String bits(Range range, Messages messages) {
    String high = messages.signed(range.high(), 1);
    return range.isWide()
        ? messages.text("report.bits_range", messages.signed(range.low(), 1), high)
        : high;
  }

  /**
   * On a drawing 100 wide with nothing in the middle: to the right what speaks for a match. A range
   * reaches from its lowest to its highest weight, a single weight from nothing to itself.
   */
  private static Bar bar(Range range, double strongest) {
    double unit = strongest == 0 ? 0 : 50 / strongest;
    double from = range.isWide() ? range.low() : Math.min(0, range.low());
    double to = range.isWide() ? range.high() : Math.max(0, range.high());
    return Bar.of(
        range.high() > 0 ? "for" : "against",
        50 + from * unit,
        Math.max(NARROWEST, (to - from) * unit));
  }

  private static String meaning(Range range, Messages messages) {
    double bits = range.high();
    if (Math.abs(bits) < NOTHING_BITS) {
      return messages.text("report.odds_none");
    }
    double times = Math.pow(2, Math.abs(bits));
    String shown =
        times < WHOLE_TIMES ? messages.decimal(times, 1) : messages.number(Math.round(times));
    if (bits < 0) {
      return messages.text("report.odds_against", shown);
    }
    return messages.text(range.isWide() ? "report.odds_up_to" : "report.odds_for", shown);
  }
}
