package org.baophu.publish;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.baophu.advice.Advice;
import org.baophu.advice.IncomeChoice;
import org.baophu.coverage.Route;
import org.jspecify.annotations.Nullable;

/** Advice in words, for the table and for the sheets. */
final class AdviceText {
  private static final String UNKNOWN = "–";

  private final Messages messages;

  AdviceText(Messages messages) {
    this.messages = messages;
  }

  /** Whole sentences, what to pay first. */
  List<String> sentences(Advice advice, Route route) {
    List<String> sentences = new ArrayList<>();
    sentences.add(duty(advice, route));
    sentences.add(messages.text("advice.income." + advice.likelyBasis().code()));
    sentences.add(
        messages.text(
            "advice.months",
            number(advice.monthsPaid()),
            number(advice.monthsNeeded()),
            number(advice.monthsMissing())));
    sentences.addAll(pension(advice));
    if (route == Route.VOLUNTARY) {
      sentences.add(
          advice.supportMonthsLeft() == 0
              ? messages.text("advice.support_used")
              : messages.text("advice.support_left", number(advice.supportMonthsLeft())));
    }
    return sentences;
  }

  /** What the route asks for, with the rate and the law. */
  private String duty(Advice advice, Route route) {
    return messages.text(
        "advice.duty." + route.code(),
        percent(advice.contributionRate()),
        messages.law(advice.contributionLaw()));
  }

  /** Retirement, the gap, back-payment and the pension; that they are unknown where they are. */
  private List<String> pension(Advice advice) {
    YearMonth from = advice.pensionFrom();
    BigDecimal rate = advice.pensionRate();
    if (from == null || rate == null) {
      return List.of(messages.text("advice.retirement_unknown"));
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(messages.text("advice.retirement", month(advice.retirement())));
    sentences.add(
        messages.text(
            "advice.back_payment." + advice.backPayment().code(),
            number(advice.gapMonths()),
            number(advice.backPaymentMonths())));
    sentences.add(
        messages.text(
            "advice.pension",
            percent(rate),
            month(from),
            pensionVnd(advice.floor()),
            pensionVnd(advice.likely())));
    return sentences;
  }

  /** The same facts about the pension in the few words that a sheet has room for. */
  List<String> brief(Advice advice, Route route) {
    List<String> facts = new ArrayList<>();
    facts.add(
        messages.text("sheet.months", number(advice.monthsPaid()), number(advice.monthsNeeded())));
    YearMonth from = advice.pensionFrom();
    BigDecimal rate = advice.pensionRate();
    if (from == null || rate == null) {
      facts.add(messages.text("sheet.retirement_unknown"));
    } else {
      facts.add(messages.text("sheet.retirement", month(advice.retirement())));
      facts.add(
          messages.text(
              "sheet.back." + advice.backPayment().code(),
              number(advice.gapMonths()),
              number(advice.backPaymentMonths())));
      facts.add(messages.text("sheet.from", month(from), percent(rate)));
    }
    if (route == Route.VOLUNTARY) {
      facts.add(
          advice.supportMonthsLeft() == 0
              ? messages.text("sheet.support_used")
              : messages.text("sheet.support_left", number(advice.supportMonthsLeft())));
    }
    return facts;
  }

  /** What the route asks for in few words, with the rate. */
  String briefDuty(Advice advice, Route route) {
    return messages.text("sheet.duty." + route.code(), percent(advice.contributionRate()));
  }

  String vnd(long amount) {
    return amount < 0 ? UNKNOWN : messages.number(amount);
  }

  /** Month and year, as both languages read it. */
  static String month(@Nullable YearMonth month) {
    return month == null
        ? UNKNOWN
        : DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT).format(month);
  }

  private String pensionVnd(IncomeChoice choice) {
    return vnd(choice.pensionVnd());
  }

  private String number(int number) {
    return messages.number(number);
  }

  private String percent(BigDecimal rate) {
    BigDecimal percent = rate.movePointRight(2).stripTrailingZeros();
    return (percent.scale() > 0
            ? messages.decimal(percent.doubleValue(), percent.scale())
            : messages.number(percent.longValue()))
        + "%";
  }
}
