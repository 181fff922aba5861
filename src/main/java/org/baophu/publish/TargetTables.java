package org.baophu.publish;

import static org.baophu.publish.Column.code;
import static org.baophu.publish.Column.count;
import static org.baophu.publish.Column.countOrEmpty;
import static org.baophu.publish.Column.decimal;
import static org.baophu.publish.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.baophu.coverage.Reason;
import org.baophu.target.CollectionPointTarget;
import org.baophu.target.CommuneComparison;
import org.baophu.target.CommuneTarget;
import org.baophu.target.Figures;
import org.baophu.target.Notion;
import org.baophu.target.OrganisationTarget;
import org.baophu.target.PathYear;
import org.baophu.target.StaffTarget;

/** The tables of a plan, column by column. */
final class TargetTables {
  // A collection point's share of a province is often below a thousandth.
  private static final int SHARE_DECIMALS = 6;

  private final Messages messages;
  private final Places places;

  TargetTables(Messages messages, Places places) {
    this.messages = messages;
    this.places = places;
  }

  Table<CommuneTarget> communeTargets() {
    List<Column<CommuneTarget>> columns = new ArrayList<>();
    columns.add(code("commune_code", 13, r -> places.get(r.communeCode()).code()));
    columns.add(text("commune", 22, r -> places.get(r.communeCode()).name()));
    columns.addAll(figures(CommuneTarget::figures, CommuneTarget::reasons));
    return new Table<>(columns);
  }

  Table<OrganisationTarget> organisationTargets() {
    List<Column<OrganisationTarget>> columns = new ArrayList<>();
    columns.add(text("organisation", 30, OrganisationTarget::organisation));
    columns.addAll(figures(OrganisationTarget::figures, OrganisationTarget::reasons));
    return new Table<>(columns);
  }

  Table<CollectionPointTarget> collectionPointTargets() {
    List<Column<CollectionPointTarget>> columns = new ArrayList<>();
    columns.add(text("organisation", 30, CollectionPointTarget::organisation));
    columns.add(text("collection_point", 30, CollectionPointTarget::collectionPoint));
    columns.add(code("commune_code", 13, r -> places.get(r.communeCode()).code()));
    columns.add(text("commune", 22, r -> places.get(r.communeCode()).name()));
    columns.addAll(figures(CollectionPointTarget::figures, CollectionPointTarget::reasons));
    return new Table<>(columns);
  }

  Table<StaffTarget> staffTargets() {
    return new Table<>(
        List.of(
            text("organisation", 30, StaffTarget::organisation),
            text("collection_point", 30, StaffTarget::collectionPoint),
            code("commune_code", 13, r -> places.get(r.communeCode()).code()),
            text("commune", 22, r -> places.get(r.communeCode()).name()),
            countOrEmpty("staff_number", 12, r -> r.staffNumber() == 0 ? -1 : r.staffNumber()),
            count("target", 12, StaffTarget::target)));
  }

  Table<CommuneComparison> comparisons() {
    List<Column<CommuneComparison>> columns = new ArrayList<>();
    columns.add(code("commune_code", 13, r -> places.get(r.communeCode()).code()));
    columns.add(text("commune", 22, r -> places.get(r.communeCode()).name()));
    for (Notion notion : Notion.values()) {
      columns.add(count("target_by_" + notion.code(), 12, r -> r.under(notion)));
    }
    columns.add(code("chosen", 12, r -> r.chosen().code()));
    columns.add(count("target", 12, CommuneComparison::target));
    columns.add(count("smallest", 12, CommuneComparison::smallest));
    columns.add(count("largest", 12, CommuneComparison::largest));
    columns.add(count("target_low", 12, CommuneComparison::low));
    columns.add(count("target_high", 12, CommuneComparison::high));
    columns.add(text("reasons", 80, r -> messages.reasons(r.reasons())));
    return new Table<>(columns);
  }

  Table<PathYear> path() {
    return new Table<>(
        List.of(
            count("year", 6, PathYear::year),
            code("from", 11, r -> r.from().toString()),
            code("until", 11, r -> r.to().toString()),
            count("insured_level", 14, PathYear::insuredLevel),
            count("new_insured", 12, PathYear::newInsured),
            count("voluntary_level", 14, PathYear::voluntaryLevel),
            count("new_voluntary", 12, PathYear::newVoluntary),
            count("asked", 12, PathYear::asked)));
  }

  private <T> List<Column<T>> figures(
      Function<T, Figures> figures, Function<T, List<Reason>> reasons) {
    return List.of(
        countOrEmpty("labour_force", 12, r -> figures.apply(r).labourForce()),
        count("insured", 12, r -> figures.apply(r).insured()),
        count("potential", 12, r -> figures.apply(r).potential()),
        decimal("share", 10, SHARE_DECIMALS, r -> figures.apply(r).share()),
        countOrEmpty("capacity", 12, r -> figures.apply(r).capacity()),
        count("target", 12, r -> figures.apply(r).target()),
        text("reasons", 80, r -> messages.reasons(reasons.apply(r))));
  }
}
