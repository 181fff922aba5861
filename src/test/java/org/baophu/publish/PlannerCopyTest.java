package org.baophu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerCopyTest {
  @TempDir private Path folder;

  private void file(String name, String... lines) throws IOException {
    Path night = Files.createDirectories(folder.resolve("2026-11-01"));
    Files.writeString(night.resolve(name), "\uFEFF" + String.join("\n", lines) + "\n");
  }

  private void writeNight() throws IOException {
    String figures = "labour_force,insured,potential,share,capacity,target,reasons";
    String numbers = "30000,12001,2,0.333333,10,1,\"all 2 of them; really\"";
    file("targets_by_commune.csv", "commune_code,commune," + figures, "05977,Đông Kinh," + numbers);
    file("targets_by_organisation.csv", "organisation," + figures, "Bưu điện," + numbers);
    file("targets_by_collection_point.csv", "collection_point," + figures, "Điểm 1," + numbers);
    file(
        "summary_by_commune.csv",
        "commune_code,commune,records_tax,persons,insured",
        "05977,Đông Kinh,7,8,");
    String list = "person_id,full_name,commune_code,commune,route,support_group";
    String person = ",05977,Đông Kinh,voluntary,poor";
    file(
        "potential.csv",
        list,
        "P1,Nông Văn A" + person,
        "P2,Nông Văn B" + person,
        "P3,Nông Văn C" + person,
        "P4,Nông Văn D,05977,Đông Kinh,voluntary,other");
  }

  @Test
  void countsAreRoundedAndPersonsLeftOut() throws IOException {
    writeNight();

    Path copy = PlannerCopy.write(folder.resolve("2026-11-01"), folder.resolve("planners"));

    String headings = "labour_force,insured,potential,capacity,target\n";
    assertThat(copy.resolve("targets_by_commune.csv"))
        .content()
        .isEqualTo(
            "\uFEFFcommune_code,commune," + headings + "05977,Đông Kinh,30000,12000,0,10,1\n");
    assertThat(copy.resolve("targets_by_organisation.csv"))
        .content()
        .isEqualTo("\uFEFForganisation," + headings + "Bưu điện,30000,12000,0,10,1\n");
    assertThat(copy.resolve("summary_by_commune.csv"))
        .content()
        .isEqualTo(
            "\uFEFFcommune_code,commune,records_tax,persons,insured\n05977,Đông Kinh,5,10,\n");
    assertThat(copy.resolve("list_counts.csv"))
        .content()
        .isEqualTo(
            "\uFEFFcommune_code,commune,route,support_group,persons\n"
                + "05977,Đông Kinh,voluntary,poor,5\n");
  }

  @Test
  void aSecondCopyTakesThePlaceOfTheFirst() throws IOException {
    writeNight();
    Path planners = folder.resolve("planners");
    Path copy = PlannerCopy.write(folder.resolve("2026-11-01"), planners);
    Files.writeString(copy.resolve("targets_by_commune.csv"), "old");

    PlannerCopy.write(folder.resolve("2026-11-01"), planners);

    assertThat(copy.resolve("targets_by_commune.csv")).content().doesNotContain("old");
    try (Stream<Path> all = Files.list(planners)) {
      assertThat(all).containsExactly(copy);
    }
  }

  @Test
  void roundingIsToTheNearestFive() {
    Map<Long, Long> rounded = Map.of(0L, 0L, 2L, 0L, 3L, 5L, 7L, 5L, 8L, 10L, 12_002L, 12_000L);

    rounded.forEach((count, shown) -> assertThat(PlannerCopy.rounded(count)).isEqualTo(shown));
    assertThat(List.of(PlannerCopy.rounded(1))).containsExactly(0L);
  }
}
