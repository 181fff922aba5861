package org.baophu.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.baophu.person.Source;
import org.baophu.reference.ReferenceTable;
import org.baophu.reference.ReferenceTable.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProvinceGeneratorTest {
  @TempDir Path folder;

  private Map<String, String> digests(GenerateSettings settings, String name) throws Exception {
    Path output = folder.resolve(name);
    ProvinceGenerator.generate(settings, output, people -> {});
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(output.relativize(file).toString(), sha256(file));
      }
    }
    return digests;
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  @ParameterizedTest
  @EnumSource(Formats.class)
  void theSameSettingsGiveTheSameBytes(Formats formats) throws Exception {
    GenerateSettings settings = GenerateSettings.of(1500, 7).withFormats(formats);
    assertThat(digests(settings, "a")).isEqualTo(digests(settings, "b"));
  }

  @Test
  void anotherSeedGivesOtherPeople() throws Exception {
    Map<String, String> one = digests(GenerateSettings.of(500, 1), "a");
    Map<String, String> two = digests(GenerateSettings.of(500, 2), "b");
    assertThat(one.get("tax.csv")).isNotEqualTo(two.get("tax.csv"));
    assertThat(one.get("truth/potential.csv")).isNotEqualTo(two.get("truth/potential.csv"));
  }

  @Test
  void anotherCrowdOfClerksWritesDownTheSameWorld() throws Exception {
    GenerateSettings careless = GenerateSettings.of(1000, 3);
    Map<String, String> one = digests(careless, "a");
    Map<String, String> two = digests(careless.withRates(ErrorRates.none()), "b");
    assertThat(one.get("truth/potential.csv")).isEqualTo(two.get("truth/potential.csv"));
    assertThat(one.get("truth/members.csv")).isEqualTo(two.get("truth/members.csv"));
    assertThat(one.get("tax.csv")).isNotEqualTo(two.get("tax.csv"));
  }

  @Test
  void theFormatsOfAnEarlierDeliveryDoNotStayBehind() throws IOException {
    ProvinceGenerator.generate(GenerateSettings.of(300, 1), folder, people -> {});
    GenerateSettings mixed = GenerateSettings.of(300, 1).withFormats(Formats.MIXED);
    ProvinceGenerator.generate(mixed, folder, people -> {});
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "tax.csv",
              "business.csv",
              "insurance.csv.gz",
              "poverty.xlsx",
              "organisations.csv",
              "labour_force.csv",
              "province_targets.csv",
              "truth");
    }
  }

  @Test
  void theTruthNamesEveryRecordOnceAndNoOther() throws IOException {
    GeneratedProvince province = GeneratedProvince.make(GenerateSettings.of(2000, 5), folder);
    Set<String> records = new HashSet<>();
    for (Source source : Source.values()) {
      for (Entry row : province.rows(source)) {
        assertThat(records.add(source.code() + ":" + row.get("record_id"))).isTrue();
      }
    }
    assertThat(province.personOfRecord().keySet()).isEqualTo(records);
    assertThat(province.rows("truth/members.csv")).hasSameSizeAs(records);
    assertThat(province.rows("truth/communes.csv")).hasSameSizeAs(records);
  }

  @Test
  void recordIdsDoNotFollowThePersons() throws IOException {
    GeneratedProvince province = GeneratedProvince.make(GenerateSettings.of(3000, 5), folder);
    List<Integer> persons = new ArrayList<>();
    for (Entry row : province.rows("truth/members.csv")) {
      if (row.get("source").equals("insurance")) {
        persons.add(Integer.parseInt(row.get("person_id").substring(1)));
      }
    }
    int rising = 0;
    for (int i = 1; i < persons.size(); i++) {
      rising += persons.get(i) > persons.get(i - 1) ? 1 : 0;
    }
    double expected = (persons.size() - 1) / 2.0;
    // The number of ascents of a random permutation has the variance (n + 1) / 12.
    assertThat((double) rising).isBetween(expected - 60, expected + 60);
  }

  @Test
  void everyCommuneHasACollectionPointAndAFigure() throws IOException {
    GeneratedProvince province = GeneratedProvince.make(GenerateSettings.of(1000, 5), folder);
    List<String> communes =
        ReferenceTable.read("new_communes").stream().map(row -> row.get("full_name")).toList();
    assertThat(province.rows("organisations.csv").stream().map(row -> row.get("commune")).toList())
        .containsAll(communes);
    List<Entry> figures = province.rows("labour_force.csv");
    assertThat(figures.stream().map(row -> row.get("commune"))).containsExactlyElementsOf(communes);
    int population =
        figures.stream().mapToInt(row -> Integer.parseInt(row.get("population"))).sum();
    assertThat(population).isEqualTo(1000);
  }

  @Test
  void impossibleProvincesAreRefused() {
    assertThatThrownBy(() -> GenerateSettings.of(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 0");
    assertThatThrownBy(() -> GenerateSettings.of(6_000_000, 1).withFormats(Formats.MIXED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5000000");
  }
}
