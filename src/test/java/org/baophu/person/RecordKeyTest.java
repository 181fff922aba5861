package org.baophu.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordKeyTest {
  @ParameterizedTest
  @EnumSource
  void isFoundAsItIsWritten(Source source) {
    RecordKey key = new RecordKey(source, "a:b #1");

    assertThat(RecordKey.find(key.toString())).contains(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tax", "tax:", ":T1", "taxes:T1", "T1"})
  void whatHasNoSourceOrNoIdIsNoKey(String text) {
    assertThat(RecordKey.find(text)).isEmpty();
  }

  @Test
  void sourcesComeBeforeIds() {
    assertThat(new RecordKey(Source.TAX, "9")).isLessThan(new RecordKey(Source.BUSINESS, "1"));
    assertThat(new RecordKey(Source.TAX, "10")).isLessThan(new RecordKey(Source.TAX, "9"));
  }
}
