package org.baophu.cli;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.baophu.link.model.Scorer;
import org.baophu.publish.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * A pair's story as a page that needs nothing else: the evidence as a waterfall from the prior to
 * the match weight, the sentences, and what the two records say, side by side.
 */
final class StoryPage {
  private static final double LEFT = 320;
  private static final double RIGHT = 890;
  private static final double TOP = 44;
  private static final double STEP = 40;
  private static final double BAR = 20;
  private static final int LEVEL_LENGTH = 48;
  private static final double[] TICKS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

  private final PairStory story;
  private final ExplainTexts texts;
  private final double low;
  private final double high;

  private StoryPage(PairStory story, ExplainTexts texts) {
    this.story = story;
    this.texts = texts;
    double least = Math.min(0, story.thresholdBits());
    double most = Math.max(0, story.thresholdBits());
    for (PairStory.Step step : story.steps()) {
      least = Math.min(least, step.sum());
      most = Math.max(most, step.sum());
    }
    // The numbers beside the bars need room at either end.
    double room = 0.09 * (most - least) + 0.5;
    this.low = least - room;
    this.high = most + room;
  }

  /** Writes the page, which only its owner can read, in place of what was there. */
  static void write(PairStory story, ExplainTexts texts, Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try (Writer out = new OutputStreamWriter(PrivateFiles.create(part), StandardCharsets.UTF_8)) {
      write(story, texts, out);
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  static void write(PairStory story, ExplainTexts texts, Writer out) throws IOException {
    String name = "waterfall.mustache";
    try (InputStream file =
            Objects.requireNonNull(StoryPage.class.getResourceAsStream(name), name);
        Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      Mustache.compiler()
          .escapeHTML(true)
          .compile(reader)
          .execute(new StoryPage(story, texts).model(), out);
    }
  }

  private Map<String, Object> model() {
    double bottom = TOP + STEP * (story.steps().size() + 1);
    Map<String, Object> model = new HashMap<>();
    model.put("lang", texts.language());
    model.put("title", clean(story.title()));
    model.put("lead", clean(story.lead()));
    model.put("height", number(bottom + 28));
    model.put("bottom", number(bottom));
    model.put("below", number(bottom + 16));
    model.put("ticks", ticks());
    double limit = x(story.thresholdBits());
    model.put("limitX", number(limit));
    model.put("limitAnchor", limit > (LEFT + RIGHT) / 2 ? "end" : "start");
    model.put("limitText", texts.text("threshold") + " " + texts.bits(story.thresholdBits()));
    model.put("bars", bars());
    model.put("why", texts.text("why"));
    model.put("whys", story.why().stream().map(StoryPage::clean).toList());
    model.put("clustering", texts.text("clustering"));
    model.put("clusterings", story.clustering().stream().map(StoryPage::clean).toList());
    model.put("values", texts.text("values"));
    model.put("nameA", clean(story.nameA()));
    model.put("nameB", clean(story.nameB()));
    model.put("headField", texts.text("head.field"));
    model.put("headLevel", texts.text("head.level"));
    model.put("headBits", texts.text("head.bits"));
    model.put("headSum", texts.text("head.sum"));
    model.put("rows", rows());
    model.put("total", texts.text("total"));
    model.put(
        "totalText",
        texts.text(
            "total.text",
            texts.probability(Scorer.probability(story.weightBits())),
            texts.bits(story.thresholdBits())));
    model.put("weight", texts.bits(story.weightBits()));
    model.put("private", texts.text("private"));
    return model;
  }

  private List<Map<String, Object>> ticks() {
    double distance = TICKS[TICKS.length - 1];
    for (int i = TICKS.length - 1; i >= 0; i--) {
      distance = (high - low) / TICKS[i] <= 12 ? TICKS[i] : distance;
    }
    List<Map<String, Object>> ticks = new ArrayList<>();
    for (double at = Math.ceil(low / distance) * distance; at <= high; at += distance) {
      ticks.add(
          Map.of(
              "x",
              number(x(at)),
              "kind",
              at == 0 ? "zero" : "grid",
              "label",
              (at < 0 ? "\u2212" : "") + texts.count(Math.abs(at))));
    }
    return ticks;
  }

  private List<Map<String, Object>> bars() {
    List<Map<String, Object>> bars = new ArrayList<>();
    double from = 0;
    for (PairStory.Step step : story.steps()) {
      String kind = bars.isEmpty() ? "prior" : kind(step.bits());
      bars.add(bar(bars.size(), kind, step.field(), step.level(), from, step.sum()));
      from = step.sum();
    }
    bars.add(
        bar(
            bars.size(),
            "whole",
            texts.text("total"),
            texts.probability(Scorer.probability(story.weightBits())),
            0,
            story.weightBits()));
    return bars;
  }

  private static String kind(double bits) {
    return bits == 0 ? "none" : bits < 0 ? "against" : "for";
  }

  private Map<String, Object> bar(
      int place, String kind, String field, String level, double from, double to) {
    boolean whole = kind.equals("whole");
    double y = TOP + STEP * place;
    double left = x(Math.min(from, to));
    double width = Math.max(1.5, x(Math.max(from, to)) - left);
    boolean falls = to < from;
    Map<String, Object> bar = new HashMap<>();
    bar.put("kind", kind);
    bar.put("labelKind", whole ? "strong" : "label");
    bar.put("field", clean(field));
    bar.put("fullLevel", clean(level));
    bar.put("level", clean(shortened(level)));
    bar.put("labelY", number(y + 9));
    bar.put("levelY", number(y + 24));
    bar.put("x", number(left));
    bar.put("y", number(y));
    bar.put("width", number(width));
    // Exact, so that what is drawn can be checked against the weight.
    bar.put("from", Double.toString(from));
    bar.put("to", Double.toString(to));
    bar.put("bits", texts.bits(to - from));
    bar.put("bitsX", number(falls ? left - 6 : left + width + 6));
    bar.put("bitsY", number(y + 15));
    bar.put("bitsAnchor", falls ? "end" : "start");
    bar.put("endX", number(x(to)));
    bar.put("joined", !whole);
    bar.put("joinFrom", number(y + BAR));
    bar.put("joinTo", number(y + STEP));
    return bar;
  }

  private static String shortened(String level) {
    return level.length() <= LEVEL_LENGTH ? level : level.substring(0, LEVEL_LENGTH - 1) + "…";
  }

  private List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (PairStory.Step step : story.steps()) {
      boolean hasValues = step.valueA() != null || step.valueB() != null;
      rows.add(
          Map.of(
              "field", clean(step.field()),
              "valueA", hasValues ? shown(step.valueA()) : "",
              "valueB", hasValues ? shown(step.valueB()) : "",
              "level", clean(step.level()),
              "rarity", step.rarity(),
              "bits", texts.bits(step.bits()),
              "sum", texts.bits(step.sum())));
    }
    return rows;
  }

  private String shown(@Nullable String value) {
    return value == null ? texts.text("missing") : clean(value);
  }

  /** Without the characters that no page may hold. */
  private static String clean(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }

  private double x(double bits) {
    return LEFT + (bits - low) / (high - low) * (RIGHT - LEFT);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
