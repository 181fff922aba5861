package org.baophu.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.baophu.person.Commune;
import org.baophu.target.TargetPlan;

/** A plan as files: the same whether a night publishes it or it is made again later. */
public final class TargetFiles {
  private static final String COMMUNES = "targets_by_commune.csv";
  private static final String ORGANISATIONS = "targets_by_organisation.csv";
  private static final String POINTS = "targets_by_collection_point.csv";
  private static final String STAFF = "targets_by_staff.csv";
  private static final String NOTIONS = "target_notions.csv";
  private static final String PATH = "target_path.csv";

  /** The names of the files. */
  public static final Set<String> NAMES =
      Set.of(COMMUNES, ORGANISATIONS, POINTS, STAFF, NOTIONS, PATH);

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
    csv(directory.resolve(COMMUNES), tables.communeTargets(), plan.communes());
    csv(directory.resolve(ORGANISATIONS), tables.organisationTargets(), plan.organisations());
    csv(directory.resolve(POINTS), tables.collectionPointTargets(), plan.collectionPoints());
    csv(directory.resolve(STAFF), tables.staffTargets(), plan.staff());
    csv(directory.resolve(NOTIONS), tables.comparisons(), plan.comparisons());
    csv(directory.resolve(PATH), tables.path(), plan.path());
  }

  private static <T> void csv(Path file, Table<T> table, List<T> rows) throws IOException {
    CsvFile.write(file, table, rows::forEach);
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
