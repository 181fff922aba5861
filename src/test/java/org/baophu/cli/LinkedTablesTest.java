package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code evaluate} and {@code explain} on what {@code link} wrote. */
class LinkedTablesTest {
  @TempDir private static Path directory;

  private static Path config = Path.of("");
  private static Path links = Path.of("");
  private static Path truth = Path.of("");

  @BeforeAll
  static void link() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder a = new StringBuilder("id,name,born,town\n");
    StringBuilder b = new StringBuilder("id,name,born,town\n");
    StringBuilder t = new StringBuilder("source,record_id,person_id\n");
    String[] names = {"Anna", "Bella", "Clara", "Dora", "Emma", "Flora", "Greta", "Hanna", "Ida"};
    String[] towns = {"Lạng Sơn", "Cao Lộc", "Đồng Đăng", "Bắc Sơn", "Na Dương"};
    for (int person = 0; person < 600; person++) {
      String name = names[random.nextInt(9)] + " " + names[random.nextInt(9)] + random.nextInt(40);
      String born =
          String.format(
              Locale.ROOT,
              "%d-%02d-%02d",
              1950 + random.nextInt(50),
              1 + random.nextInt(12),
              1 + random.nextInt(28));
      String town = towns[random.nextInt(5)];
      a.append(person + "," + name + "," + born + "," + town + "\n");
      boolean typo = random.nextInt(6) == 0;
      boolean moved = random.nextInt(8) == 0;
      b.append(
          person
              + ","
              + (typo ? name.substring(2) : name)
              + ","
              + (typo && moved ? "" : born)
              + ","
              + (moved ? towns[random.nextInt(5)] : town)
              + "\n");
      t.append("a," + person + "," + person + "\nb," + person + "," + person + "\n");
    }
    Files.writeString(directory.resolve("a.csv"), a);
    Files.writeString(directory.resolve("b.csv"), b);
    truth = Files.writeString(directory.resolve("truth.csv"), t + "b,gone,0\n");
    config =
        Files.writeString(
            directory.resolve("link.yml"),
            "mode: link_and_dedupe\n"
                + "inputs:\n"
                + "  - {name: a, file: a.csv, id: id}\n"
                + "  - {name: b, file: b.csv, id: id}\n"
                + "fields:\n"
                + "  - {name: name, type: person_name}\n"
                + "  - {name: born, type: date}\n"
                + "  - {name: town, type: category}\n");
    links = directory.resolve("links");
    assertThat(Main.run("link", "--config", config.toString(), "--output", links.toString()))
        .isEqualTo(ExitCode.DONE);
  }

  private static String output(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out));
    assertThat(line.execute(arguments)).isEqualTo(ExitCode.DONE);
    return out.toString();
  }

  private static String evaluated(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--config",
                config.toString(),
                "--links",
                links.toString(),
                "--truth",
                truth.toString()));
    arguments.addAll(List.of(more));
    return output(new EvaluateCommand(), arguments.toArray(String[]::new));
  }

  private static long count(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return Long.parseLong(matcher.group(1).replace(",", ""));
  }

  @Test
  void theCausesSumToTheLoss() {
    String told = evaluated();

    long missed = count(told, "true ([\\d,]+)") - count(told, "right ([\\d,]+)");
    long wrong = count(told, "found ([\\d,]+)") - count(told, "right ([\\d,]+)");
    assertThat(
            count(told, "never compared +([\\d,]+)")
                + count(told, "scored too low +([\\d,]+)")
                + count(told, "clustered wrongly +([\\d,]+)"))
        .isEqualTo(missed);
    assertThat(
            count(told, "scored too high +([\\d,]+)")
                + count(told, "joined by clustering +([\\d,]+)"))
        .isEqualTo(wrong);
    assertThat(told).contains("2 of those never compared have a record that the tables lack");
  }

  @Test
  void theSameFilesGiveTheSameWordsWhateverTheThreads() {
    assertThat(evaluated("--threads", "1")).isEqualTo(evaluated("--threads", "3"));
  }

  @Test
  void theEvaluationIsThatOfTheClustersAlone() {
    String alone =
        output(
            new EvaluateCommand(),
            "--members",
            links.resolve("clusters.csv").toString(),
            "--truth",
            truth.toString());

    assertThat(evaluated()).startsWith(alone);
    assertThat(alone).doesNotContain("never compared");
  }

  @Test
  void explainsAPairOfTablesInBothLanguages() {
    String[] pair = {
      "--config", config.toString(), "--links", links.toString(), "a:7", "b:7", "--language", "en"
    };
    String english = output(new ExplainCommand(), pair);
    pair[7] = "vi";
    String vietnamese = output(new ExplainCommand(), pair);

    assertThat(english).contains("a:7 and b:7", "What clustering did", "Why not more", "born: ");
    assertThat(vietnamese).contains("a:7 và b:7", "Kết quả gộp nhóm", "Vì sao không cao hơn");
  }

  @Test
  void writesThePage() {
    Path page = directory.resolve("pair.html");

    output(
        new ExplainCommand(),
        "--config",
        config.toString(),
        "--links",
        links.toString(),
        "a:1",
        "b:2",
        "--html",
        page.toString());

    assertThat(page).content().contains("a:1").contains("<svg").contains("</html>");
  }

  @Test
  void refusesWhatItCannotFind() {
    String[] links = {"--config", config.toString(), "--links", LinkedTablesTest.links.toString()};
    assertThat(Main.run("explain", links[0], links[1], links[2], links[3], "a:1", "a:none"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(Main.run("explain", links[0], links[1], links[2], links[3], "a:1", "c:1"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(Main.run("explain", links[0], links[1], links[2], links[3], "a:1", "a:1"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(Main.run("explain", links[2], links[3], "a:1", "b:1")).isEqualTo(ExitCode.USAGE);
    assertThat(Main.run("evaluate", links[2], links[3], "--truth", truth.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(Main.run("evaluate", "--truth", truth.toString())).isEqualTo(ExitCode.USAGE);
  }
}
