package org.baophu.coverage;

import java.time.LocalDate;
import org.baophu.standard.Details.Insurance;
import org.jspecify.annotations.Nullable;

/**
 * The assessment of persons, one by one; each depends on nothing but its arguments, so any number
 * of threads may share one instance.
 *
 * <p>{@link Standing}: insured, if {@code p_uninsured} is below the threshold; else without a
 * living; else out of age; else potential. {@code p_uninsured} is {@link Insured}'s, the commune
 * {@link Residence}'s, the route {@link Routing}'s, the support {@link Support}'s.
 */
public final class Coverage {
  private final ResidenceModel residenceModel;
  private final Relatives relatives;
  private final Chances chances;
  private final Recalibration recalibration;

  /** With what is believed of records' communes before there is any data. */
  public Coverage() {
    this(ResidenceModel.prior(), Relatives.none(), Chances.prior(), Recalibration.IDENTITY);
  }

  /**
   * @param residenceModel how far each kind of record is believed about where its person lives
   * @param relatives who is insured in whose household
   * @param chances how likely people are to join
   * @param recalibration what checks of clerks make of probabilities
   */
  public Coverage(
      ResidenceModel residenceModel,
      Relatives relatives,
      Chances chances,
      Recalibration recalibration) {
    this.recalibration = recalibration;
    this.residenceModel = residenceModel;
    this.relatives = relatives;
    this.chances = chances;
  }

  /** Assesses a person whom no clerk has checked. */
  public Assessment assess(PersonFile file, LocalDate date, Rules rules) {
    return assess(file, date, rules, null);
  }

  /**
   * Assesses a person.
   *
   * @param date the run's date, the same as that of the rules
   * @param finding what a clerk found out; null if nothing
   * @throws IllegalArgumentException if the rules are those of another day
   */
  public Assessment assess(
      PersonFile file, LocalDate date, Rules rules, @Nullable Finding finding) {
    if (!rules.date().equals(date)) {
      throw new IllegalArgumentException(
          "rules of " + rules.date() + " asked about " + date + "; take Rules.on(" + date + ")");
    }
    Evidence evidence = new Evidence(file);
    Residence residence = Residence.of(evidence, date, residenceModel);
    double given = Insured.pUninsured(evidence, file.candidates(), rules);
    double pUninsured = recalibration.apply(given);
    if (finding != null) {
      pUninsured = finding.isInsured() ? 0 : 1;
    }
    Belief belief = new Belief(pUninsured, given);
    if (pUninsured < rules.settings().listThreshold()) {
      return excluded(file, Standing.INSURED, residence, belief);
    }
    if (evidence.living().findAny().isEmpty()) {
      return excluded(file, Standing.NO_LIVING, residence, belief);
    }
    BestValues values = BestValues.of(file.records());
    if (Ages.isOutside(date, values.birthDate(), rules.settings())) {
      return excluded(file, Standing.OUT_OF_AGE, residence, belief);
    }
    Listing listing =
        new Listing(
            file,
            evidence,
            values,
            residence,
            pUninsured,
            rules,
            relatives.find(file),
            chances,
            finding);
    return assessment(file, Standing.POTENTIAL, residence, belief, listing.potential());
  }

  /** {@code p_uninsured}, and what it was before clerks had their say. */
  private record Belief(double pUninsured, double given) {}

  private static Assessment excluded(
      PersonFile file, Standing standing, Residence residence, Belief belief) {
    return assessment(file, standing, residence, belief, null);
  }

  private static Assessment assessment(
      PersonFile file,
      Standing standing,
      Residence residence,
      Belief belief,
      @Nullable Potential potential) {
    return new Assessment(
        file.person().id(),
        standing,
        residence.communeCode(),
        residence.isDisputed(),
        belief.pUninsured(),
        belief.given(),
        potential);
  }

  /** Whether an insurance record is in force: any one such record of a person is enough. */
  public static boolean isInForce(Insurance insurance) {
    return Insured.isInForce(insurance);
  }
}
