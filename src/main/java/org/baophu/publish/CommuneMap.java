package org.baophu.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.baophu.person.Commune;
import org.baophu.publish.ReportNumbers.PlaceCount;
import org.baophu.reference.ReferenceTable;
import org.jspecify.annotations.Nullable;

/**
 * A circle for each commune where its centre is, as large as its list. Communes whose centre is not
 * known are left out; without any, the map is empty and not shown.
 */
record CommuneMap(List<Circle> circles, int width, int height, boolean shown) {
  private static final double WIDTH = 620;
  private static final double MARGIN = 42;
  private static final double LARGEST_RADIUS = 26;
  private static final double SMALLEST_RADIUS = 2.5;
  private static final double LETTER_WIDTH = 6.4;
  private static final double LINE_HEIGHT = 13;

  /**
   * A commune on the map.
   *
   * @param title what it says when pointed at
   * @param named whether there is room for its name
   */
  record Circle(
      String x,
      String y,
      String radius,
      String title,
      String label,
      String labelY,
      boolean named) {}

  private record Centre(PlaceCount count, String name, double latitude, double longitude) {}

  /** A name under its circle, centred; shown unless it would touch one that is shown already. */
  private record Label(String name, double x, double y) {
    boolean touches(Label other) {
      double letters = (name.length() + other.name.length()) / 2.0;
      return Math.abs(x - other.x) < letters * LETTER_WIDTH && Math.abs(y - other.y) < LINE_HEIGHT;
    }
  }

  /** The rectangle that the province fills. */
  private record Frame(double west, double north, double unitsPerDegree, double narrowing) {
    double x(Centre centre) {
      return MARGIN + (centre.longitude() - west) * unitsPerDegree * narrowing;
    }

    double y(Centre centre) {
      return MARGIN + (north - centre.latitude()) * unitsPerDegree;
    }
  }

  static CommuneMap of(List<Commune> communes, ReportNumbers numbers, Messages messages) {
    List<Centre> centres = centres(communes, numbers);
    if (centres.size() < 2) {
      return new CommuneMap(List.of(), 0, 0, false);
    }
    Frame frame = frame(centres);
    long most = centres.stream().mapToLong(c -> c.count().people()).max().orElse(0);
    List<Circle> circles = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    // Large ones first, so that small ones are drawn on top of them and large ones get names first.
    for (Centre centre : centres) {
      circles.add(circle(centre, frame, most, labels, messages));
    }
    double height =
        2 * MARGIN + (frame.north() - min(centres, Centre::latitude)) * frame.unitsPerDegree();
    return new CommuneMap(circles, (int) WIDTH, (int) Math.ceil(height), true);
  }

  private static List<Centre> centres(List<Commune> communes, ReportNumbers numbers) {
    Map<String, ReferenceTable.Entry> known =
        ReferenceTable.read("new_communes").stream()
            .collect(Collectors.toMap(e -> e.get("code"), e -> e));
    return communes.stream()
        .flatMap(c -> findCentre(c, known.get(c.code()), numbers).stream())
        .sorted(
            Comparator.comparingLong((Centre c) -> c.count().people())
                .reversed()
                .thenComparing(c -> c.count().place().code()))
        .toList();
  }

  /** Codes were used again over time: only with the name does a code mean the same commune. */
  private static Optional<Centre> findCentre(
      Commune commune, ReferenceTable.@Nullable Entry entry, ReportNumbers numbers) {
    if (entry == null || !entry.get("name").equals(commune.name())) {
      return Optional.empty();
    }
    return Optional.of(
        new Centre(
            numbers.countOf(Place.of(commune)),
            commune.name(),
            Double.parseDouble(entry.get("lat")),
            Double.parseDouble(entry.get("lon"))));
  }

  private static Frame frame(List<Centre> centres) {
    double south = min(centres, Centre::latitude);
    double north = -min(centres, c -> -c.latitude());
    double west = min(centres, Centre::longitude);
    double east = -min(centres, c -> -c.longitude());
    double narrowing = Math.cos(Math.toRadians((south + north) / 2));
    double degrees = Math.max((east - west) * narrowing, 1e-6);
    return new Frame(west, north, (WIDTH - 2 * MARGIN) / degrees, narrowing);
  }

  private static Circle circle(
      Centre centre, Frame frame, long most, List<Label> labels, Messages messages) {
    // The area, not the radius, shows the number.
    double radius =
        Math.max(
            SMALLEST_RADIUS,
            LARGEST_RADIUS * Math.sqrt(Bar.percent(centre.count().people(), most) / 100));
    Label label = new Label(centre.name(), frame.x(centre), frame.y(centre) + radius + 11);
    boolean named = labels.stream().noneMatch(label::touches);
    if (named) {
      labels.add(label);
    }
    return new Circle(
        Cells.decimal(frame.x(centre), 1),
        Cells.decimal(frame.y(centre), 1),
        Cells.decimal(radius, 1),
        centre.count().place().name() + ": " + messages.number(centre.count().people()),
        label.name(),
        Cells.decimal(label.y(), 1),
        named);
  }

  private static double min(List<Centre> centres, ToDoubleFunction<Centre> value) {
    return centres.stream().mapToDouble(value).min().orElse(0);
  }
}
