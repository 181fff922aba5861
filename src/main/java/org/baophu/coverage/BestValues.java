package org.baophu.coverage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.baophu.person.BirthDate;
import org.baophu.person.NationalId;
import org.baophu.person.OldNationalId;
import org.baophu.person.Sex;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/**
 * The best that a person's records say about who they are.
 *
 * <ul>
 *   <li>birth date: the most exact, a first of January counting as hardly more than its year, since
 *       that is how years alone are often written; then the one with which most records agree, as
 *       far as they go, national ids among them;
 *   <li>sex: what most records and national ids say;
 *   <li>national id: 12 digits before 9; then the one that agrees with sex and birth year, since
 *       relatives' ids stand on forms; then the one in most records;
 *   <li>phone: the one in most records.
 * </ul>
 *
 * What is left equal is decided by the most trusted record ({@link Evidence#TRUSTED_FIRST}). The
 * name is {@link BestName}'s matter.
 */
record BestValues(String fullName, BirthDate birthDate, Sex sex, String nationalId, String phone) {

  static BestValues of(List<StandardRecord> records) {
    List<StandardRecord> trusted = records.stream().sorted(Evidence.TRUSTED_FIRST).toList();
    BirthDate birthDate = birthDate(trusted);
    Sex sex = sex(trusted);
    return new BestValues(
        BestName.of(trusted), birthDate, sex, nationalId(trusted, birthDate, sex), phone(trusted));
  }

  private static BirthDate birthDate(List<StandardRecord> trusted) {
    return best(
            trusted,
            record -> record.birthDate().isKnown() ? record.birthDate() : null,
            Comparator.comparingInt(BestValues::exactness)
                .thenComparingInt(date -> agreeing(trusted, date)))
        .orElse(BirthDate.UNKNOWN);
  }

  /** 0 unknown, 1 year, 2 first of January, 3 month, 4 day. */
  private static int exactness(BirthDate date) {
    return switch (date.precision()) {
      case UNKNOWN -> 0;
      case YEAR -> 1;
      case MONTH -> 3;
      case DAY -> date.month() == 1 && date.day() == 1 ? 2 : 4;
    };
  }

  private static int agreeing(List<StandardRecord> records, BirthDate date) {
    int count = 0;
    for (StandardRecord record : records) {
      count += agree(record.birthDate(), date) ? 1 : 0;
      NationalId id = record.ids().nationalId();
      count += id != null && id.birthYear() == date.year() ? 1 : 0;
    }
    return count;
  }

  private static boolean agree(BirthDate a, BirthDate b) {
    return a.isKnown()
        && a.year() == b.year()
        && (a.month() == 0 || b.month() == 0 || a.month() == b.month())
        && (a.day() == 0 || b.day() == 0 || a.day() == b.day());
  }

  private static Sex sex(List<StandardRecord> trusted) {
    return best(
            trusted,
            record -> record.sex() == Sex.UNKNOWN ? null : record.sex(),
            Comparator.comparingInt(sex -> saying(trusted, sex)))
        .orElse(Sex.UNKNOWN);
  }

  private static int saying(List<StandardRecord> records, Sex sex) {
    int count = 0;
    for (StandardRecord record : records) {
      count += record.sex() == sex ? 1 : 0;
      NationalId id = record.ids().nationalId();
      count += id != null && id.sex() == sex ? 1 : 0;
    }
    return count;
  }

  private static String nationalId(List<StandardRecord> trusted, BirthDate birth, Sex sex) {
    ToIntFunction<NationalId> agreement =
        id -> (id.birthYear() == birth.year() ? 1 : 0) + (id.sex() == sex ? 1 : 0);
    return best(trusted, record -> record.ids().nationalId(), Comparator.comparingInt(agreement))
        .map(NationalId::digits)
        .or(
            () ->
                best(
                        trusted,
                        record -> record.ids().oldNationalId(),
                        BestValues.<OldNationalId>same())
                    .map(OldNationalId::digits))
        .orElse("");
  }

  private static String phone(List<StandardRecord> trusted) {
    return best(trusted, record -> record.ids().phone(), BestValues.<String>same()).orElse("");
  }

  private static <T> Comparator<T> same() {
    return (a, b) -> 0;
  }

  /**
   * The value that is greatest in an order; of equals the one in most records, then the one that
   * the first record states.
   */
  private static <T> Optional<T> best(
      List<StandardRecord> records,
      Function<StandardRecord, @Nullable T> value,
      Comparator<? super T> order) {
    Map<T, Integer> counts = new LinkedHashMap<>();
    for (StandardRecord record : records) {
      T stated = value.apply(record);
      if (stated != null) {
        counts.merge(stated, 1, Integer::sum);
      }
    }
    T best = null;
    for (T candidate : counts.keySet()) {
      if (best == null || isBetter(candidate, best, order, counts)) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  private static <T> boolean isBetter(
      T candidate, T best, Comparator<? super T> order, Map<T, Integer> counts) {
    int byOrder = order.compare(candidate, best);
    return byOrder > 0
        || byOrder == 0
            && Objects.requireNonNull(counts.get(candidate))
                > Objects.requireNonNull(counts.get(best));
  }
}
