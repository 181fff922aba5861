package org.baophu.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.baophu.person.InsuranceNumber;
import org.baophu.person.NationalId;
import org.baophu.person.OldNationalId;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.person.TaxCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Laws of the world, on a province of 30,000. */
class WorldTest {
  private static final int PEOPLE = 30_000;
  private static final LocalDate DATE = GenerateSettings.DEFAULT_DATE;
  private static final List<Household> HOUSEHOLDS = new ArrayList<>();

  @BeforeAll
  static void makeWorld() {
    World world = new World(GenerateSettings.of(PEOPLE, 11), new Places());
    while (world.hasNext()) {
      HOUSEHOLDS.add(world.next());
    }
  }

  private static List<Citizen> citizens() {
    return HOUSEHOLDS.stream().flatMap(household -> household.members().stream()).toList();
  }

  private static double share(long part, long whole) {
    return (double) part / whole;
  }

  @Test
  void peopleAreAsManyAsAskedAndBornBeforeTheDate() {
    assertThat(citizens().size()).isEqualTo(PEOPLE);
    assertThat(citizens().stream().filter(c -> c.birth().isAfter(DATE)).findFirst()).isEmpty();
  }

  @Test
  void nationalIdsSayBirthYearAndSexAndBelongToOnePerson() {
    Set<String> ids = new HashSet<>();
    for (Citizen citizen : citizens()) {
      NationalId id = NationalId.parse(citizen.nationalId()).orElseThrow();
      if (id.birthYear() != citizen.birth().getYear() || id.sex() != citizen.sex()) {
        assertThat(id).as("id of " + citizen).isNull();
      }
      ids.add(id.digits());
    }
    assertThat(ids.size()).isEqualTo(PEOPLE);
    long here = ids.stream().filter(id -> id.startsWith("020")).count();
    assertThat(share(here, PEOPLE)).isBetween(0.92, 0.96);
  }

  @Test
  void otherNumbersAreValidAndUnique() {
    Set<String> numbers = new HashSet<>();
    for (Citizen citizen : citizens()) {
      assertThat(TaxCode.parse(citizen.taxCode())).isPresent();
      assertThat(citizen.phone()).matches("0\\d{9}");
      if (!citizen.oldNationalId().isEmpty()) {
        assertThat(OldNationalId.parse(citizen.oldNationalId())).isPresent();
        assertThat(numbers.add(citizen.oldNationalId())).isTrue();
      }
      for (Entry entry : citizen.entries()) {
        if (entry.source() == Source.INSURANCE) {
          assertThat(InsuranceNumber.parse(entry.number())).isPresent();
          assertThat(numbers.add("i" + entry.number())).isTrue();
        }
        if (entry.source() == Source.TAX) {
          assertThat(TaxCode.parse(entry.number())).isPresent();
          assertThat(numbers.add("t" + entry.number())).isTrue();
        }
      }
    }
  }

  /** The shares of the census of 2019: Nùng 43 %, Tày 36 %, Kinh 17 %, Dao 3.5 %. */
  @Test
  void peoplesHaveTheirShares() {
    Map<String, Long> counts =
        citizens().stream().collect(Collectors.groupingBy(Citizen::people, Collectors.counting()));
    assertThat(share(counts.get("Nùng"), PEOPLE)).isBetween(0.41, 0.45);
    assertThat(share(counts.get("Tày"), PEOPLE)).isBetween(0.34, 0.38);
    assertThat(share(counts.get("Kinh"), PEOPLE)).isBetween(0.15, 0.19);
    assertThat(share(counts.get("Dao"), PEOPLE)).isBetween(0.025, 0.045);
  }

  @Test
  void recordsAndPotentialParticipantsHaveTheirShares() {
    long entries = citizens().stream().mapToLong(citizen -> citizen.entries().size()).sum();
    long potential =
        citizens().stream().filter(c -> PotentialTruth.of(c, DATE).isPresent()).count();
    assertThat(share(entries, PEOPLE)).isBetween(1.43, 1.48);
    assertThat(share(potential, PEOPLE)).isBetween(0.12, 0.18);
  }

  @Test
  void somePeopleHaveSeveralRecordsInOneRegister() {
    for (Source source : List.of(Source.TAX, Source.BUSINESS, Source.INSURANCE)) {
      long several =
          citizens().stream()
              .filter(c -> c.entries().stream().filter(e -> e.source() == source).count() > 1)
              .count();
      assertThat(share(several, PEOPLE)).isBetween(0.001, 0.03);
    }
  }

  @Test
  void twinsShareBirthDateAndSurnameButNotTheName() {
    int twins = 0;
    for (Household household : HOUSEHOLDS) {
      Map<String, FullName> born = new HashMap<>();
      for (Citizen citizen : household.members()) {
        FullName twin = born.put(citizen.birth() + citizen.name().surname(), citizen.name());
        twins += twin == null ? 0 : 1;
        assertThat(citizen.name().equals(twin)).isFalse();
      }
    }
    // About 1.2 % of 11,000 children at home.
    assertThat(twins).isBetween(60, 200);
  }

  @Test
  void parentsAreOldEnough() {
    int youngest = 99;
    for (Household household : HOUSEHOLDS) {
      Citizen head = household.members().get(0);
      for (Citizen other : household.members()) {
        boolean child =
            head.sex() == Sex.MALE
                && other.name().surname().equals(head.name().surname())
                && other.birth().isAfter(head.birth().plusYears(12));
        if (child) {
          youngest = Math.min(youngest, other.birth().getYear() - head.birth().getYear());
        }
      }
    }
    assertThat(youngest).isBetween(13, 19);
  }

  @Test
  void fathersAndSonsOftenShareAllButOneWord() {
    long sons = 0;
    long alike = 0;
    for (Household household : HOUSEHOLDS) {
      Citizen head = household.members().get(0);
      for (Citizen other : household.members()) {
        boolean son =
            head.sex() == Sex.MALE
                && other.sex() == Sex.MALE
                && other.birth().isAfter(head.birth().plusYears(17))
                && other.name().surname().equals(head.name().surname());
        sons += son ? 1 : 0;
        alike += son && other.name().middle().equals(head.name().middle()) ? 1 : 0;
      }
    }
    assertThat(sons).isGreaterThan(1500);
    assertThat(share(alike, sons)).isBetween(0.3, 0.7);
  }

  @Test
  void homonymsOfTheSameBirthYearLiveInOneCommune() {
    Map<String, Integer> bearers = new HashMap<>();
    for (Citizen citizen : citizens()) {
      String key =
          citizen.home().commune().code()
              + citizen.name().text()
              + citizen.birth().getYear()
              + citizen.sex();
      bearers.merge(key, 1, Integer::sum);
    }
    long homonyms = bearers.values().stream().filter(n -> n > 1).mapToLong(n -> n).sum();
    assertThat(share(homonyms, PEOPLE)).isBetween(0.01, 0.06);
  }

  @Test
  void homesLieInEveryCommuneInProportionToItsPopulation() {
    Map<String, Long> counts =
        citizens().stream()
            .collect(Collectors.groupingBy(c -> c.home().commune().code(), Collectors.counting()));
    assertThat(counts).hasSize(65);
    // Phường Đông Kinh: 50,436 of 881,384 people, within a tenth.
    assertThat(share(counts.get("05977"), PEOPLE)).isBetween(0.0515, 0.0630);
  }
}
