package org.baophu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baophu.link.compare.Agreement;
import org.baophu.link.compare.Level;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;
import org.junit.jupiter.api.Test;

class ExplainTextsTest {
  private static final ExplainTexts VIETNAMESE = new ExplainTexts(Locale.forLanguageTag("vi-VN"));
  private static final ExplainTexts ENGLISH = new ExplainTexts(Locale.FRENCH);

  @Test
  void everyLevelOfTheEngineHasVietnameseWords() {
    List<Field> fields =
        Arrays.stream(FieldType.values()).map(type -> new Field(type.name(), type)).toList();
    String[] values = fields.stream().map(field -> "1").toArray(String[]::new);
    Table table = Table.builder(fields, List.of("tax")).add(0, "1", values).build();
    Agreement agreement = Agreement.of(table);
    Set<String> untold = new TreeSet<>();
    for (int field = 0; field < agreement.fields(); field++) {
      untold.addAll(
          agreement.levels(field).stream()
              .map(Level::kind)
              .filter(kind -> VIETNAMESE.level(kind).equals(kind))
              .collect(Collectors.toSet()));
    }

    assertThat(untold).isEmpty();
    assertThat(VIETNAMESE.level("insurance with tax")).isEqualTo("insurance với tax");
    assertThat(ENGLISH.level("different")).isEqualTo("different");
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(VIETNAMESE.keys().stream().filter(key -> !key.startsWith("level.")))
        .containsExactlyElementsOf(ENGLISH.keys());
  }

  @Test
  void numbersAreWrittenAsTheLanguageWritesThem() {
    assertThat(VIETNAMESE.bits(-1.254)).isEqualTo("-1,25");
    assertThat(ENGLISH.bits(12)).isEqualTo("+12.00");
    assertThat(ENGLISH.bits(-0.001)).isEqualTo("0.00");
    assertThat(VIETNAMESE.count(8192)).isEqualTo("8.192");
  }

  @Test
  void whatStandsInAnArgumentStaysAsItIs() {
    assertThat(ENGLISH.text("title", "a:$1\\{1}", "b:2")).isEqualTo("a:$1\\{1} and b:2");
  }
}
