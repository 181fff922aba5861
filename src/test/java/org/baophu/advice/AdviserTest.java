package org.baophu.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.baophu.coverage.CoverageSettings;
import org.baophu.coverage.Potential;
import org.baophu.coverage.Route;
import org.baophu.coverage.Rules;
import org.baophu.person.BirthDate;
import org.baophu.person.Sex;
import org.baophu.reference.ReferenceTable;
import org.baophu.standard.Details.BusinessStatus;
import org.baophu.standard.Details.IncomeKind;
import org.baophu.standard.Details.Scheme;
import org.baophu.standard.StandardRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that can be checked by hand, on 1 November 2026. */
class AdviserTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 1);
  private static final ProfitShares SHARES = ProfitShares.shipped();

  private static Advice advise(Potential person, StandardRecord... records) {
    Rules rules =
        Rules.on(DATE, ReferenceTable.read("legal_parameters"), CoverageSettings.defaults());
    return new Adviser(rules, SHARES, 4_000_000).advise(person, List.of(records));
  }

  private static Potential born(String day, Sex sex, Route route, int monthsPaid) {
    return People.person("P1", BirthDate.of(LocalDate.parse(day)), sex, route, monthsPaid);
  }

  @Test
  void aVoluntaryParticipantAtThreeIncomes() {
    Potential woman = born("1990-03-10", Sex.FEMALE, Route.VOLUNTARY, 37);

    // 600 million a year in trade: 7 % of it are 42 million, 3.5 million a month.
    Advice advice =
        advise(
            woman,
            People.business("4711", 600_000_000, BusinessStatus.ACTIVE),
            People.insurance(Scheme.VOLUNTARY, 37));

    assertThat(advice.likelyBasis()).isEqualTo(IncomeBasis.REVENUE);
    assertThat(advice.floor().incomeVnd()).isEqualTo(1_500_000);
    assertThat(advice.floor().contributionVnd()).isEqualTo(330_000);
    assertThat(advice.floor().supportVnd()).isEqualTo(99_000);
    assertThat(advice.floor().paymentVnd()).isEqualTo(231_000);
    assertThat(advice.middle().incomeVnd()).isEqualTo(3_000_000);
    assertThat(advice.middle().paymentVnd()).isEqualTo(561_000);
    assertThat(advice.likely().incomeVnd()).isEqualTo(3_500_000);
    assertThat(advice.likely().paymentVnd()).isEqualTo(671_000);
    assertThat(advice.supportMonthsLeft()).isEqualTo(83);

    // 60 years old in March 2050: 280 months from now, 317 with those paid, which is 26 years and 5
    // months: 45 % + 2 % × 11.5 = 68 %.
    assertThat(advice.retirement()).isEqualTo(YearMonth.of(2050, 3));
    assertThat(advice.monthsUntilRetirement()).isEqualTo(280);
    assertThat(advice.monthsMissing()).isEqualTo(143);
    assertThat(advice.gapMonths()).isZero();
    assertThat(advice.backPayment()).isEqualTo(BackPayment.NOT_NEEDED);
    assertThat(advice.pensionRate()).isEqualByComparingTo("0.68");
    assertThat(advice.floor().pensionVnd()).isEqualTo(1_020_000);
    assertThat(advice.likely().pensionVnd()).isEqualTo(2_380_000);
  }

  @Test
  void anOwnerOwesAQuarterFromTheReferenceLevelUpwards() {
    Advice advice =
        advise(
            born("1990-03-10", Sex.MALE, Route.COMPULSORY_OWNER, -1),
            People.business("5610", 30_000_000_000L, BusinessStatus.ACTIVE));

    assertThat(advice.contributionRate()).isEqualByComparingTo("0.25");
    assertThat(advice.floor().incomeVnd()).isEqualTo(2_530_000);
    assertThat(advice.floor().paymentVnd()).isEqualTo(632_500);
    assertThat(advice.likely().incomeVnd()).as("20 reference levels").isEqualTo(50_600_000);
    assertThat(advice.likely().paymentVnd()).isEqualTo(12_650_000);
    assertThat(advice.supportMonthsLeft()).isZero();
  }

  @Test
  void anEmployeePaysTheirOwnPartAlone() {
    Advice advice =
        advise(
            born("1990-03-10", Sex.MALE, Route.COMPULSORY_EMPLOYEE, -1),
            People.tax(IncomeKind.SALARY));

    assertThat(advice.floor().paymentVnd()).isEqualTo(202_400);
    assertThat(advice.likelyBasis()).isEqualTo(IncomeBasis.NOT_STATED);
    assertThat(advice.likely()).isEqualTo(advice.middle());
  }

  @ParameterizedTest
  @CsvSource({
    // Men reach 61 years and 9 months in 2027 and 62 from 2028.
    "1965-12-15, MALE, 130, 2027-09, 40, CLOSES_GAP, 40, 2027-09, 0.40",
    "1970-01-15, MALE, 0, 2032-01, 118, LEAVES_GAP, 60, 2036-11, 0.40",
    "1960-01-15, MALE, 100, 2020-04, 80, LEAVES_GAP, 60, 2028-07, 0.40",
    "1980-01-15, FEMALE, 200, 2040-01, 0, NOT_NEEDED, 0, 2040-01, 0.75"
  })
  void theGapAtRetirementAgeAndWhatClosesIt(
      String born,
      Sex sex,
      int paid,
      YearMonth retirement,
      int gap,
      BackPayment backPayment,
      int most,
      YearMonth from,
      String rate) {
    Advice advice = advise(born(born, sex, Route.VOLUNTARY, paid));

    assertThat(advice.retirement()).isEqualTo(retirement);
    assertThat(advice.gapMonths()).isEqualTo(gap);
    assertThat(advice.backPayment()).isEqualTo(backPayment);
    assertThat(advice.backPaymentMonths()).isEqualTo(most);
    assertThat(advice.pensionFrom()).isEqualTo(from);
    assertThat(advice.pensionRate()).isEqualByComparingTo(rate);
  }

  @Test
  void withoutASexNothingIsMadeUp() {
    Advice advice = advise(born("1990-03-10", Sex.UNKNOWN, Route.VOLUNTARY, 37));

    assertThat(advice.retirement()).isNull();
    assertThat(advice.pensionFrom()).isNull();
    assertThat(advice.backPayment()).isEqualTo(BackPayment.UNKNOWN);
    assertThat(advice.floor().pensionVnd()).isEqualTo(-1);
    assertThat(advice.floor().paymentVnd()).isEqualTo(231_000);
  }

  @Test
  void incomesRestOnWhatRecordsSay() {
    StandardRecord shop = People.business("4711", 600_000_000, BusinessStatus.ACTIVE);
    StandardRecord salon = People.business("9631", 120_000_000, BusinessStatus.ACTIVE);
    StandardRecord closed = People.business("9631", 900_000_000, BusinessStatus.CLOSED);
    StandardRecord silent = People.business("9631", -1, BusinessStatus.ACTIVE);

    assertThat(LikelyIncome.of(List.of(shop, salon), SHARES, 1).vnd()).isEqualTo(6_500_000);
    assertThat(LikelyIncome.of(List.of(closed), SHARES, 1).basis())
        .isEqualTo(IncomeBasis.NOT_STATED);
    assertThat(LikelyIncome.of(List.of(silent), SHARES, 7_000_000))
        .isEqualTo(new LikelyIncome(7_000_000, IncomeBasis.OTHERS_REVENUE));
    assertThat(LikelyIncome.of(List.of(People.tax(IncomeKind.BUSINESS)), SHARES, -1).basis())
        .isEqualTo(IncomeBasis.NOT_STATED);
    assertThat(LikelyIncome.typicalVnd(List.of(shop, salon, closed, silent), SHARES))
        .isEqualTo(3_000_000);
  }
}
