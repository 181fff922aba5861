package org.baophu.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.baophu.intake.InputKind;
import org.baophu.person.Source;
import org.baophu.reference.ReferenceTable.Entry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each slip, alone, happens at its rate and touches what it should. */
class SlipTest {
  private static final GenerateSettings SETTINGS = GenerateSettings.of(6_000, 17);
  private static final double RATE = 0.4;

  /** Slips that need another one, or a second record, to be seen; they have tests of their own. */
  private static final Set<Slip> SEEN_WITH_OTHERS =
      Set.of(Slip.PLACE_DISTRICT_MISSING, Slip.PLACE_BEFORE_MOVE);

  private static final Places PLACES = new Places();
  private static final Clerk CLERK = new Clerk(PLACES);
  private static final List<Household> HOUSEHOLDS = new ArrayList<>();
  private static final Map<Source, List<String[]>> CLEAN = new LinkedHashMap<>();

  @BeforeAll
  static void writeDownWithoutSlips() {
    World world = new World(SETTINGS, PLACES);
    while (world.hasNext()) {
      HOUSEHOLDS.add(world.next());
    }
    for (Source source : Source.values()) {
      CLEAN.put(source, written(ErrorRates.none(), source));
    }
  }

  /** The rows of one register. Each entry has its own dice, so rows compare one by one. */
  private static List<String[]> written(ErrorRates rates, Source source) {
    List<String[]> rows = new ArrayList<>();
    for (Household household : HOUSEHOLDS) {
      for (Citizen citizen : household.members()) {
        for (org.baophu.generate.Entry entry : citizen.entries()) {
          if (entry.source() == source) {
            Roll roll = new Roll(rates, source, new Dice(99, rows.size()));
            rows.add(
                CLERK.write(entry, citizen, household, true, roll).cells().toArray(String[]::new));
          }
        }
      }
    }
    return rows;
  }

  static List<Entry> slips() {
    return Resources.read("slips_seen.csv");
  }

  @ParameterizedTest
  @MethodSource("slips")
  void happensAtItsRate(Entry row) {
    Slip slip = Slip.valueOf(row.get("slip").toUpperCase(Locale.ROOT));
    Source source = Source.of(row.get("source"));
    int column = InputKind.valueOf(source.name()).columns().indexOf(row.get("column"));
    List<String[]> clean = CLEAN.getOrDefault(source, List.of());
    List<String[]> slipped = written(ErrorRates.none().with(slip, RATE), source);
    assertThat(slipped).hasSameSizeAs(clean);
    int changed = 0;
    for (int i = 0; i < clean.size(); i++) {
      changed += clean.get(i)[column].equals(slipped.get(i)[column]) ? 0 : 1;
    }
    double expectedLeast = RATE * Double.parseDouble(row.get("least"));
    double expectedMost = RATE * Double.parseDouble(row.get("most"));
    double threeSigma = 3 * Math.sqrt(RATE * (1 - RATE) / clean.size());
    assertThat((double) changed / clean.size())
        .isBetween(expectedLeast - threeSigma, expectedMost + threeSigma);
  }

  @Test
  void everySlipIsInTheTable() {
    Set<String> listed = slips().stream().map(r -> r.get("slip")).collect(Collectors.toSet());
    assertThat(Arrays.stream(Slip.values()).filter(s -> !SEEN_WITH_OTHERS.contains(s)))
        .allMatch(slip -> listed.contains(slip.code()));
  }

  @Test
  void districtsAreLeftOutOfOldNames() {
    ErrorRates old = ErrorRates.none().with(Slip.PLACE_OLD_NAME, 1);
    int district = InputKind.POVERTY.columns().indexOf("district");
    assertThat(written(old, Source.POVERTY)).noneMatch(row -> row[district].isEmpty());
    assertThat(written(old.with(Slip.PLACE_DISTRICT_MISSING, 1), Source.POVERTY))
        .allMatch(row -> row[district].isEmpty());
  }

  @Test
  void movedPeopleAreWrittenUnderAnotherCommune() {
    ErrorRates moved = ErrorRates.none().with(Slip.PLACE_BEFORE_MOVE, 1);
    int commune = InputKind.TAX.columns().indexOf("commune");
    List<String[]> rows = written(moved, Source.TAX);
    List<String[]> clean = CLEAN.getOrDefault(Source.TAX, List.of());
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i)[commune]).isNotEqualTo(clean.get(i)[commune]);
    }
  }
}
