package org.baophu.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.baophu.coverage.Potential;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportTest {
  @TempDir private Path directory;

  private Publication publication;
  private String html;
  private Document page;

  @BeforeEach
  void publish() throws IOException, ParserConfigurationException, SAXException {
    publication = SmallPublication.in("vi");
    Publisher.write(publication, directory, 1);
    html = Files.readString(directory.resolve("report.html"));
    page = parse(html);
  }

  /** Well-formed as XML, so well-formed as HTML. */
  private static Document parse(String html)
      throws ParserConfigurationException, IOException, SAXException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
  }

  @Test
  void itHoldsBothLanguagesAndOpensInTheOneAskedFor() {
    assertThat(main("vi").hasAttribute("hidden")).isFalse();
    assertThat(main("en").hasAttribute("hidden")).isTrue();
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("vi");
    assertThat(main("vi").getTextContent()).contains("6 người có thu nhập", "Cách so sánh hồ sơ");
    assertThat(main("en").getTextContent()).contains("6 people earn", "How records are compared");
    assertThat(elements(main("vi"), "section")).hasSameSizeAs(elements(main("en"), "section"));
  }

  @Test
  void itAnswersInNumbersThatCanBeCheckedByHand() {
    // 6 - (0.98765 + 1 + 0.75 + 0.6 + 0.90625 + 0.5) = 1.2561, and 4.7439 / 6 = 79.1 %
    assertThat(main("en").getTextContent())
        .contains("They live in 2 of the 3 communes.")
        .contains("For 1 of them the commune could not be decided.")
        .contains("the program is 79.1% sure of each")
        .contains("Expected number of insured people on the list: 1.3 of 6 (20.9%)")
        // (165,000 + 4 x 264,000) / 5
        .contains("on average: 244,200 VND")
        .contains("learned from tonight's records alone, in 7 rounds")
        .contains("Compared with the list of 22 November 2026, which had 6 people.")
        .contains("About 86 people", "95% interval 47 to 156", "What would make this wrong:")
        .contains("there are more unseen people than estimated", "the estimate is 110 (70 to 170)")
        // 5 bits are odds of 32, -2 bits are odds of 4.
        .contains("32 times likelier", "4.0 times less likely");
    assertThat(main("vi").getTextContent()).contains("1,3 trên 6 (20,9%)", "244.200 đồng");
  }

  @Test
  void everyTableSaysWhatItIs() {
    for (Element table : elements(page.getDocumentElement(), "table")) {
      boolean captioned = !elements(table, "caption").isEmpty();
      boolean summarised =
          ((Element) table.getParentNode().getParentNode()).getTagName().equals("details");
      assertThat(captioned || summarised).as(table.getTextContent()).isTrue();
      assertThat(elements(table, "th")).allMatch(th -> th.hasAttribute("scope"));
    }
  }

  @Test
  void everyChartSaysWhatItIsOrIsRepeatedInNumbers() {
    for (Element chart : elements(page.getDocumentElement(), "svg")) {
      assertThat(chart.hasAttribute("aria-label") || chart.hasAttribute("aria-hidden")).isTrue();
    }
  }

  @Test
  void everyIdIsThereOnceAndEveryLinkLeadsSomewhere() {
    List<String> ids = new ArrayList<>();
    for (Element element : elements(page.getDocumentElement(), "*")) {
      if (element.hasAttribute("id")) {
        ids.add(element.getAttribute("id"));
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
    for (Element link : elements(page.getDocumentElement(), "a")) {
      assertThat(link.getAttribute("href")).startsWith("#");
      assertThat(ids).contains(link.getAttribute("href").substring(1));
    }
  }

  @Test
  void itNeedsNothingElse() {
    assertThat(html).doesNotContainPattern("(?i)https?:|//[a-z0-9-]+\\.|@import|url\\(");
    for (Element element : elements(page.getDocumentElement(), "*")) {
      assertThat(element.hasAttribute("src")).as(element.getTagName()).isFalse();
    }
    assertThat(elements(page.getDocumentElement(), "link")).isEmpty();
  }

  @Test
  void whatFilesSayIsShownAndNeverRun() {
    assertThat(html).contains("Ghi &lt;chú&gt;");
    assertThat(main("en").getTextContent()).contains("Columns not used: Ghi <chú>");
  }

  @Test
  void neitherReportNorManifestTellsOfAPerson() throws IOException {
    String manifest = Files.readString(directory.resolve("run.json"));
    for (String text : List.of(html, manifest)) {
      for (Potential person : publication.potential()) {
        assertThat(text).doesNotContain(person.personId(), person.fullName());
        assertThat(text).doesNotContain(person.sources().get(0).toString());
      }
      // National ids, phones and tax codes; the manifest's digests are not cut at word ends.
      assertThat(text)
          .doesNotContainPattern(Pattern.compile("(?<![0-9a-f.])\\d{9,12}(?![0-9a-f])"));
    }
  }

  @Test
  void anEmptyNightIsAPageToo() throws IOException, ParserConfigurationException, SAXException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    Publisher.write(EmptyPublication.in("en"), empty, 1);
    String text =
        parse(Files.readString(empty.resolve("report.html"))).getDocumentElement().getTextContent();
    assertThat(text)
        .contains(
            "Nobody was found", "No targets were worked out", "This is the first published list");
  }

  private Element main(String language) {
    return elements(page.getDocumentElement(), "main").stream()
        .filter(main -> main.getAttribute("lang").equals(language))
        .findFirst()
        .orElseThrow();
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
