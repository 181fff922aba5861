package org.baophu.coverage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.baophu.identity.Membership;
import org.baophu.identity.Person;
import org.baophu.person.BirthDate;
import org.baophu.person.PersonName;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.standard.CommuneMatch;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;

/**
 * Records from short texts: {@code tax T1 salary active m=0.9 commune=06001 ethnic=Tày}. After
 * source and record_id come two words: income kind and status, tax method and status, scheme and
 * status, or the classification alone; then {@code m} the membership probability (1), {@code
 * joined} the group of those that a clerk joined, {@code commune} (05977, {@code -} for none,
 * {@code 06463/06040} for a name that 06463 bears and 06040 bore, {@code -/06613/06625} for one
 * that none bears), {@code ethnic}, {@code months}, {@code until}, {@code updated}, {@code from},
 * {@code to}, {@code name}, {@code birth}.
 */
final class Records {
  private final BirthDate birth;
  private final Sex sex;
  private final List<Membership> members = new ArrayList<>();
  private final List<StandardRecord> records = new ArrayList<>();
  private final Map<String, Set<RecordKey>> joined = new TreeMap<>();

  Records(BirthDate birth, Sex sex) {
    this.birth = birth;
    this.sex = sex;
  }

  static PersonFile file(String records, String candidates) {
    return file(records, candidates, BirthDate.of(LocalDate.of(1985, 3, 10)), Sex.MALE);
  }

  static PersonFile file(String records, String candidates, BirthDate birth, Sex sex) {
    Records parsed = new Records(birth, sex);
    for (String text : records.split(" \\| ", -1)) {
      parsed.add(text);
    }
    return new PersonFile(
        new Person("P0000001", parsed.members),
        parsed.records,
        candidates(candidates),
        List.copyOf(parsed.joined.values()));
  }

  private void add(String text) {
    List<String> words = Arrays.asList(text.trim().split(" ", -1));
    Map<String, String> options = options(words);
    RecordKey key = new RecordKey(Source.of(words.get(0)), words.get(1));
    members.add(new Membership(key, Double.parseDouble(options.getOrDefault("m", "1"))));
    if (options.containsKey("joined")) {
      joined.computeIfAbsent(options.get("joined"), group -> new HashSet<>()).add(key);
    }
    String commune = options.getOrDefault("commune", "05977");
    records.add(
        new StandardRecord(
            key,
            "file.csv",
            2,
            new PersonName(options.getOrDefault("name", "Nông Thị Hồng Nhung").replace('_', ' ')),
            options.containsKey("birth") ? birthDate(options.get("birth")) : birth,
            sex,
            StandardRecord.Ids.NONE,
            "at " + words.get(1),
            commune(commune),
            options.getOrDefault("ethnic", "").replace('_', ' '),
            details(key.source(), words, options)));
  }

  private static CommuneMatch commune(String text) {
    List<String> codes = Arrays.asList(text.split("/", -1));
    if (codes.size() > 1) {
      List<String> candidates = codes.stream().filter(code -> !code.equals("-")).sorted().toList();
      String bearer = codes.get(0).equals("-") ? "" : codes.get(0);
      return new CommuneMatch("", CommuneMatch.Basis.AMBIGUOUS, candidates, bearer);
    }
    return text.equals("-")
        ? CommuneMatch.unknown(CommuneMatch.Basis.NOT_STATED)
        : CommuneMatch.of(text, CommuneMatch.Basis.COLUMN);
  }

  private static List<InsuredCandidate> candidates(String texts) {
    List<InsuredCandidate> candidates = new ArrayList<>();
    for (String text : texts.isEmpty() ? new String[0] : texts.split(" \\| ", -1)) {
      List<String> words = Arrays.asList(text.trim().split(" ", -1));
      Map<String, String> options = options(words);
      candidates.add(
          new InsuredCandidate(
              new RecordKey(Source.INSURANCE, words.get(1)),
              (Details.Insurance) details(Source.INSURANCE, words, options),
              Double.parseDouble(options.get("m"))));
    }
    return candidates;
  }

  private static Map<String, String> options(List<String> words) {
    Map<String, String> options = new HashMap<>();
    for (String word : words) {
      int at = word.indexOf('=');
      if (at > 0) {
        options.put(word.substring(0, at), word.substring(at + 1));
      }
    }
    return options;
  }

  private static Details details(Source source, List<String> words, Map<String, String> options) {
    String first = words.get(2).toUpperCase(Locale.ROOT);
    return switch (source) {
      case TAX ->
          new Details.Tax(
              Details.IncomeKind.valueOf(first),
              words.get(3).equals("active"),
              day(options, "updated"));
      case BUSINESS ->
          new Details.Business(
              "20A8000001",
              "Tạp hóa",
              "4711",
              Details.TaxMethod.valueOf(first),
              -1,
              Details.BusinessStatus.valueOf(words.get(3).toUpperCase(Locale.ROOT)),
              null);
      case INSURANCE ->
          new Details.Insurance(
              Details.Scheme.valueOf(first),
              Details.InsuranceStatus.valueOf(words.get(3).toUpperCase(Locale.ROOT)),
              Integer.parseInt(options.getOrDefault("months", "-1")),
              options.containsKey("until") ? YearMonth.parse(options.get("until")) : null);
      case POVERTY ->
          new Details.Poverty(
              "H1",
              Details.Classification.valueOf(first),
              day(options, "from"),
              day(options, "to"));
    };
  }

  private static LocalDate day(Map<String, String> options, String name) {
    return options.containsKey(name) ? LocalDate.parse(options.get(name)) : null;
  }

  /** {@code yyyy-MM-dd}, {@code yyyy-MM}, {@code yyyy} or {@code unknown}. */
  static BirthDate birthDate(String text) {
    if (text.equals("unknown")) {
      return BirthDate.UNKNOWN;
    }
    String[] parts = text.split("-", -1);
    return new BirthDate(
        Integer.parseInt(parts[0]),
        parts.length > 1 ? Integer.parseInt(parts[1]) : 0,
        parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
  }
}
