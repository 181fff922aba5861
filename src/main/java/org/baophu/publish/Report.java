package org.baophu.publish;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * {@code report.html}: one page that needs nothing else, in Vietnamese and English, without any
 * person. Its body is made once in each language from the same template; the page shows one of them
 * and lets the reader change.
 */
final class Report {
  private Report() {}

  static void write(Publication publication, List<CommuneList> lists, Path file)
      throws IOException {
    Places places = new Places(publication.communes());
    ReportNumbers numbers = new ReportNumbers(lists);
    Template body = template("body.mustache");
    String opensIn = Messages.in(publication.language(), places::nameOf).language();
    Map<String, Object> page =
        Map.of(
            "lang", opensIn,
            "vi", body(publication, numbers, places, "vi", body),
            "en", body(publication, numbers, places, "en", body),
            "viHidden", !opensIn.equals("vi"),
            "enHidden", !opensIn.equals("en"));
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(PrivateFiles.create(file), StandardCharsets.UTF_8))) {
      template("report.mustache").execute(page, out);
    }
  }

  private static String body(
      Publication publication,
      ReportNumbers numbers,
      Places places,
      String language,
      Template template) {
    Messages messages = Messages.in(Locale.forLanguageTag(language), places::nameOf);
    return template.execute(new ReportBody(publication, numbers, places, messages).model());
  }

  static Template template(String name) throws IOException {
    try (InputStream file = Objects.requireNonNull(Report.class.getResourceAsStream(name), name);
        Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      return Mustache.compiler().escapeHTML(true).compile(reader);
    }
  }
}
