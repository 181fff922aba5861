package org.baophu.publish;

import static org.baophu.publish.Column.code;
import static org.baophu.publish.Column.count;
import static org.baophu.publish.Column.countOrEmpty;
import static org.baophu.publish.Column.decimal;
import static org.baophu.publish.Column.text;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.baophu.advice.Advice;
import org.baophu.advice.IncomeChoice;
import org.baophu.advice.Rounds.Round;
import org.baophu.coverage.Potential;
import org.jspecify.annotations.Nullable;

/**
 * {@code advice.csv}: one row for each person on the list, without names. Rates are decimals,
 * amounts VND a month, months {@code yyyy-MM}; what is unknown is empty.
 */
final class AdviceTable {
  private static final int RATE_DECIMALS = 4;

  private AdviceTable() {}

  /** A row of a list with what to tell the person and who visits them. */
  record Row(Listed listed, Advice advice, Round round, double chance) {
    Potential person() {
      return listed.person();
    }
  }

  /** The rows in the order of the list. */
  static Rows<Row> rows(List<CommuneList> lists, FieldWork fieldWork) {
    return sink -> {
      for (CommuneList list : lists) {
        for (Listed listed : list.rows()) {
          Advice advice = fieldWork.advice().get(listed.person().personId());
          Round round = fieldWork.rounds().get(listed.person().personId());
          if (advice != null && round != null) {
            double chance =
                fieldWork.chances().of(listed.person().segment(), listed.person().communeCode());
            sink.accept(new Row(listed, advice, round, chance));
          }
        }
      }
    };
  }

  // As long as the table has columns.
  static Table<Row> of(AdviceText texts) {
    List<Column<Row>> columns = new ArrayList<>();
    columns.add(code("person_id", 11, r -> r.person().personId()));
    columns.add(code("commune_code", 13, r -> r.listed().place().code()));
    columns.add(text("organisation", 24, r -> r.round().organisation()));
    columns.add(text("collection_point", 24, r -> r.round().collectionPoint()));
    columns.add(code("route", 20, r -> r.person().route().code()));
    columns.add(decimal("chance_of_joining", 12, RATE_DECIMALS, Row::chance));
    columns.add(
        decimal("rate", 8, RATE_DECIMALS, r -> r.advice().contributionRate().doubleValue()));
    columns.addAll(choice("floor", Advice::floor));
    columns.addAll(choice("middle", Advice::middle));
    columns.addAll(choice("likely", Advice::likely));
    columns.add(code("likely_basis", 14, r -> r.advice().likelyBasis().code()));
    columns.add(count("support_months_left", 12, r -> r.advice().supportMonthsLeft()));
    columns.add(count("months_paid", 12, r -> r.advice().monthsPaid()));
    columns.add(count("months_needed", 12, r -> r.advice().monthsNeeded()));
    columns.add(count("months_missing", 12, r -> r.advice().monthsMissing()));
    columns.add(code("retirement", 11, r -> month(r.advice().retirement())));
    columns.add(countOrEmpty("months_to_retirement", 12, r -> r.advice().monthsUntilRetirement()));
    columns.add(countOrEmpty("gap_months", 12, r -> r.advice().gapMonths()));
    columns.add(code("back_payment", 13, r -> r.advice().backPayment().code()));
    columns.add(countOrEmpty("back_payment_months", 12, r -> r.advice().backPaymentMonths()));
    columns.add(code("pension_from", 11, r -> month(r.advice().pensionFrom())));
    columns.add(code("pension_rate", 11, r -> rate(r.advice().pensionRate())));
    columns.add(
        text(
            "explanation",
            90,
            r -> String.join(" ", texts.sentences(r.advice(), r.person().route()))));
    return new Table<>(columns);
  }

  private static List<Column<Row>> choice(String name, Function<Advice, IncomeChoice> choice) {
    return List.of(
        count("income_" + name, 13, r -> choice.apply(r.advice()).incomeVnd()),
        count("support_" + name, 13, r -> choice.apply(r.advice()).supportVnd()),
        count("payment_" + name, 13, r -> choice.apply(r.advice()).paymentVnd()),
        countOrEmpty("pension_" + name, 13, r -> choice.apply(r.advice()).pensionVnd()));
  }

  private static String month(@Nullable YearMonth month) {
    return month == null ? "" : month.toString();
  }

  private static String rate(@Nullable BigDecimal rate) {
    return rate == null ? "" : Cells.decimal(rate.doubleValue(), RATE_DECIMALS);
  }
}
