package org.baophu.generate;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baophu.generate.Places.Home;
import org.baophu.person.Sex;

/**
 * Makes families: couples, their children, grandparents. Children bear the father's surname;
 * siblings often share the middle word, sons often the father's; twins share the birth date; and
 * some people bear the name and birth year of somebody else in the commune.
 */
final class Families {
  private static final double SAME_PEOPLE_COUPLE = 0.75;
  private static final double SIBLINGS_SHARE_MIDDLE = 0.5;
  private static final double SON_HAS_FATHERS_MIDDLE = 0.4;
  private static final double TWINS = 0.012;
  private static final double HOMONYM = 0.03;

  /** A homonym must be about as old as the person that the household needs. */
  private static final int HOMONYM_YEARS_APART = 4;

  private static final int LEAVES_HOME_AT = 28;

  private final NamePool names;
  private final LocalDate date;
  private final Map<Integer, Kin> remembered = new HashMap<>();

  private enum Shape {
    COUPLE_WITH_CHILDREN,
    THREE_GENERATIONS,
    ELDERLY,
    SINGLE_PARENT,
    ALONE
  }

  private static final Weighted<Shape> SHAPES =
      new Weighted<Shape>()
          .add(Shape.COUPLE_WITH_CHILDREN, 52)
          .add(Shape.THREE_GENERATIONS, 23)
          .add(Shape.ELDERLY, 11)
          .add(Shape.SINGLE_PARENT, 7)
          .add(Shape.ALONE, 7);

  Families(NamePool names, LocalDate date) {
    this.names = names;
    this.date = date;
  }

  List<Kin> family(Home home, Dice dice) {
    String people = names.people(home.former().district(), dice);
    List<Kin> family = new ArrayList<>();
    switch (SHAPES.pick(dice)) {
      case COUPLE_WITH_CHILDREN -> couple(family, home, people, dice.between(24, 62), dice);
      case THREE_GENERATIONS -> threeGenerations(family, home, people, dice);
      case ELDERLY -> elderly(family, home, people, dice);
      case SINGLE_PARENT -> singleParent(family, home, people, dice);
      case ALONE -> family.add(founder(home, people, sex(dice), dice.between(20, 60), dice));
    }
    return family;
  }

  private static Sex sex(Dice dice) {
    return dice.chance(0.51) ? Sex.MALE : Sex.FEMALE;
  }

  private void couple(List<Kin> family, Home home, String people, int age, Dice dice) {
    Kin husband = founder(home, people, Sex.MALE, age, dice);
    Kin wife = wifeOf(husband, home, dice);
    family.add(husband);
    family.add(wife);
    children(family, husband, wife.birth(), dice);
  }

  private void threeGenerations(List<Kin> family, Home home, String people, Dice dice) {
    Kin grandfather = founder(home, people, Sex.MALE, dice.between(50, 84), dice);
    Kin grandmother = wifeOf(grandfather, home, dice);
    int alive = dice.below(3);
    if (alive != 1) {
      family.add(grandfather);
    }
    if (alive != 2) {
      family.add(grandmother);
    }
    LocalDate birth = laterBirth(grandmother.birth(), dice.between(19, 30), dice);
    Kin son = child(grandfather, birth, Sex.MALE, fathersMiddle(grandfather, dice), dice);
    family.add(son);
    if (ageOf(son) >= 22) {
      Kin wife = wifeOf(son, home, dice);
      family.add(wife);
      children(family, son, wife.birth(), dice);
    }
  }

  private void elderly(List<Kin> family, Home home, String people, Dice dice) {
    Kin husband = founder(home, people, Sex.MALE, dice.between(56, 92), dice);
    Kin wife = wifeOf(husband, home, dice);
    int alive = dice.below(4);
    if (alive != 1) {
      family.add(husband);
    }
    if (alive != 2) {
      family.add(wife);
    }
  }

  private void singleParent(List<Kin> family, Home home, String people, Dice dice) {
    Kin father = founder(home, people, Sex.MALE, dice.between(25, 55), dice);
    Kin mother = wifeOf(father, home, dice);
    family.add(dice.chance(0.8) ? mother : father);
    children(family, father, mother.birth(), dice);
  }

  private void children(List<Kin> family, Kin father, LocalDate mothersBirth, Dice dice) {
    String brothers = fathersMiddle(father, dice);
    String sisters = names.middle(father.people(), Sex.FEMALE, dice);
    int count = dice.chance(0.12) ? 0 : dice.between(1, 3);
    LocalDate birth = laterBirth(mothersBirth, dice.between(19, 29), dice);
    for (int i = 0; i < count && birth.isBefore(date); i++) {
      addChild(family, father, birth, brothers, sisters, dice);
      if (dice.chance(TWINS)) {
        addChild(family, father, birth, brothers, sisters, dice);
      }
      birth = birth.plusDays(dice.between(500, 2200));
    }
  }

  private void addChild(
      List<Kin> family, Kin father, LocalDate birth, String brothers, String sisters, Dice dice) {
    Sex sex = sex(dice);
    String shared = sex == Sex.MALE ? brothers : sisters;
    Kin child = child(father, birth, sex, shared, dice);
    boolean taken = family.stream().anyMatch(k -> k.name().equals(child.name()));
    if (ageOf(child) < LEAVES_HOME_AT && !taken) {
      family.add(child);
    }
  }

  private String fathersMiddle(Kin father, Dice dice) {
    return dice.chance(SON_HAS_FATHERS_MIDDLE)
        ? father.name().middle()
        : names.middle(father.people(), Sex.MALE, dice);
  }

  private Kin child(Kin father, LocalDate birth, Sex sex, String sharedMiddle, Dice dice) {
    String middle =
        dice.chance(SIBLINGS_SHARE_MIDDLE)
            ? sharedMiddle
            : names.middle(father.people(), sex, dice);
    FullName name = new FullName(father.name().surname(), middle, names.given(sex, dice));
    return new Kin(name, birth, sex, father.people());
  }

  private Kin wifeOf(Kin husband, Home home, Dice dice) {
    String people =
        dice.chance(SAME_PEOPLE_COUPLE)
            ? husband.people()
            : names.people(home.former().district(), dice);
    int age = Math.max(18, ageOf(husband) - dice.between(-3, 8));
    return founder(home, people, Sex.FEMALE, age, dice);
  }

  /** Somebody whose name no parent in the household decides. */
  private Kin founder(Home home, String people, Sex sex, int age, Dice dice) {
    LocalDate birth = date.minusYears(age).minusDays(dice.between(1, 365));
    Kin made = new Kin(names.name(people, sex, dice), birth, sex, people);
    int generation = 100 * home.commune().index() + 10 * (age / 10) + (sex == Sex.MALE ? 0 : 1);
    Kin other = remembered.get(generation);
    if (other != null && dice.chance(HOMONYM)) {
      LocalDate sameYear = LocalDate.ofYearDay(other.birth().getYear(), dice.between(1, 365));
      boolean ofAge = Math.abs(sameYear.getYear() - birth.getYear()) <= HOMONYM_YEARS_APART;
      return ofAge ? new Kin(other.name(), sameYear, sex, other.people()) : made;
    }
    remembered.put(generation, made);
    return made;
  }

  private static LocalDate laterBirth(LocalDate mothersBirth, int years, Dice dice) {
    return mothersBirth.plusYears(years).plusDays(dice.below(365));
  }

  private int ageOf(Kin kin) {
    return Period.between(kin.birth(), date).getYears();
  }
}
