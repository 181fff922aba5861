package org.baophu.publish;

import static org.baophu.publish.Column.code;
import static org.baophu.publish.Column.count;
import static org.baophu.publish.Column.decimal;
import static org.baophu.publish.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.baophu.advice.Progress;
import org.baophu.advice.Progress.Line;
import org.baophu.advice.Projection;

/**
 * {@code progress_by_….csv}: what was asked for the year, who of those listed has joined, and where
 * the year will end. Projections are empty in the first night of a year.
 */
final class ProgressTables {
  private static final int SHARE_DECIMALS = 4;

  private final Progress progress;
  private final Places places;

  ProgressTables(Progress progress, Places places) {
    this.progress = progress;
    this.places = places;
  }

  Table<Line> communes() {
    List<Column<Line>> columns = new ArrayList<>();
    columns.add(code("commune_code", 13, line -> place(line).code()));
    columns.add(text("commune", 22, line -> place(line).name()));
    columns.addAll(figures());
    return new Table<>(columns);
  }

  Table<Line> organisations() {
    List<Column<Line>> columns = new ArrayList<>();
    columns.add(text("organisation", 30, line -> line.round().organisation()));
    columns.addAll(figures());
    return new Table<>(columns);
  }

  Table<Line> points() {
    List<Column<Line>> columns = new ArrayList<>();
    columns.add(text("organisation", 30, line -> line.round().organisation()));
    columns.add(text("collection_point", 30, line -> line.round().collectionPoint()));
    columns.addAll(communes().columns());
    return new Table<>(columns);
  }

  /** A commune that there is no more stands as its code. */
  private Place place(Line line) {
    String code = line.round().communeCode();
    return code.isEmpty() ? places.get("") : new Place(code, places.nameOf(code));
  }

  private List<Column<Line>> figures() {
    return List.of(
        code("asked_on", 11, line -> progress.askedOn().toString()),
        count("target", 10, Line::target),
        count("joined", 10, Line::voluntary),
        count("joined_compulsory", 12, Line::compulsory),
        code("share", 10, ProgressTables::share),
        decimal("due_by_now", 12, 1, progress::dueByNow),
        code("projected", 12, line -> projected(line, Projection::expected)),
        code("projected_low", 12, line -> projected(line, Projection::low)),
        code("projected_high", 12, line -> projected(line, Projection::high)));
  }

  private static String share(Line line) {
    return line.target() == 0
        ? ""
        : Cells.decimal((double) line.voluntary() / line.target(), SHARE_DECIMALS);
  }

  private String projected(Line line, ToLongFunction<Projection> number) {
    return progress.project(line).map(p -> Cells.count(number.applyAsLong(p))).orElse("");
  }
}
