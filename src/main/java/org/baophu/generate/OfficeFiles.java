package org.baophu.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.baophu.generate.Places.NewCommune;
import org.baophu.intake.InputKind;

/**
 * The files about the office itself: collection organisations, labour force, the year's target. A
 * small province has fewer collection points and staff than the real one, but every commune has
 * one.
 */
final class OfficeFiles {
  private static final double REAL_PEOPLE = 881_384;
  private static final int REAL_POINTS = 226;
  private static final int REAL_STAFF = 527;
  private static final double REAL_CAPACITY_PER_STAFF = 60;
  private static final double YEARLY_GROWTH = 0.02;
  private static final List<String> ORGANISATIONS =
      List.of("Bưu điện tỉnh Lạng Sơn", "Viettel Lạng Sơn", "PVI Lạng Sơn", "Hợp tác xã Xứ Lạng");

  private final GenerateSettings settings;
  private final List<NewCommune> communes;
  private final int[] population;
  private final int[] labourForce;

  /**
   * @param population people by commune, in the order of the communes
   * @param labourForce those of working age among them
   */
  OfficeFiles(
      GenerateSettings settings, List<NewCommune> communes, int[] population, int[] labourForce) {
    this.settings = settings;
    this.communes = communes;
    this.population = population;
    this.labourForce = labourForce;
  }

  void write(Path output) throws IOException {
    organisations(output.resolve("organisations.csv"));
    try (RowSink sink = CsvSink.plain(output.resolve("labour_force.csv"))) {
      sink.write(InputKind.LABOUR_FORCE.columns());
      for (NewCommune c : communes) {
        int i = c.index();
        sink.write(
            List.of(
                c.fullName(),
                "",
                Integer.toString(population[i]),
                Integer.toString(labourForce[i])));
      }
    }
    try (RowSink sink = CsvSink.plain(output.resolve("province_targets.csv"))) {
      sink.write(InputKind.PROVINCE_TARGETS.columns());
      long target = Math.max(1, Math.round(YEARLY_GROWTH * settings.people()));
      sink.write(
          List.of(
              Integer.toString(settings.date().getYear()), "new_voluntary", Long.toString(target)));
    }
  }

  private void organisations(Path file) throws IOException {
    double scale = Math.min(1, settings.people() / REAL_PEOPLE);
    int[] points = shared((int) Math.round(REAL_POINTS * scale), 1);
    int totalPoints = Arrays.stream(points).sum();
    int staffLeft = Math.max(totalPoints, (int) Math.round(REAL_STAFF * scale));
    double capacity =
        Math.max(
            2, Math.round(REAL_CAPACITY_PER_STAFF * REAL_STAFF * scale / Math.max(1, staffLeft)));
    List<Integer> staff = spread(staffLeft, totalPoints);
    try (RowSink sink = CsvSink.plain(file)) {
      sink.write(InputKind.ORGANISATIONS.columns());
      int number = 0;
      for (NewCommune c : communes) {
        for (int i = 0; i < points[c.index()]; i++) {
          sink.write(
              List.of(
                  ORGANISATIONS.get(organisation(number)),
                  "Điểm thu " + (number + 1) + " " + c.name(),
                  c.fullName(),
                  "",
                  Integer.toString(staff.get(number)),
                  Long.toString(Math.round(capacity))));
          number++;
        }
      }
    }
  }

  /** The post office runs half of the points. */
  private static int organisation(int point) {
    return point % 2 == 0 ? 0 : 1 + point / 2 % (ORGANISATIONS.size() - 1);
  }

  /** Shares a number over the communes by today's populations, each at least so many. */
  private int[] shared(int total, int least) {
    int[] shares = new int[communes.size()];
    Arrays.fill(shares, least);
    for (int left = total - least * shares.length; left > 0; left--) {
      int best = 0;
      for (NewCommune c : communes) {
        long mine = (long) c.population() * (shares[best] + 1);
        long bests = (long) communes.get(best).population() * (shares[c.index()] + 1);
        best = mine > bests ? c.index() : best;
      }
      shares[best]++;
    }
    return shares;
  }

  private static List<Integer> spread(int total, int parts) {
    List<Integer> spread = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      spread.add((int) ((long) total * (i + 1) / parts - (long) total * i / parts));
    }
    return spread;
  }
}
