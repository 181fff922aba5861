package org.baophu.unseen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts persons into strata, and mends the counts for links that are wrong or missing: what counts
 * is how many persons are on both lists in expectation, not how many records were joined.
 *
 * <p>Where sex or age is unknown, a person is spread over the groups as the others of the same
 * commune on the same lists are, or of the province where there are none. To count them as a group
 * of its own would bias it, since whoever is on more lists is less often unknown.
 */
public final class Strata {
  private final int groups;
  private final Map<String, Counts[]> communes = new TreeMap<>();

  /**
   * @param groups how many sex and age bands there are; they are numbered from 0
   */
  public Strata(int groups) {
    this.groups = groups;
  }

  /** Of one commune and group; the last group is of those unknown. */
  private static final class Counts {
    private final double[] cells = new double[Stratum.CELLS];
    private double linkVariance;
  }

  /**
   * Counts a person.
   *
   * @param group -1 unknown
   * @param lists such as {@link Stratum#BOTH}
   */
  public void add(String communeCode, int group, int lists) {
    at(communeCode, group).cells[lists]++;
  }

  /**
   * Of a person counted on both lists, the records of one list are the other's with a probability:
   * else they are two persons.
   */
  public void doubt(String communeCode, int group, double probability) {
    Counts counts = at(communeCode, group);
    shift(counts, counts, probability - 1);
    counts.linkVariance += probability * (1 - probability);
  }

  /** Two persons, counted on the tax list alone and on the business list alone, may be one. */
  public void maybe(
      String taxCommune,
      int taxGroup,
      String businessCommune,
      int businessGroup,
      double probability) {
    Counts tax = at(taxCommune, taxGroup);
    shift(tax, at(businessCommune, businessGroup), probability);
    tax.linkVariance += probability * (1 - probability);
  }

  /** A share of those who are on both lists was never compared, and so counted as two persons. */
  public void miss(double share) {
    for (Counts[] commune : communes.values()) {
      for (Counts counts : commune) {
        double missed = counts.cells[Stratum.BOTH] * share / (1 - share);
        shift(counts, counts, missed);
        counts.linkVariance += missed;
      }
    }
  }

  private static void shift(Counts tax, Counts business, double persons) {
    tax.cells[Stratum.BOTH] += persons;
    tax.cells[Stratum.TAX] -= persons;
    business.cells[Stratum.BUSINESS] -= persons;
  }

  private Counts at(String communeCode, int group) {
    Counts[] counts = communes.get(communeCode);
    if (counts == null) {
      counts = new Counts[groups + 1];
      for (int i = 0; i <= groups; i++) {
        counts[i] = new Counts();
      }
      communes.put(communeCode, counts);
    }
    return counts[group < 0 ? groups : group];
  }

  /**
   * The strata, by commune and group; of every commune that somebody was counted in, all groups.
   */
  public List<Stratum> list() {
    double[][] province = new double[groups][Stratum.CELLS];
    for (Counts[] commune : communes.values()) {
      for (int group = 0; group < groups; group++) {
        for (int cell = 1; cell < Stratum.CELLS; cell++) {
          province[group][cell] += Math.max(0, commune[group].cells[cell]);
        }
      }
    }
    List<Stratum> strata = new ArrayList<>();
    communes.forEach(
        (code, counts) -> {
          for (int group = 0; group < groups; group++) {
            strata.add(stratum(code, group, counts, province));
          }
        });
    return strata;
  }

  private Stratum stratum(String code, int group, Counts[] commune, double[][] province) {
    double[] cells = new double[Stratum.CELLS];
    for (int cell = 1; cell < cells.length; cell++) {
      double own = Math.max(0, commune[group].cells[cell]);
      double unknown = Math.max(0, commune[groups].cells[cell]);
      cells[cell] = own + unknown * part(group, cell, commune, province);
    }
    double variance =
        commune[group].linkVariance
            + commune[groups].linkVariance * part(group, Stratum.BOTH, commune, province);
    return new Stratum(code, group, cells, variance);
  }

  /** The group's part of those known in a cell of the commune, else of the province. */
  private double part(int group, int cell, Counts[] commune, double[][] province) {
    double all = 0;
    double everywhere = 0;
    for (int i = 0; i < groups; i++) {
      all += Math.max(0, commune[i].cells[cell]);
      everywhere += province[i][cell];
    }
    if (all > 0) {
      return Math.max(0, commune[group].cells[cell]) / all;
    }
    return everywhere > 0 ? province[group][cell] / everywhere : 1.0 / groups;
  }
}
