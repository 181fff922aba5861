package org.baophu.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.baophu.generate.PotentialTruth.Potential;
import org.baophu.intake.InputKind;
import org.baophu.person.Source;
import org.baophu.standard.Details;

/** Makes a synthetic province. */
public final class ProvinceGenerator {
  private static final int WORKING_AGE_FROM = 15;
  private static final int WORKING_AGE_UNTIL = 60;

  private final GenerateSettings settings;
  private final Path output;
  private final IntConsumer progress;
  private final Places places = new Places();
  private final Clerk clerk = new Clerk(places);
  private final Map<Source, Pile> piles = new EnumMap<>(Source.class);
  private final int[] population = new int[places.communes().size()];
  private final int[] labourForce = new int[places.communes().size()];

  private ProvinceGenerator(GenerateSettings settings, Path output, IntConsumer progress) {
    this.settings = settings;
    this.output = output;
    this.progress = progress;
    for (InputKind kind : InputKind.values()) {
      kind.findSource().ifPresent(source -> piles.put(source, new Pile(kind)));
    }
  }

  /**
   * Writes the input files of a night and the truth about them.
   *
   * @param output the directory, made where it does not exist; files of the same names are replaced
   * @param progress told, now and then, how many people have been made
   * @throws IOException if a file cannot be written
   */
  public static void generate(GenerateSettings settings, Path output, IntConsumer progress)
      throws IOException {
    new ProvinceGenerator(settings, output, progress).run();
  }

  private void run() throws IOException {
    Files.createDirectories(output.resolve("truth"));
    makePeople();
    for (Pile pile : piles.values()) {
      pile.shuffle(new Dice(settings.seed(), -1L - pile.kind().ordinal()));
    }
    new OfficeFiles(settings, places.communes(), population, labourForce).write(output);
    new Delivery(settings.formats(), output).write(List.copyOf(piles.values()));
    TruthFiles.write(output.resolve("truth"), List.copyOf(piles.values()));
  }

  private void makePeople() throws IOException {
    World world = new World(settings, places);
    int people = 0;
    try (RowSink potential = CsvSink.plain(output.resolve("truth/potential.csv"));
        RowSink stated = CsvSink.plain(output.resolve("truth/stated.csv"))) {
      potential.write(List.of("person_id", "route", "commune_code", "support_group"));
      stated.write(List.of("person_id", "support_stated"));
      while (world.hasNext()) {
        Household household = world.next();
        Dice dice = new Dice(settings.seed(), 2L * household.members().get(0).number() + 1);
        for (Citizen citizen : household.members()) {
          count(citizen);
          boolean ethnicityStated = writeDown(citizen, household, dice);
          tell(citizen, ethnicityStated, potential, stated);
          if (++people % 10_000 == 0) {
            progress.accept(people);
          }
        }
      }
    }
    progress.accept(people);
  }

  private void count(Citizen citizen) {
    int ageYears = Period.between(citizen.birth(), settings.date()).getYears();
    int commune = citizen.home().commune().index();
    population[commune]++;
    if (ageYears >= WORKING_AGE_FROM && ageYears < WORKING_AGE_UNTIL) {
      labourForce[commune]++;
    }
  }

  /**
   * The support group counts as stated unless it is that of minorities and no row that was written
   * names the ethnic group.
   *
   * @param ethnicityStated whether a row names it
   */
  private void tell(Citizen citizen, boolean ethnicityStated, RowSink sink, RowSink stated)
      throws IOException {
    Optional<Potential> potential = PotentialTruth.of(citizen, settings.date());
    if (potential.isPresent()) {
      String group = potential.get().supportGroup();
      sink.write(
          List.of(
              TruthFiles.personId(citizen.number()),
              potential.get().route(),
              citizen.home().commune().code(),
              group));
      stated.write(
          List.of(
              TruthFiles.personId(citizen.number()),
              Boolean.toString(ethnicityStated || !group.equals("ethnic_minority"))));
    }
  }

  /** Writes all records of a person; whether one of them states the ethnic group. */
  private boolean writeDown(Citizen citizen, Household household, Dice dice) {
    boolean ethnicityStated = false;
    for (Entry entry : citizen.entries()) {
      Pile pile = piles.get(entry.source());
      if (pile != null) {
        Roll roll = new Roll(settings.rates(), entry.source(), dice);
        boolean movable = mayNameFormerHome(entry, citizen);
        Clerk.Written written = clerk.write(entry, citizen, household, movable, roll);
        pile.add(written, citizen.number());
        ethnicityStated |= written.statesEthnicity();
      }
    }
    return ethnicityStated;
  }

  /**
   * A record can name a former home only if the register has not looked since, and never all
   * records of a person: the newest one, or the poverty list, knows where they live.
   */
  private boolean mayNameFormerHome(Entry entry, Citizen citizen) {
    boolean stale = entry.since().isBefore(settings.date().minusDays(200));
    boolean newerExists =
        citizen.entries().stream()
            .anyMatch(
                other ->
                    other.details() instanceof Details.Poverty
                        || other.since().isAfter(entry.since()));
    return stale && newerExists;
  }
}
