package org.baophu.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.baophu.person.Commune;
import org.baophu.target.TargetPlan;

/** A plan as files: the same whether a night publishes it or it is made again later. */
public final class TargetFiles {
  private final Messages messages;
  private final TargetTables tables;

  /**
   * @param communes the communes of the province on the plan's date
   */
  public TargetFiles(List<Commune> communes, Locale language) {
    this(new Places(communes), language);
  }

  private TargetFiles(Places places, Locale language) {
    this(Messages.in(language, places::nameOf), places);
  }

  TargetFiles(Messages messages, Places places) {
    this.messages = messages;
    this.tables = new TargetTables(messages, places);
  }

  /**
   * Writes the files of a plan, readable by their owner alone.
   *
   * @throws IOException if one cannot be written, or is there already
   */
  public void write(TargetPlan plan, Path directory) throws IOException {
    csv(directory, "targets_by_commune", tables.communeTargets(), plan.communes());
    csv(directory, "targets_by_organisation", tables.organisationTargets(), plan.organisations());
    csv(
        directory,
        "targets_by_collection_point",
        tables.collectionPointTargets(),
        plan.collectionPoints());
    csv(directory, "targets_by_staff", tables.staffTargets(), plan.staff());
    csv(directory, "target_notions", tables.comparisons(), plan.comparisons());
    csv(directory, "target_path", tables.path(), plan.path());
  }

  private static <T> void csv(Path directory, String name, Table<T> table, List<T> rows)
      throws IOException {
    CsvFile.write(directory.resolve(name + ".csv"), table, rows::forEach);
  }

  /** What holds for the plan as a whole, in words. */
  public List<String> notes(TargetPlan plan) {
    return plan.notes().stream().map(messages::reason).toList();
  }

  /** The communes' and the organisations' targets as text. */
  public String text(TargetPlan plan) {
    return CsvFile.text(tables.communeTargets(), plan.communes())
        + "\n"
        + CsvFile.text(tables.organisationTargets(), plan.organisations());
  }
}
