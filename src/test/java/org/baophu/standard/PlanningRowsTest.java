package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baophu.intake.InputKind;
import org.baophu.issue.DataIssue;
import org.baophu.issue.Problem;
import org.baophu.person.RecordKey;
import org.baophu.person.Source;
import org.junit.jupiter.api.Test;

class PlanningRowsTest {
  private static final PlanningRows ROWS =
      new PlanningRows(CommuneRegister.on(LocalDate.of(2026, 3, 1)));

  private final List<DataIssue> issues = new ArrayList<>();

  private void assertOnlyIssue(String column, Problem problem) {
    assertThat(issues).hasSize(1);
    assertThat(issues.get(0).column()).isEqualTo(column);
    assertThat(issues.get(0).problem()).isEqualTo(problem);
  }

  @Test
  void anOrganisation() {
    Map<String, String> cells =
        Map.of(
            "organisation", "Bưu điện",
            "collection_point", "BĐ Đồng Đăng",
            "commune", "TT Đồng Đăng",
            "district", "Cao Lộc",
            "staff", "3",
            "capacity_per_staff", "12,5");
    assertThat(ROWS.organisation(Rows.row(InputKind.ORGANISATIONS, cells), issues::add))
        .isEqualTo(new OrganisationRow("Bưu điện", "BĐ Đồng Đăng", "06184", 3, 12.5));
    assertThat(issues).isEmpty();
  }

  @Test
  void whatAnOrganisationDoesNotStateIsMinusOne() {
    Map<String, String> cells =
        Map.of("organisation", "Bưu điện", "collection_point", "1", "commune", "Đồng Đăng");
    assertThat(ROWS.organisation(Rows.row(InputKind.ORGANISATIONS, cells), issues::add))
        .isEqualTo(new OrganisationRow("Bưu điện", "1", "06184", -1, -1));
  }

  @Test
  void anOrganisationWhoseCommuneCannotBeDecidedIsKeptWithoutOne() {
    Map<String, String> cells =
        Map.of("organisation", "Bưu điện", "collection_point", "1", "commune", "Hòa Bình");
    OrganisationRow row = ROWS.organisation(Rows.row(InputKind.ORGANISATIONS, cells), issues::add);
    assertThat(row).isNotNull();
    assertThat(row.communeCode()).isEmpty();
    assertOnlyIssue("commune", Problem.COMMUNE_AMBIGUOUS);
  }

  @Test
  void anOrganisationNamesTodaysCommuneWhereFormerOnesHadTheNameToo() {
    Map<String, String> cells =
        Map.of("organisation", "Bưu điện", "collection_point", "1", "commune", "Hồng Phong");
    assertThat(ROWS.organisation(Rows.row(InputKind.ORGANISATIONS, cells), issues::add))
        .isEqualTo(new OrganisationRow("Bưu điện", "1", "06079", -1, -1));
    assertThat(issues).isEmpty();
  }

  @Test
  void labourForce() {
    Map<String, String> cells =
        Map.of("commune", "Xã Đồng Đăng", "population", "12.345", "labour_force", "7000");
    assertThat(ROWS.labourForce(Rows.row(InputKind.LABOUR_FORCE, cells), issues::add))
        .isEqualTo(new LabourForceRow("06184", 12_345, 7_000));
  }

  @Test
  void labourForceWithoutItsNumberIsRejected() {
    Map<String, String> cells = Map.of("commune", "Xã Đồng Đăng", "population", "12345");
    assertThat(ROWS.labourForce(Rows.row(InputKind.LABOUR_FORCE, cells), issues::add)).isNull();
    assertOnlyIssue("labour_force", Problem.VALUE_MISSING);
  }

  @Test
  void provinceTarget() {
    Map<String, String> cells =
        Map.of("year", "2026", "measure", "NEW_voluntary", "target", "5000");
    assertThat(ROWS.provinceTarget(Rows.row(InputKind.PROVINCE_TARGETS, cells), issues::add))
        .isEqualTo(new ProvinceTargetRow(2026, "new_voluntary", 5000));
  }

  @Test
  void aTargetForNoYearIsRejected() {
    Map<String, String> cells = Map.of("year", "26", "measure", "new_voluntary", "target", "5000");
    assertThat(ROWS.provinceTarget(Rows.row(InputKind.PROVINCE_TARGETS, cells), issues::add))
        .isNull();
    assertOnlyIssue("year", Problem.VALUE_UNKNOWN);
  }

  private static Map<String, String> decision(String sourceB, String idB, String decision) {
    return Map.of(
        "source_a", "tax",
        "id_a", "T1",
        "source_b", sourceB,
        "id_b", idB,
        "decision", decision,
        "decided_by", "Lan",
        "decided_on", "2026-02-01",
        "note", "seen the card");
  }

  @Test
  void aDecision() {
    assertThat(
            ROWS.decision(
                Rows.row(InputKind.DECISIONS, decision("Insurance", "I1", "Không trùng")),
                issues::add))
        .isEqualTo(
            new DecisionRow(
                new RecordKey(Source.TAX, "T1"),
                new RecordKey(Source.INSURANCE, "I1"),
                "no_match",
                "Lan",
                LocalDate.of(2026, 2, 1),
                "seen the card"));
  }

  @Test
  void aDecisionNotMadeYetIsNoMistake() {
    DecisionRow row =
        ROWS.decision(Rows.row(InputKind.DECISIONS, decision("insurance", "I1", "")), issues::add);
    assertThat(row).isNotNull();
    assertThat(row.decision()).isEmpty();
    assertThat(issues).isEmpty();
  }

  @Test
  void aDecisionThatSaysNeitherIsRejected() {
    assertThat(
            ROWS.decision(
                Rows.row(InputKind.DECISIONS, decision("insurance", "I1", "perhaps")), issues::add))
        .isNull();
    assertOnlyIssue("decision", Problem.VALUE_UNKNOWN);
  }

  @Test
  void aRecordIsAlwaysItself() {
    assertThat(
            ROWS.decision(
                Rows.row(InputKind.DECISIONS, decision("tax", "T1", "match")), issues::add))
        .isNull();
    assertOnlyIssue("id_b", Problem.VALUE_UNKNOWN);
  }

  @Test
  void anIdThatWasGuardedAgainstSpreadsheetsIsItselfAgain() {
    DecisionRow row =
        ROWS.decision(
            Rows.row(InputKind.DECISIONS, decision("insurance", "'-I1", "match")), issues::add);

    assertThat(row).isNotNull();
    assertThat(row.b().recordId()).isEqualTo("-I1");
  }
}
