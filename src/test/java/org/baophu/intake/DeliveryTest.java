package org.baophu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
  @TempDir Path directory;

  private void put(String... names) throws IOException {
    for (String name : names) {
      Path path = directory.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "full_name\nA\n");
    }
  }

  @Test
  void findsFilesOfEachKindInOrder() throws IOException {
    put("tax_b.csv", "TAX-a.XLSX", "business.csv.gz", "insurance 2025.csv", "poverty.xlsx");
    put("organisations.csv", "Labour_Force.csv", "province_targets.csv");
    put("decisions/review.xlsx", "Decisions/old.csv");
    assertThat(Delivery.find(directory))
        .extracting(f -> f.kind() + " " + f.name())
        .containsExactly(
            "TAX TAX-a.XLSX",
            "TAX tax_b.csv",
            "BUSINESS business.csv.gz",
            "INSURANCE insurance 2025.csv",
            "POVERTY poverty.xlsx",
            "ORGANISATIONS organisations.csv",
            "LABOUR_FORCE Labour_Force.csv",
            "PROVINCE_TARGETS province_targets.csv",
            "DECISIONS decisions/old.csv",
            "DECISIONS decisions/review.xlsx");
    assertThat(Delivery.findIgnored(directory)).isEmpty();
  }

  @Test
  void listsWhatItIgnores() throws IOException {
    put("tax.csv", "business.csv", "insurance.csv", "~$tax.xlsx", ".tax.csv", "tax.csv.tmp");
    put("insurance.csv.part", "readme.md", "other.csv", "decisions/~$a.xlsx", "tax_old/tax.csv");
    put("tax.xls");
    assertThat(Delivery.find(directory))
        .extracting(InputFile::name)
        .containsExactly("tax.csv", "business.csv", "insurance.csv");
    assertThat(Delivery.findIgnored(directory))
        .containsExactly(
            ".tax.csv",
            "decisions/~$a.xlsx",
            "insurance.csv.part",
            "other.csv",
            "readme.md",
            "tax.csv.tmp",
            "tax.xls",
            "tax_old/",
            "~$tax.xlsx");
  }

  @Test
  void refusesADeliveryThatLacksAKind() throws IOException {
    put("tax.csv", "poverty.csv");
    assertThatThrownBy(() -> Delivery.find(directory))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            directory
                + ": no file business*, insurance* was found; found: tax.csv, poverty.csv. Put at"
                + " least one of each there, as .csv, .csv.gz or .xlsx.");
  }

  @Test
  void refusesWhatIsNoDirectory() throws IOException {
    put("tax.csv");
    assertThatThrownBy(() -> Delivery.find(directory.resolve("tax.csv")))
        .hasMessageContaining("this is no directory.");
    assertThatThrownBy(() -> Delivery.find(directory.resolve("none")))
        .hasMessageContaining("there is no such directory.");
  }

  @Test
  void refusesLinksThatLeadOutside(@TempDir Path outside) throws IOException {
    put("business.csv", "insurance.csv", "real_tax.csv");
    Path secret = Files.writeString(outside.resolve("secret.csv"), "full_name\nA\n");
    Path link = Files.createSymbolicLink(directory.resolve("tax.csv"), secret);
    assertThatThrownBy(() -> Delivery.find(directory))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            "tax.csv: this link leads out of the input directory. Put the file itself there.");
    Files.delete(link);
    Files.createSymbolicLink(link, directory.resolve("real_tax.csv"));
    assertThat(Delivery.find(directory)).extracting(InputFile::name).contains("tax.csv");
    Files.createSymbolicLink(directory.resolve("decisions"), outside);
    assertThatThrownBy(() -> Delivery.find(directory))
        .hasMessageStartingWith("decisions: this link leads out");
  }

  @Test
  void refusesDirectoriesNamedLikeFiles() throws IOException {
    put("tax.csv", "business.csv", "insurance.csv", "tax_2.csv/x");
    assertThatThrownBy(() -> Delivery.find(directory))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            "tax_2.csv: this is named like an input file but is none. Remove or rename it.");
  }

  @Test
  void readsADirectoryThatIsItselfALink(@TempDir Path elsewhere) throws IOException {
    put("tax.csv", "business.csv", "insurance.csv");
    Path link = Files.createSymbolicLink(elsewhere.resolve("today"), directory);
    assertThat(Delivery.find(link)).hasSize(3);
  }
}
