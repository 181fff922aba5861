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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.baophu.advice.Advice;
import org.baophu.advice.IncomeChoice;
import org.baophu.advice.Rounds;
import org.baophu.advice.Rounds.Round;
import org.baophu.coverage.Potential;

/**
 * {@code field-sheets/}: one page for each collection point, to be printed on A4, with the people
 * it is to visit in the order of their priority. No more of them than a visit needs: name, birth
 * year, address, phone, what to tell them, and blanks for the outcome; no national id, and nothing
 * of how they were found.
 */
final class FieldSheets {
  private final Publication publication;
  private final Messages messages;
  private final Places places;
  private final AdviceText texts;
  private final Map<String, String> labels;
  private final Template template;

  FieldSheets(Publication publication, Messages messages, Places places) throws IOException {
    this.publication = publication;
    this.messages = messages;
    this.places = places;
    this.texts = new AdviceText(messages);
    this.labels = labels(messages);
    this.template = template();
  }

  /** A person on a sheet. */
  record Visit(
      String number,
      String name,
      String birthYear,
      String personId,
      String address,
      String phone,
      String segment,
      String duty,
      List<Cost> costs,
      String incomeBasis,
      List<String> pension) {}

  /** What one chosen income costs and brings. */
  record Cost(String income, String support, String payment, String pension) {}

  void write(Path folder) throws IOException {
    Map<Round, List<Potential>> byRound = new TreeMap<>(Rounds.ORDER);
    publication.fieldWork().points().forEach(point -> byRound.put(point, new ArrayList<>()));
    for (Potential person : publication.potential()) {
      Round round = publication.fieldWork().rounds().get(person.personId());
      if (round != null) {
        byRound.computeIfAbsent(round, point -> new ArrayList<>()).add(person);
      }
    }
    Set<String> names = new HashSet<>();
    for (Map.Entry<Round, List<Potential>> sheet : byRound.entrySet()) {
      sheet.getValue().sort(Potential.LIST_ORDER);
      write(folder.resolve(fileName(sheet.getKey(), names)), sheet.getKey(), sheet.getValue());
    }
  }

  private String fileName(Round round, Set<String> taken) {
    Place place = places.get(round.communeCode());
    String point =
        round.isOffice() ? "office" : round.collectionPoint() + " " + round.organisation();
    String base = place.code() + "-" + Place.fileWords(point);
    String name = base;
    for (int i = 2; !taken.add(name); i++) {
      name = base + "-" + i;
    }
    return name + ".html";
  }

  private void write(Path file, Round round, List<Potential> persons) throws IOException {
    Map<String, Object> sheet = new HashMap<>();
    sheet.put("lang", messages.language());
    sheet.put("t", labels);
    String date = ReportBody.date(publication.date(), messages);
    Place place = places.get(round.communeCode());
    sheet.put("commune", place.isKnown() ? place.name() : messages.text("report.unknown"));
    sheet.put("point", round.isOffice() ? messages.text("sheet.office") : round.collectionPoint());
    sheet.put("organisation", round.organisation());
    sheet.put("lead", messages.text("sheet.lead", date, messages.number(persons.size())));
    sheet.put("nobody", persons.isEmpty());
    sheet.put(
        "visits",
        IntStream.range(0, persons.size()).mapToObj(i -> visit(i + 1, persons.get(i))).toList());
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(PrivateFiles.create(file), StandardCharsets.UTF_8))) {
      template.execute(sheet, out);
    }
  }

  private Visit visit(int number, Potential person) {
    Advice advice = Objects.requireNonNull(publication.fieldWork().advice().get(person.personId()));
    return new Visit(
        messages.number(number),
        person.fullName(),
        person.birthDate().isKnown() ? Integer.toString(person.birthDate().year()) : "",
        person.personId(),
        person.address(),
        person.phone(),
        messages.word("segment", person.segment().code()),
        texts.briefDuty(advice, person.route()),
        List.of(cost(advice.floor()), cost(advice.middle()), cost(advice.likely())),
        messages.text("sheet.basis." + advice.likelyBasis().code()),
        texts.brief(advice, person.route()));
  }

  private Cost cost(IncomeChoice choice) {
    return new Cost(
        texts.vnd(choice.incomeVnd()),
        texts.vnd(choice.supportVnd()),
        texts.vnd(choice.paymentVnd()),
        texts.vnd(choice.pensionVnd()));
  }

  private static Map<String, String> labels(Messages messages) {
    Map<String, String> labels = new HashMap<>();
    messages
        .texts()
        .forEach(
            (key, text) -> {
              if (key.startsWith("sheet.")) {
                labels.put(key.substring("sheet.".length()), text);
              }
            });
    return labels;
  }

  private static Template template() throws IOException {
    String name = "sheet.mustache";
    try (InputStream file =
            Objects.requireNonNull(FieldSheets.class.getResourceAsStream(name), name);
        Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      return Mustache.compiler().escapeHTML(true).compile(reader);
    }
  }
}
