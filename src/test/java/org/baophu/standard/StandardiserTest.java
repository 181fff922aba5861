package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.baophu.intake.InputKind;
import org.baophu.issue.DataIssue;
import org.baophu.issue.Problem;
import org.baophu.person.BirthDate;
import org.baophu.person.InsuranceNumber;
import org.baophu.person.NationalId;
import org.baophu.person.PersonName;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.person.TaxCode;
import org.baophu.standard.CommuneMatch.Basis;
import org.baophu.standard.StandardRecord.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardiserTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final Standardiser STANDARDISER =
      new Standardiser(TODAY, CommuneRegister.on(TODAY));

  private final List<DataIssue> issues = new ArrayList<>();

  private StandardRecord accepted(InputKind kind, Map<String, String> cells) {
    StandardRecord record = STANDARDISER.standardise(Rows.row(kind, cells), issues::add);
    assertThat(record).as("accepted, but for %s", issues).isNotNull();
    assertThat(issues).noneMatch(issue -> issue.problem().rejects());
    return record;
  }

  private DataIssue rejected(InputKind kind, Map<String, String> cells) {
    assertThat(STANDARDISER.standardise(Rows.row(kind, cells), issues::add)).isNull();
    List<DataIssue> rejecting = issues.stream().filter(i -> i.problem().rejects()).toList();
    assertThat(rejecting).hasSize(1);
    return rejecting.get(0);
  }

  private static Map<String, String> with(Map<String, String> cells, String... more) {
    Map<String, String> all = new HashMap<>(cells);
    IntStream.range(0, more.length / 2).forEach(i -> all.put(more[2 * i], more[2 * i + 1]));
    return all;
  }

  private static final Map<String, String> INSURANCE =
      Map.of("full_name", "Nông Thị Nhung", "scheme", "voluntary", "status", "active");

  @Test
  void aTaxRecordWhole() {
    StandardRecord record =
        accepted(
            InputKind.TAX,
            Map.ofEntries(
                Map.entry("record_id", "T1"),
                Map.entry("tax_code", "0100112437-001"),
                Map.entry("full_name", "NÔNG  THỊ HOÀ"),
                Map.entry("birth_date", "31/05/1985"),
                Map.entry("sex", "Nữ"),
                Map.entry("national_id", "20185001234"),
                Map.entry("phone", "+84 912 345 678"),
                Map.entry("address", "Thôn  Hoà Bình"),
                Map.entry("commune", "Xã Hồng Phong"),
                Map.entry("district", "Huyện Cao Lộc"),
                Map.entry("province", "Tỉnh Lạng Sơn"),
                Map.entry("income_kind", "Cho thuê"),
                Map.entry("status", "01"),
                Map.entry("updated_on", "2025-12-01")));
    assertThat(record)
        .isEqualTo(
            new StandardRecord(
                new RecordKey(Source.TAX, "T1"),
                "tax.csv",
                7,
                new PersonName("Nông Thị Hòa"),
                new BirthDate(1985, 5, 31),
                Sex.FEMALE,
                new Ids(
                    new NationalId("020185001234"),
                    null,
                    new TaxCode("0100112437"),
                    null,
                    "0912345678"),
                "Thôn Hòa Bình",
                CommuneMatch.of("06184", Basis.COLUMN),
                "",
                new Details.Tax(Details.IncomeKind.RENTAL, false, LocalDate.of(2025, 12, 1))));
    assertThat(issues).isEmpty();
  }

  @Test
  void aBusinessRecordIsItsOwners() {
    StandardRecord record =
        accepted(
            InputKind.BUSINESS,
            Map.of(
                "record_id", "B1",
                "business_code", "14A8001234",
                "business_name", "Tạp hóa Nhung",
                "owner_name", "Nông Thị Nhung",
                "owner_birth_date", "1985",
                "owner_sex", "F",
                "owner_national_id", "020185001234",
                "tax_method", "Kê khai",
                "annual_revenue", "1.200.000.000",
                "registered_on", "05/06/2020"));
    assertThat(record.birthDate()).isEqualTo(BirthDate.ofYear(1985));
    assertThat(record.ids().nationalId()).isEqualTo(new NationalId("020185001234"));
    assertThat(record.details())
        .isEqualTo(
            new Details.Business(
                "14A8001234",
                "Tạp hóa Nhung",
                "",
                Details.TaxMethod.DECLARATION,
                1_200_000_000L,
                Details.BusinessStatus.ACTIVE,
                LocalDate.of(2020, 6, 5)));
  }

  @Test
  void anInsuranceRecord() {
    StandardRecord record =
        accepted(
            InputKind.INSURANCE,
            with(
                INSURANCE,
                "insurance_no",
                "GD4202012345678",
                "ethnicity",
                "TÀY",
                "scheme",
                "BHXH bắt buộc",
                "status",
                "tạm dừng",
                "months_paid",
                "36",
                "paid_until",
                "12/2024"));
    assertThat(record.ids().insuranceNumber()).isEqualTo(new InsuranceNumber("2012345678"));
    assertThat(record.ethnicity()).isEqualTo("Tày");
    assertThat(record.details())
        .isEqualTo(
            new Details.Insurance(
                Details.Scheme.COMPULSORY,
                Details.InsuranceStatus.PAUSED,
                36,
                YearMonth.of(2024, 12)));
  }

  @Test
  void aPovertyRecord() {
    StandardRecord record =
        accepted(
            InputKind.POVERTY,
            Map.of(
                "full_name", "Nông Thị Nhung",
                "household_code", "H1",
                "classification", "Hộ cận nghèo",
                "valid_from", "01/01/2026",
                "valid_to", "31/12/2026"));
    assertThat(record.details())
        .isEqualTo(
            new Details.Poverty(
                "H1",
                Details.Classification.NEAR_POOR,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31)));
  }

  @Test
  void fileAndRowStandInForAMissingRecordId() {
    assertThat(accepted(InputKind.INSURANCE, INSURANCE).key())
        .isEqualTo(new RecordKey(Source.INSURANCE, "insurance.csv#7"));
  }

  @Test
  void aNationalIdFillsInSexAndYear() {
    StandardRecord record =
        accepted(InputKind.INSURANCE, with(INSURANCE, "national_id", "020185001234"));
    assertThat(record.sex()).isEqualTo(Sex.FEMALE);
    assertThat(record.birthDate()).isEqualTo(BirthDate.ofYear(1985));
  }

  @Test
  void whatTheRecordStatesOutranksWhatItsIdImplies() {
    StandardRecord record =
        accepted(
            InputKind.INSURANCE,
            with(INSURANCE, "national_id", "020185001234", "sex", "Nam", "birth_date", "1986"));
    assertThat(record.sex()).isEqualTo(Sex.MALE);
    assertThat(record.birthDate()).isEqualTo(BirthDate.ofYear(1986));
  }

  @Test
  void twoDigitsOfAYearAreReadWithTheId() {
    StandardRecord record =
        accepted(
            InputKind.INSURANCE,
            with(INSURANCE, "national_id", "020185001234", "birth_date", "31/05/85"));
    assertThat(record.birthDate()).isEqualTo(new BirthDate(1985, 5, 31));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "TÀY, Tày",
    "dân tộc Nùng, Nùng",
    "Người Dao, Dao",
    "kinh, Kinh",
    "01, ''",
    "Khác, ''"
  })
  void anEthnicGroupIsItsNameOrNothing(String text, String expected) {
    assertThat(accepted(InputKind.INSURANCE, with(INSURANCE, "ethnicity", text)).ethnicity())
        .isEqualTo(expected);
  }

  @Test
  void aWordForNothingIsNoNameButAShortNameIs() {
    assertThat(rejected(InputKind.TAX, Map.of("full_name", "Không có")).problem())
        .isEqualTo(Problem.NAME_MISSING);
    issues.clear();
    assertThat(accepted(InputKind.TAX, Map.of("full_name", "Na")).name().text()).isEqualTo("Na");
  }

  @Test
  void aRowWithoutANameIsRejected() {
    assertThat(rejected(InputKind.TAX, Map.of("tax_code", "0100112437")).problem())
        .isEqualTo(Problem.NAME_MISSING);
  }

  @Test
  void aNameWithoutLettersIsRejected() {
    DataIssue issue = rejected(InputKind.TAX, Map.of("full_name", "12345"));
    assertThat(issue)
        .isEqualTo(new DataIssue("tax.csv", 7, "full_name", "19999", Problem.NAME_UNREADABLE, ""));
  }

  @Test
  void anUnknownSchemeIsRejectedWithTheKnownOnes() {
    DataIssue issue = rejected(InputKind.INSURANCE, with(INSURANCE, "scheme", "thất nghiệp"));
    assertThat(issue.problem()).isEqualTo(Problem.VALUE_UNKNOWN);
    assertThat(issue.detail())
        .isEqualTo("known: compulsory voluntary pension lump_sum health_only");
  }

  @Test
  void aMissingStatusOfInsuranceIsRejected() {
    assertThat(rejected(InputKind.INSURANCE, with(INSURANCE, "status", "")).problem())
        .isEqualTo(Problem.VALUE_MISSING);
  }

  @Test
  void aMissingStatusOfTaxIsActive() {
    StandardRecord record = accepted(InputKind.TAX, Map.of("full_name", "Nông Thị Nhung"));
    assertThat(record.details()).isEqualTo(new Details.Tax(Details.IncomeKind.OTHER, true, null));
  }

  @Test
  void whatCannotBeReadIsReportedAndTheRowKept() {
    accepted(
        InputKind.INSURANCE,
        with(
            INSURANCE,
            "birth_date",
            "45/45/1985",
            "sex",
            "?!",
            "national_id",
            "124",
            "phone",
            "457",
            "months_paid",
            "viel",
            "commune",
            "Xã Hồng Phong"));
    assertThat(issues)
        .extracting(DataIssue::column, DataIssue::problem)
        .containsExactlyInAnyOrder(
            tuple("birth_date", Problem.DATE_UNREADABLE),
            tuple("national_id", Problem.IDENTIFIER_UNREADABLE),
            tuple("phone", Problem.PHONE_UNREADABLE),
            tuple("months_paid", Problem.VALUE_IGNORED),
            tuple("commune", Problem.COMMUNE_AMBIGUOUS));
  }

  @Test
  void personalValuesAreMaskedInIssues() {
    accepted(InputKind.INSURANCE, with(INSURANCE, "birth_date", "45/46/1987"));
    assertThat(issues).first().extracting(DataIssue::value).isEqualTo("49/99/9999");
  }

  @Test
  void rowsWithoutPersonsAreNoneOfItsBusiness() {
    assertThatThrownBy(
            () -> STANDARDISER.standardise(Rows.row(InputKind.DECISIONS, Map.of()), issues::add))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aStandardRecordStandardisedAgainStaysTheSame() {
    StandardRecord once =
        accepted(
            InputKind.INSURANCE,
            with(
                INSURANCE,
                "full_name",
                "nhung nông thị hồng",
                "birth_date",
                "31.5.1985",
                "sex",
                "f",
                "national_id",
                "20185001234",
                "phone",
                "0168.234.5671",
                "insurance_no",
                "HC4202012345678",
                "address",
                "thôn Nà Pài, xã Đồng Đăng",
                "ethnicity",
                "nùng"));
    StandardRecord twice =
        accepted(
            InputKind.INSURANCE,
            with(
                INSURANCE,
                "full_name",
                once.name().text(),
                "birth_date",
                once.birthDate().toString(),
                "sex",
                once.sex().code(),
                "national_id",
                String.valueOf(once.ids().nationalId()),
                "phone",
                String.valueOf(once.ids().phone()),
                "insurance_no",
                String.valueOf(once.ids().insuranceNumber()),
                "address",
                once.address(),
                "ethnicity",
                once.ethnicity()));
    assertThat(twice).isEqualTo(once);
  }
}
