package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baophu.intake.InputKind;
import org.baophu.issue.DataIssue;
import org.baophu.person.Sex;
import org.baophu.reference.ReferenceTable.Entry;
import org.baophu.standard.IdentifierForms.Kind;
import org.baophu.standard.StandardRecord.Ids;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class IdentifiersTest {
  @TestFactory
  Stream<DynamicTest> table() {
    return Tables.tests("identifiers.csv", "reason", IdentifiersTest::check);
  }

  private static void check(Entry row) {
    boolean tax = row.get("kind").equals("tax");
    String numberColumn = tax ? "tax_code" : "insurance_no";
    List<DataIssue> issues = new ArrayList<>();
    Cells cells =
        new Cells(
            Rows.row(
                tax ? InputKind.TAX : InputKind.INSURANCE,
                Map.of(
                    "national_id",
                    row.get("national_id"),
                    numberColumn,
                    row.get("number"),
                    "phone",
                    row.get("phone"))),
            issues::add);
    Map<Kind, String> columns =
        Map.of(
            Kind.NATIONAL_ID,
            "national_id",
            tax ? Kind.TAX_CODE : Kind.INSURANCE_NUMBER,
            numberColumn,
            Kind.PHONE,
            "phone");
    int year = row.get("birth_year").isEmpty() ? 0 : Integer.parseInt(row.get("birth_year"));
    Sex sex =
        row.get("sex").isEmpty()
            ? Sex.UNKNOWN
            : Sex.valueOf(row.get("sex").toUpperCase(Locale.ROOT));
    assertThat(text(Identifiers.read(cells, columns, year, sex))).isEqualTo(row.get("expected"));
    assertThat(
            issues.stream()
                .map(issue -> issue.problem().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ")))
        .isEqualTo(row.get("issues"));
  }

  private static String text(Ids ids) {
    return Stream.of(
            ids.nationalId() == null ? "" : "national=" + ids.nationalId(),
            ids.oldNationalId() == null ? "" : "old=" + ids.oldNationalId(),
            ids.taxCode() == null ? "" : "tax=" + ids.taxCode(),
            ids.insuranceNumber() == null ? "" : "insurance=" + ids.insuranceNumber(),
            ids.phone() == null ? "" : "phone=" + ids.phone())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
