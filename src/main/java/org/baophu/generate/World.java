package org.baophu.generate;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.baophu.generate.Places.Home;
import org.baophu.standard.Details;
import org.baophu.standard.Details.Classification;

/**
 * The province, household by household. Each household has its own dice, so it is the same whatever
 * the clerks do; only unique numbers are handed out in the order of the households.
 */
final class World {
  private static final double POOR = 0.037;
  private static final double NEAR_POOR = 0.045;
  private static final double LISTED_NO_MORE = 0.010;
  private static final int FIRST_YEAR_WITHOUT_OLD_ID = 2007;
  private static final double PHONE_SHARED = 0.25;

  private final GenerateSettings settings;
  private final Places places;
  private final NamePool names = new NamePool();
  private final Numbers numbers;
  private final Families families;
  private final Livelihood livelihood;
  private int people;
  private int households;

  World(GenerateSettings settings, Places places) {
    this.settings = settings;
    this.places = places;
    numbers = new Numbers(settings.seed());
    families = new Families(names, settings.date());
    livelihood = new Livelihood(numbers, settings.date());
  }

  boolean hasNext() {
    return people < settings.people();
  }

  /** The next household; the last one may be cut short, so that the people number as asked. */
  Household next() {
    Dice dice = new Dice(settings.seed(), 2L * households++);
    Home home = places.home(dice);
    List<Kin> family = families.family(home, dice);
    List<Kin> counted = family.subList(0, Math.min(family.size(), settings.people() - people));
    List<Entry> listed = listed(dice);
    List<Citizen> members = new ArrayList<>();
    for (Kin kin : counted) {
      String phoneOfHead = members.isEmpty() ? "" : members.get(0).phone();
      members.add(citizen(kin, home, phoneOfHead, listed, dice));
    }
    return new Household(members);
  }

  private Citizen citizen(Kin kin, Home home, String phoneOfHead, List<Entry> listed, Dice dice) {
    int ageYears = Period.between(kin.birth(), settings.date()).getYears();
    String taxCode = numbers.taxCode();
    List<Entry> entries = livelihood.entries(kin.name().text(), taxCode, ageYears, dice);
    entries.addAll(listed);
    boolean shares = ageYears < 14 || dice.chance(PHONE_SHARED);
    return new Citizen(
        ++people,
        kin.name(),
        names.given(kin.sex(), dice),
        kin.birth(),
        kin.sex(),
        kin.people(),
        home,
        places.homeElsewhere(home, dice),
        numbers.nationalId(kin.birth(), kin.sex(), dice),
        kin.birth().getYear() < FIRST_YEAR_WITHOUT_OLD_ID ? numbers.oldNationalId() : "",
        shares && !phoneOfHead.isEmpty() ? phoneOfHead : numbers.phone(dice),
        taxCode,
        entries);
  }

  /** The household's entry in the poverty list, the same for each of its members. */
  private List<Entry> listed(Dice dice) {
    double at = dice.share();
    if (at >= POOR + NEAR_POOR + LISTED_NO_MORE) {
      return List.of();
    }
    boolean current = at < POOR + NEAR_POOR;
    Classification classification = at < POOR ? Classification.POOR : Classification.NEAR_POOR;
    LocalDate from = LocalDate.of(settings.date().getYear() - (current ? 0 : 2), 1, 1);
    LocalDate to = from.plusYears(1).minusDays(1);
    return List.of(
        new Entry(
            "", from, new Details.Poverty(numbers.householdCode(), classification, from, to)));
  }
}
