package org.baophu.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.baophu.coverage.Reason;
import org.baophu.target.CollectionPointTarget;
import org.baophu.target.CommuneComparison;
import org.baophu.target.CommuneTarget;
import org.baophu.target.Figures;
import org.baophu.target.Notion;
import org.baophu.target.OrganisationTarget;
import org.baophu.target.TargetPlan;

/** Targets at every level, with the notes on the plan as a whole. */
record TargetsPart(List<String> notes, List<Level> levels, List<Numbers> numbers, boolean isEmpty) {

  /**
   * The targets of one level.
   *
   * @param open whether the table is shown without asking
   */
  record Level(
      String id,
      String title,
      String count,
      boolean open,
      List<String> headings,
      List<Line> lines) {}

  /** One line: whose it is, its numbers, and why. */
  record Line(List<String> names, List<CommunesPart.Cell> numbers, List<String> reasons) {}

  /** A table of numbers under names, with a remark. */
  record Numbers(
      String title,
      String count,
      String remark,
      String name,
      List<String> headings,
      List<Line> lines) {}

  static TargetsPart of(TargetPlan plan, Places places, Messages messages) {
    List<Line> organisations =
        plan.organisations().stream().map(o -> organisation(o, messages)).toList();
    List<Line> communes = plan.communes().stream().map(c -> commune(c, places, messages)).toList();
    List<Line> points =
        plan.collectionPoints().stream().map(p -> point(p, places, messages)).toList();
    return new TargetsPart(
        plan.notes().stream().map(messages::reason).toList(),
        List.of(
            level("organisation", true, List.of("organisation"), organisations, messages),
            level("commune", false, List.of("commune"), communes, messages),
            level("point", false, List.of("point", "organisation", "commune"), points, messages)),
        List.of(notions(plan, places, messages), path(plan, messages)),
        communes.isEmpty());
  }

  private static Numbers notions(TargetPlan plan, Places places, Messages messages) {
    List<String> headings = new ArrayList<>();
    for (Notion notion : Notion.values()) {
      headings.add(messages.word("notion", notion.code()));
    }
    for (String heading : List.of("target", "smallest", "largest", "target_low", "target_high")) {
      headings.add(messages.text("report." + heading));
    }
    return numbers(
        "notion",
        "commune",
        headings,
        plan.comparisons().stream().map(line -> notions(line, places, messages)).toList(),
        messages);
  }

  private static Line notions(CommuneComparison line, Places places, Messages messages) {
    List<CommunesPart.Cell> cells = new ArrayList<>();
    for (Notion notion : Notion.values()) {
      cells.add(cell(line.under(notion), messages));
    }
    LongStream.of(line.target(), line.smallest(), line.largest(), line.low(), line.high())
        .forEach(number -> cells.add(cell(number, messages)));
    return new Line(List.of(place(line.communeCode(), places, messages)), cells, List.of());
  }

  private static Numbers path(TargetPlan plan, Messages messages) {
    List<String> headings =
        Stream.of("insured_level", "new_insured", "voluntary_level", "new_voluntary", "asked")
            .map(heading -> messages.text("report." + heading))
            .toList();
    List<Line> lines =
        plan.path().stream()
            .map(
                year ->
                    new Line(
                        List.of(ReportBody.date(year.to(), messages)),
                        LongStream.of(
                                year.insuredLevel(),
                                year.newInsured(),
                                year.voluntaryLevel(),
                                year.newVoluntary(),
                                year.asked())
                            .mapToObj(number -> cell(number, messages))
                            .toList(),
                        List.of()))
            .toList();
    return numbers("path", "until", headings, lines, messages);
  }

  private static Numbers numbers(
      String id, String name, List<String> headings, List<Line> lines, Messages messages) {
    return new Numbers(
        messages.text("report.targets_" + id),
        messages.number(lines.size()),
        messages.text("report." + id + "_note"),
        messages.text("report." + name),
        headings,
        lines);
  }

  private static Line organisation(OrganisationTarget target, Messages messages) {
    return line(
        List.of(name(target.organisation(), messages)),
        target.figures(),
        target.reasons(),
        messages);
  }

  private static Line commune(CommuneTarget target, Places places, Messages messages) {
    return line(
        List.of(place(target.communeCode(), places, messages)),
        target.figures(),
        target.reasons(),
        messages);
  }

  private static Line point(CollectionPointTarget target, Places places, Messages messages) {
    return line(
        List.of(
            name(target.collectionPoint(), messages),
            name(target.organisation(), messages),
            place(target.communeCode(), places, messages)),
        target.figures(),
        target.reasons(),
        messages);
  }

  private static Level level(
      String id, boolean open, List<String> names, List<Line> lines, Messages messages) {
    return new Level(
        id,
        messages.text("report.targets_" + id),
        messages.number(lines.size()),
        open,
        names.stream().map(name -> messages.text("report." + name)).toList(),
        lines);
  }

  private static Line line(
      List<String> names, Figures figures, List<Reason> reasons, Messages messages) {
    return new Line(
        names,
        List.of(
            cell(figures.labourForce(), messages),
            cell(figures.insured(), messages),
            cell(figures.potential(), messages),
            new CommunesPart.Cell(
                Cells.decimal(figures.share(), 6), messages.percent(figures.share())),
            cell(figures.capacity(), messages),
            cell(figures.target(), messages)),
        reasons.stream().map(messages::reason).toList());
  }

  private static CommunesPart.Cell cell(long number, Messages messages) {
    return new CommunesPart.Cell(Cells.count(number), number == -1 ? "–" : messages.number(number));
  }

  private static String name(String name, Messages messages) {
    return name.isEmpty() ? messages.text("report.no_organisation") : name;
  }

  private static String place(String communeCode, Places places, Messages messages) {
    return communeCode.isEmpty() ? messages.text("report.unknown") : places.get(communeCode).name();
  }
}
