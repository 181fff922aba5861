package org.baophu.publish;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.baophu.publish.NightFacts.Previous;

/** What the template of the report shows, in one language: its parts from top to bottom. */
final class ReportBody {
  private static final String TEXTS = "report.";

  private final Publication publication;
  private final ReportNumbers numbers;
  private final Places places;
  private final Messages messages;

  ReportBody(Publication publication, ReportNumbers numbers, Places places, Messages messages) {
    this.publication = publication;
    this.numbers = numbers;
    this.places = places;
    this.messages = messages;
  }

  /** A part or a figure of the page. */
  record Figure(String value, String label, String link) {}

  /** A word and what it means. */
  record Term(String term, String text) {}

  Map<String, Object> model() {
    NightFacts facts = publication.facts();
    Map<String, Object> model = new HashMap<>();
    model.put("t", texts());
    model.put("lang", messages.language());
    model.put("subtitle", messages.text("report.subtitle", date(publication.date(), messages)));
    model.put("people", messages.number(numbers.people()));
    model.put("nobody", numbers.people() == 0);
    model.put("sentences", sentences());
    model.put("figures", figures());
    model.put("inputs", InputsPart.of(facts, messages));
    model.put("funnel", FunnelPart.of(publication, messages));
    model.put("who", WhoPart.of(numbers, messages));
    model.put("communes", CommunesPart.of(publication, numbers, places, messages));
    model.put("certainty", CertaintyPart.of(publication, numbers, messages));
    model.put("sample", SamplePart.of(publication.auditSample(), places, messages));
    model.put("targets", TargetsPart.of(publication.targets(), places, messages));
    model.put("unseen", UnseenPart.of(publication.unseen(), places, messages));
    model.put("progress", ProgressPart.of(publication.fieldWork().progress(), places, messages));
    model.put("changes", ChangesPart.of(publication.changes(), facts.previous(), messages));
    model.put("conflicts", ConflictsPart.of(publication.conflicts(), messages));
    model.put("model", ModelPart.of(facts.model(), messages));
    model.put("run", RunPart.of(facts, messages));
    model.put("glossary", glossary());
    return model;
  }

  /** A day as the language writes it. */
  static String date(LocalDate date, Messages messages) {
    String pattern = messages.language().equals("vi") ? "dd/MM/yyyy" : "d MMMM yyyy";
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(date);
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    messages
        .texts()
        .forEach(
            (key, text) -> {
              if (key.startsWith(TEXTS)) {
                texts.put(key.substring(TEXTS.length()), text);
              }
            });
    return texts;
  }

  private List<String> sentences() {
    if (numbers.people() == 0) {
      return List.of();
    }
    String where =
        messages.text(
            "report.headline_where",
            messages.number(numbers.communesWithPeople()),
            messages.number(places.count()));
    String sure =
        messages.text(
            "report.headline_sure",
            messages.percent(numbers.certainty()),
            messages.number(Math.round(numbers.expectedWrong())));
    long unknown = numbers.peopleOfUnknownCommune();
    return unknown == 0
        ? List.of(where, sure)
        : List.of(where, messages.text("report.headline_unknown", messages.number(unknown)), sure);
  }

  private List<Figure> figures() {
    String changes = count(Change.Kind.ADDED, "+") + " / " + count(Change.Kind.REMOVED, "−");
    Previous previous = publication.facts().previous();
    return List.of(
        figure(messages.number(numbers.communesWithPeople()), "communes", "communes"),
        figure(messages.number(Math.round(numbers.expectedWrong())), "wrong", "certainty"),
        figure(messages.number(publication.review().size()), "review", "certainty"),
        figure(messages.number(publication.targets().total()), "target", "targets"),
        figure(previous == null ? "–" : changes, "changes", "changes"));
  }

  private Figure figure(String value, String label, String section) {
    return new Figure(
        value, messages.text("report.kpi_" + label), section + "-" + messages.language());
  }

  private String count(Change.Kind kind, String sign) {
    long count = publication.changes().stream().filter(c -> c.kind() == kind).count();
    return sign + messages.number(count);
  }

  private List<Term> glossary() {
    return IntStream.iterate(1, i -> messages.has("glossary." + i + ".term"), i -> i + 1)
        .mapToObj(
            i ->
                new Term(
                    messages.text("glossary." + i + ".term"),
                    messages.text("glossary." + i + ".text")))
        .toList();
  }
}
