package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class StoryPageTest {
  private static final String HOSTILE = "<script>alert('x')</script>&\"]]>\u0000\uFFFF{{lang}}";

  @TempDir private Path directory;

  private static PairStory story(String value, double... bits) {
    List<PairStory.Step> steps = new ArrayList<>();
    double sum = 0;
    for (double own : bits) {
      sum += own;
      steps.add(new PairStory.Step("field " + value, value, "", own, sum, value, null));
    }
    return new PairStory(
        "a:" + value,
        "b:2",
        "a:" + value + " and b:2",
        "So it is.",
        steps,
        sum,
        1.5,
        List.of("Cluster of " + value),
        List.of("Why " + value));
  }

  private static Document page(PairStory story, String language) {
    StringWriter out = new StringWriter();
    try {
      StoryPage.write(story, new ExplainTexts(Locale.forLanguageTag(language)), out);
      assertThat(out.toString()).doesNotContain("<script", "src=", "href=", "url(", "@import");
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError(out.toString(), e);
    }
  }

  private static List<Element> elements(Document page, String name) {
    NodeList found = page.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void theBarsLeadFromNothingToTheWeight() {
    PairStory story = story("x", -12.25, 8.5, 0, -1.125, 20.0625);

    List<Element> bars = elements(page(story, "en"), "rect");

    assertThat(bars).hasSize(6);
    double at = 0;
    for (Element bar : bars.subList(0, 5)) {
      assertThat(number(bar, "data-from")).isEqualTo(at);
      at = number(bar, "data-to");
      assertThat(number(bar, "x")).isBetween(0.0, 960.0);
      assertThat(number(bar, "x") + number(bar, "width")).isBetween(0.0, 960.0);
    }
    assertThat(at).isEqualTo(story.weightBits());
    assertThat(number(bars.get(5), "data-from")).isZero();
    assertThat(number(bars.get(5), "data-to")).isEqualTo(story.weightBits());
  }

  @Test
  void aBarIsAsLongAsItsBits() {
    List<Element> bars = elements(page(story("x", -10, 30, -5), "en"), "rect");

    double perBit = number(bars.get(0), "width") / 10;
    assertThat(number(bars.get(1), "width") / 30).isBetween(perBit * 0.98, perBit * 1.02);
    assertThat(number(bars.get(2), "width") / 5).isBetween(perBit * 0.98, perBit * 1.02);
    assertThat(number(bars.get(0), "x")).isEqualTo(number(bars.get(1), "x"));
  }

  @Test
  void whatRecordsSayCannotBecomePartOfThePage() {
    Document page = page(story(HOSTILE, 1, 2), "vi");

    assertThat(elements(page, "script")).isEmpty();
    assertThat(elements(page, "td").get(0).getTextContent())
        .isEqualTo("<script>alert('x')</script>&\"]]>\uFFFD\uFFFD{{lang}}");
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("vi");
  }

  @Test
  void onlyItsOwnerCanReadThePageAndItReplacesAnOlderOne() throws IOException {
    Path file = Files.writeString(directory.resolve("pair.html"), "old");

    StoryPage.write(story("x", 1), new ExplainTexts(Locale.ENGLISH), file);

    assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
