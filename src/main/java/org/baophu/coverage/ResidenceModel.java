package org.baophu.coverage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.baophu.person.Source;
import org.baophu.standard.CommuneMatch;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;
import org.jspecify.annotations.Nullable;

/**
 * How far the records of each kind and age can be believed about where a person lives.
 *
 * <p>A record of the class k names the commune of the person's home with the reliability r(k), and
 * otherwise any commune, as often as people live there. A name that several communes have or had is
 * written by residents of the one that has it today with the rate β, by those of each other with 1
 * − β; of a commune that was split, by all alike. So, with π(c) for the share of people in c and m
 * for the probability that the record is this person's at all,
 *
 * <p>L(record | c) = m·(r·w(c) + (1 − r)·Σ π(s)·w(s)) + (1 − m)·Σ π(s)·w(s)
 *
 * <p>where w(s) is 1 for a commune that is named for certain, the rates above for the candidates of
 * an ambiguous name, and 0 for all others. The home is where π(c)·Π L is greatest.
 *
 * <p>r, β and π are learnt from the night's own records: where several records are one person's,
 * they agree as often as both are right (A. P. Dawid and A. M. Skene, Maximum likelihood estimation
 * of observer error-rates using the EM algorithm, Applied Statistics 28, 1979). What little is
 * known without data is the starting point and weighs as much as {@value #PRIOR_RECORDS} records of
 * each class: a commune keeps its poverty list of its own residents; a business trades where it
 * stands, which need not be where its owner lives; and the older, the more people have moved.
 *
 * <p>Immutable.
 */
public final class ResidenceModel {
  private static final double PRIOR_RECORDS = 50;
  private static final double PRIOR_BEARER = 0.9;
  private static final int ROUNDS = 15;
  private static final int MOST_PERSONS = 100_000;
  private static final double COMMUNES = 65;
  private static final double MOST_RELIABLE = 0.998;

  /** Upper ends of the classes of age, in years; then older, then undated. */
  private static final double[] AGE_YEARS = {0.5, 1, 2, 4, 8};

  private static final double DAYS_OF_YEAR = 365.25;
  private static final int AGES = AGE_YEARS.length + 2;
  private static final int UNDATED = AGES - 1;
  private static final double LOSS_BY_AGE = 0.03;

  /** The class of insurance and poverty records that are in force, whatever days they state. */
  private static final int RUNNING = 0;

  private final double[] reliability;
  private final double bearerRate;
  private final Map<String, Double> share;

  private ResidenceModel(double[] reliability, double bearerRate, Map<String, Double> share) {
    this.reliability = reliability;
    this.bearerRate = bearerRate;
    this.share = share;
  }

  /** What is believed before there is any data. */
  public static ResidenceModel prior() {
    double[] reliability = new double[Source.values().length * AGES];
    for (Source source : Source.values()) {
      for (int age = 0; age < AGES; age++) {
        double years = age == UNDATED ? 2 : age;
        reliability[source.ordinal() * AGES + age] = fresh(source) - LOSS_BY_AGE * years;
      }
    }
    return new ResidenceModel(reliability, PRIOR_BEARER, Map.of());
  }

  private static double fresh(Source source) {
    return switch (source) {
      case POVERTY -> 0.99;
      case TAX -> 0.96;
      case INSURANCE -> 0.95;
      case BUSINESS -> 0.90;
    };
  }

  /**
   * Learns from what the records of the same persons say.
   *
   * @param files in an order that does not depend on the number of threads; of many, evenly spaced
   *     ones are taken
   * @param date the run's date
   */
  public static ResidenceModel learn(List<PersonFile> files, LocalDate date) {
    ResidenceModel prior = prior();
    Map<String, Double> share = shares(files);
    List<List<Statement>> several = new ArrayList<>();
    int step = Math.max(1, files.size() / MOST_PERSONS);
    for (int i = 0; i < files.size(); i += step) {
      List<Statement> said = statements(new Evidence(files.get(i)), date);
      if (said.size() > 1) {
        several.add(said);
      }
    }
    ResidenceModel model = new ResidenceModel(prior.reliability, PRIOR_BEARER, share);
    for (int round = 0; round < ROUNDS; round++) {
      model = model.improved(several, prior);
    }
    return model;
  }

  private static Map<String, Double> shares(List<PersonFile> files) {
    Map<String, Double> counts = new TreeMap<>();
    double all = COMMUNES;
    for (PersonFile file : files) {
      for (StandardRecord record : file.records()) {
        if (record.commune().isKnown()) {
          counts.merge(record.commune().code(), 1.0, Double::sum);
          all++;
        }
      }
    }
    double sum = all;
    counts.replaceAll((code, count) -> (count + 1) / sum);
    return Map.copyOf(counts);
  }

  /** One round of expectation and maximisation. */
  private ResidenceModel improved(List<List<Statement>> persons, ResidenceModel prior) {
    double[] right = new double[reliability.length];
    double[] all = new double[reliability.length];
    double[] bearers = new double[2];
    double[] expected = new double[2];
    for (List<Statement> said : persons) {
      Map<String, Double> home = posterior(said);
      for (Statement statement : said) {
        double here = 0;
        for (String code : statement.codes()) {
          here += home.getOrDefault(code, 0.0);
        }
        right[statement.type()] += statement.membership() * here;
        all[statement.type()] += statement.membership();
        countBearer(statement, home, here, bearers, expected);
      }
    }
    double[] learnt = new double[reliability.length];
    for (int k = 0; k < learnt.length; k++) {
      double start = prior.reliability[k] * PRIOR_RECORDS;
      learnt[k] = Math.min(MOST_RELIABLE, (right[k] + start) / (all[k] + PRIOR_RECORDS));
    }
    double today = (bearers[0] + PRIOR_BEARER) / (expected[0] + 0.5);
    double former = (bearers[1] + 1 - PRIOR_BEARER) / (expected[1] + 0.5);
    return new ResidenceModel(learnt, today / (today + former), share);
  }

  /** Whose residents use an ambiguous name, against how many there are of them. */
  private void countBearer(
      Statement said, Map<String, Double> home, double here, double[] counts, double[] expected) {
    if (said.bearer().isEmpty() || here == 0) {
      return;
    }
    double bearer = home.getOrDefault(said.bearer(), 0.0);
    double people = said.codes().stream().mapToDouble(this::share).sum();
    counts[0] += bearer;
    counts[1] += here - bearer;
    expected[0] += here * share(said.bearer()) / people;
    expected[1] += here * (1 - share(said.bearer()) / people);
  }

  /**
   * What a record says of its person's home.
   *
   * @param type the class of the record
   * @param codes the commune named, or the candidates of its name
   * @param bearer see {@link CommuneMatch#bearer()}
   */
  record Statement(
      StandardRecord record, int type, List<String> codes, String bearer, double membership) {}

  /** What the records say that name a commune of the province, in their order. */
  static List<Statement> statements(Evidence evidence, LocalDate date) {
    List<Statement> statements = new ArrayList<>();
    for (StandardRecord record : evidence.records()) {
      CommuneMatch commune = record.commune();
      List<String> codes = commune.isKnown() ? List.of(commune.code()) : commune.candidates();
      if (!codes.isEmpty()) {
        double membership = evidence.membership(record);
        int type = record.key().source().ordinal() * AGES + age(record.details(), date);
        statements.add(new Statement(record, type, codes, commune.bearer(), membership));
      }
    }
    return statements;
  }

  /** Probability of each commune that is named to be the home; empty if none is named. */
  Map<String, Double> posterior(List<Statement> said) {
    Set<String> named = new TreeSet<>();
    said.forEach(statement -> named.addAll(statement.codes()));
    Map<String, Double> posterior = new TreeMap<>();
    named.forEach(code -> posterior.put(code, share(code)));
    for (Statement statement : said) {
      posterior.replaceAll((home, before) -> before * likelihood(statement, home));
      // At each step, so that the product of many records never vanishes.
      double sum = posterior.values().stream().mapToDouble(Double::doubleValue).sum();
      posterior.replaceAll((home, product) -> product / sum);
    }
    return posterior;
  }

  private double likelihood(Statement said, String home) {
    double byChance = 0;
    for (String code : said.codes()) {
      byChance += share(code) * rate(said, code);
    }
    double r = reliability[said.type()];
    double ifTheirs = (said.codes().contains(home) ? r * rate(said, home) : 0) + (1 - r) * byChance;
    return said.membership() * ifTheirs + (1 - said.membership()) * byChance;
  }

  private double rate(Statement said, String code) {
    if (said.bearer().isEmpty()) {
      return 1;
    }
    return code.equals(said.bearer()) ? bearerRate : 1 - bearerRate;
  }

  private double share(String code) {
    return share.getOrDefault(code, 1 / (COMMUNES * Math.max(1, share.size())));
  }

  /** How far a record of that kind is believed, by class of age; for tests and reports. */
  double reliability(Source source, int age) {
    return reliability[source.ordinal() * AGES + age];
  }

  private static int age(Details details, LocalDate date) {
    if (isRunning(details, date)) {
      return RUNNING;
    }
    LocalDate day = lastRight(details);
    if (day == null) {
      return UNDATED;
    }
    double years = Math.max(0, ChronoUnit.DAYS.between(day, date)) / DAYS_OF_YEAR;
    int found = Arrays.binarySearch(AGE_YEARS, years);
    return found < 0 ? -found - 1 : found;
  }

  private static boolean isRunning(Details details, LocalDate date) {
    if (details instanceof Details.Poverty poverty) {
      return poverty.validTo() == null || !poverty.validTo().isBefore(date);
    }
    return details instanceof Details.Insurance insurance
        && insurance.status() == Details.InsuranceStatus.ACTIVE;
  }

  /** The day on which a record was last known to be right, if it states one. */
  private static @Nullable LocalDate lastRight(Details details) {
    if (details instanceof Details.Tax tax) {
      return tax.updatedOn();
    }
    if (details instanceof Details.Business business) {
      return business.registeredOn();
    }
    if (details instanceof Details.Poverty poverty) {
      return poverty.validTo();
    }
    YearMonth until = details instanceof Details.Insurance insurance ? insurance.paidUntil() : null;
    return until == null ? null : until.atEndOfMonth();
  }
}
