package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.baophu.person.Sex;
import org.baophu.standard.IdentifierForms.Kind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tax codes, with and without branches, whose validity is published. */
class TaxCodeVectorsTest {
  private static final IdentifierForms FORMS = new IdentifierForms(0, Sex.UNKNOWN);

  @TestFactory
  Stream<DynamicTest> everyVector() {
    return Tables.read("/reference/mst_test_vectors.csv").stream()
        .map(
            row ->
                dynamicTest(
                    row.get("number") + ": " + row.get("expected"),
                    () ->
                        assertThat(FORMS.readIn(Kind.TAX_CODE, row.get("number")).isPresent())
                            .isEqualTo(row.get("expected").equals("valid"))));
  }
}
