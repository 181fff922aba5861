package org.baophu.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baophu.coverage.Reason;
import org.baophu.coverage.Route;
import org.baophu.coverage.Segment;
import org.baophu.coverage.SupportGroup;
import org.baophu.intake.InputKind;
import org.baophu.issue.Problem;
import org.baophu.standard.Details;
import org.baophu.standard.RecordDigest;
import org.baophu.target.Notion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static Messages in(String language) {
    return Messages.in(Locale.forLanguageTag(language), code -> "commune " + code);
  }

  /** As the Javadoc of each code lists them. */
  private static int argumentsOf(Reason.Code code) {
    return switch (code) {
      case NO_INSURANCE_RECORD,
          AGE_UNKNOWN,
          COMMUNE_UNKNOWN,
          TARGET_CAPACITY_UNKNOWN,
          TARGET_NO_COLLECTION_POINT ->
          0;
      case ROUTE_VOLUNTARY,
          CHECKED_UNINSURED,
          SUPPORT_PROVINCE_EXTRA,
          SUPPORT_NOT_ON_ROUTE,
          TARGET_SUM_OF_POINTS,
          TARGET_AT_CAPACITY,
          TARGET_AT_POTENTIAL,
          TARGET_AT_FLOOR,
          TARGET_BELOW_FLOOR,
          TARGET_RAISE_CAPACITY,
          TARGET_WITH_UNSEEN,
          RELAX_GROWTH,
          TOTAL_REQUESTED,
          POTENTIAL_WITHOUT_COMMUNE ->
          1;
      case LIVING_TAX,
          LIVING_BUSINESS,
          OWNER_EXEMPT_RETIRED,
          ROUTE_COMPULSORY_EMPLOYEE,
          SUPPORT_OTHER,
          COMMUNE_DISPUTED,
          FAMILY_OF_INSURED,
          TARGET_IN_EQUAL_PARTS,
          TOTAL_CAPPED,
          TARGET_AT_GROWTH,
          TARGET_RANGE,
          RELAX_NOTHING,
          CAPACITY_SHORT,
          POINT_WITHOUT_COMMUNE,
          COMMUNES_WITHOUT_POINT ->
          2;
      case INSURANCE_DOUBTFUL,
          NEAREST_INSURED,
          SUPPORT_MAY_BE_USED_UP,
          NEAR_PENSION,
          AGE_UNCERTAIN,
          COMMUNE_HOMONYM,
          TARGET_BY_POTENTIAL,
          TARGET_BY_CAPACITY,
          TARGET_BY_STAFF,
          FLOOR_GIVES_WAY,
          TOTAL_OF_PROVINCE,
          TOTAL_FROM_POTENTIAL ->
          3;
      case ROUTE_COMPULSORY_OWNER,
          SUPPORT_POVERTY,
          SUPPORT_ETHNICITY,
          TARGET_BY_GAP,
          NOTIONS_COMPARED,
          RELAX_CAPACITY,
          FLOORS_BEYOND_TOTAL ->
          4;
      case INSURANCE_NOT_IN_FORCE, TARGET_BY_MIX -> 5;
      case TOTAL_OF_GOALS -> 6;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "vi"})
  void everyReasonHasATextForAllItsArguments(String language) {
    for (Reason.Code code : Reason.Code.values()) {
      Phrase phrase = new Phrase(in(language).texts().get("reason." + code.code()));
      assertThat(phrase.argumentCount()).as(code.code()).isEqualTo(argumentsOf(code));
      List<String> unknown = Collections.nCopies(argumentsOf(code), "");
      assertThat(in(language).reason(new Reason(code, unknown)))
          .as(code.code())
          .isNotBlank()
          .doesNotContain("{", "[", "]", ";");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "vi"})
  void everyChangeAndEveryProblemHasAText(String language) {
    Messages messages = in(language);
    for (Change.Cause cause : Change.Cause.values()) {
      String text = messages.texts().get("change." + Messages.code(cause));
      assertThat(new Phrase(text).argumentCount())
          .as(cause.name())
          .isEqualTo(cause.argumentCount());
      assertThat(messages.has("cause." + Messages.code(cause))).as(cause.name()).isTrue();
    }
    for (Event.Kind event : Event.Kind.values()) {
      String text = messages.texts().get("event." + Messages.code(event));
      assertThat(new Phrase(text).argumentCount())
          .as(event.name())
          .isEqualTo(event.argumentCount());
    }
    for (RecordDigest.Aspect aspect : RecordDigest.Aspect.values()) {
      assertThat(messages.has("aspect." + aspect.code())).as(aspect.name()).isTrue();
    }
    for (ReviewPair.Effect effect : ReviewPair.Effect.values()) {
      assertThat(messages.text("effect." + Messages.code(effect), "P0000002")).isNotBlank();
    }
    for (Change.Kind kind : Change.Kind.values()) {
      assertThat(messages.text("change.kind." + kind.code())).isNotBlank();
    }
    for (Problem problem : Problem.values()) {
      assertThat(messages.problem(problem)).as(problem.name()).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "vi"})
  void everyCodeHasAWord(String language) {
    Map<String, Enum<?>[]> kinds =
        Map.of(
            "route", Route.values(),
            "group", SupportGroup.values(),
            "segment", Segment.values(),
            "kind", InputKind.values(),
            "notion", Notion.values(),
            "income", Details.IncomeKind.values(),
            "method", Details.TaxMethod.values(),
            "scheme", Details.Scheme.values(),
            "status", Details.InsuranceStatus.values());
    Stream<String> keys =
        kinds.entrySet().stream()
            .flatMap(
                kind ->
                    Arrays.stream(kind.getValue())
                        .map(code -> kind.getKey() + "." + Messages.code(code)));
    assertThat(in(language).texts().keySet()).containsAll(keys.toList());
  }

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaces() {
    Map<String, String> english = in("en").texts();
    Map<String, String> vietnamese = in("vi").texts();
    assertThat(vietnamese.keySet()).isEqualTo(english.keySet());
    for (String key : english.keySet()) {
      assertThat(places(vietnamese.get(key))).as(key).isEqualTo(places(english.get(key)));
    }
  }

  private static TreeSet<String> places(String text) {
    Matcher places = Pattern.compile("\\{[^}]*\\}").matcher(text);
    return places.results().map(r -> r.group()).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aReasonSpeaksItsLanguage() {
    Reason reason =
        Reason.of(
            Reason.Code.INSURANCE_NOT_IN_FORCE, "insurance:I2", "compulsory", "paused", "1037", "");
    assertThat(in("en").reason(reason))
        .isEqualTo(
            "insurance record insurance:I2 is not in force (compulsory, paused), 1,037 months"
                + " paid");
    assertThat(in("vi").reason(reason))
        .isEqualTo(
            "hồ sơ bảo hiểm insurance:I2 không còn hiệu lực (bắt buộc, tạm dừng),"
                + " đã đóng 1.037 tháng");
  }

  @Test
  void aListOfReasonsIsPartedBySemicolonsAlone() {
    List<Reason> reasons =
        List.of(
            Reason.of(Reason.Code.ROUTE_VOLUNTARY, "Law A; article 3"),
            Reason.of(Reason.Code.COMMUNE_DISPUTED, "1", "2;3"));
    assertThat(in("en").reasons(reasons))
        .isEqualTo(
            "voluntary under Law A, article 3;"
                + "records name several communes: commune 1 chosen, also commune 2, commune 3");
  }

  @Test
  void numbersAreWrittenAsTheLanguageWritesThem() {
    Map<String, Function<Messages, String>> english =
        Map.of(
            "1,234,567", m -> m.number(1_234_567),
            "-7", m -> m.number(-7),
            "1,234.50", m -> m.decimal(1234.5, 2),
            "12.3%", m -> m.percent(0.1234),
            "100.0%", m -> m.percent(1),
            ">99.9%", m -> m.percent(0.99996),
            "<0.1%", m -> m.percent(0.00004),
            "0.0%", m -> m.percent(0),
            "−2.0", m -> m.signed(-2, 1),
            "+0.0", m -> m.signed(0, 1));
    english.forEach((shown, number) -> assertThat(number.apply(in("en"))).isEqualTo(shown));
    assertThat(in("vi").number(1_234_567)).isEqualTo("1.234.567");
    assertThat(in("vi").decimal(1234.5, 2)).isEqualTo("1.234,50");
  }

  @Test
  void anyOtherLanguageReadsEnglish() {
    assertThat(in("fr").language()).isEqualTo("en");
    assertThat(in("vi-VN").language()).isEqualTo("vi");
  }

  @Test
  void anUnknownTextOrTooFewArgumentsAreRefused() {
    assertThatThrownBy(() -> in("en").text("no.such"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no.such");
    assertThatThrownBy(() -> in("en").reason(Reason.of(Reason.Code.LIVING_TAX)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("living_tax");
  }
}
