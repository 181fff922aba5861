package org.baophu.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.baophu.publish.Event;
import org.baophu.reference.ReferenceTable;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the days between two nights brought about by themselves.
 *
 * @param before the day of the last night
 * @param now tonight's
 * @param law the rows of the table {@code legal_parameters}
 */
record Passing(LocalDate before, LocalDate now, List<ReferenceTable.Entry> law) {
  /** Rules that came into force or ceased to be, of the parameters asked for. */
  List<Event> rules(Predicate<String> parameter) {
    List<Event> events = new ArrayList<>();
    for (ReferenceTable.Entry row : law) {
      if (parameter.test(row.get("parameter"))) {
        String basis = row.get("legal_basis").replace(';', ',');
        LocalDate from = day(row.get("effective_from"));
        if (from != null && began(from)) {
          events.add(Event.of(Event.Kind.RULE_BEGAN, basis, from.toString()));
        }
      }
    }
    if (events.isEmpty()) {
      for (ReferenceTable.Entry row : law) {
        LocalDate to = day(row.get("effective_to"));
        if (parameter.test(row.get("parameter")) && to != null && ended(to)) {
          String basis = row.get("legal_basis").replace(';', ',');
          events.add(Event.of(Event.Kind.RULE_ENDED, basis, to.toString()));
        }
      }
    }
    return events.stream().distinct().toList();
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private boolean began(LocalDate firstDay) {
    return firstDay.isAfter(before) && !firstDay.isAfter(now);
  }

  private boolean ended(LocalDate lastDay) {
    return !lastDay.isBefore(before) && lastDay.isBefore(now);
  }

  /** Entries of the poverty list that became valid or are no longer. */
  List<Event> validities(List<StandardRecord> records) {
    List<Event> events = new ArrayList<>();
    for (StandardRecord record : records) {
      if (record.details() instanceof Details.Poverty poverty) {
        LocalDate from = poverty.validFrom();
        LocalDate to = poverty.validTo();
        if (from != null && began(from)) {
          events.add(Event.of(Event.Kind.VALID_FROM, record.key().toString(), from.toString()));
        }
        if (to != null && ended(to)) {
          events.add(Event.of(Event.Kind.VALID_TO, record.key().toString(), to.toString()));
        }
      }
    }
    return events;
  }
}
