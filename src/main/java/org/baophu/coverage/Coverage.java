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

  /** With what is believed of records' communes before there is any data. */
  public Coverage() {
    this(ResidenceModel.prior(), Relatives.none(), Chances.prior());
  }

  /**
   * @param residenceModel how far each kind of record is believed about where its person lives
   * @param relatives who is insured in whose household
   * @param chances how likely people are to join
   */
  public Coverage(ResidenceModel residenceModel, Relatives relatives, Chances chances) {
    this.residenceModel = residenceModel;
    this.relatives = relatives;
    this.chances = chances;
  }

  /**
   * Assesses a person.
   *
   * @param date the run's date, the same as that of the rules
   * @throws IllegalArgumentException if the rules are those of another day
   */
  public Assessment assess(PersonFile file, LocalDate date, Rules rules) {
    if (!rules.date().equals(date)) {
      throw new IllegalArgumentException(
          "rules of " + rules.date() + " asked about " + date + "; take Rules.on(" + date + ")");
    }
    Evidence evidence = new Evidence(file);
    Residence residence = Residence.of(evidence, date, residenceModel);
    double pUninsured = Insured.pUninsured(evidence, file.candidates(), rules);
    if (pUninsured < rules.settings().listThreshold()) {
      return excluded(file, Standing.INSURED, residence, pUninsured);
    }
    if (evidence.living().findAny().isEmpty()) {
      return excluded(file, Standing.NO_LIVING, residence, pUninsured);
    }
    BestValues values = BestValues.of(file.records());
    if (Ages.isOutside(date, values.birthDate(), rules.settings())) {
      return excluded(file, Standing.OUT_OF_AGE, residence, pUninsured);
    }
    Listing listing =
        new Listing(
            file, evidence, values, residence, pUninsured, rules, relatives.find(file), chances);
    return assessment(file, Standing.POTENTIAL, residence, pUninsured, listing.potential());
  }

  private static Assessment excluded(
      PersonFile file, Standing standing, Residence residence, double pUninsured) {
    return assessment(file, standing, residence, pUninsured, null);
  }

  private static Assessment assessment(
      PersonFile file,
      Standing standing,
      Residence residence,
      double pUninsured,
      @Nullable Potential potential) {
    return new Assessment(
        file.person().id(),
        standing,
        residence.communeCode(),
        residence.isDisputed(),
        pUninsured,
        potential);
  }

  /** Whether an insurance record is in force: any one such record of a person is enough. */
  public static boolean isInForce(Insurance insurance) {
    return Insured.isInForce(insurance);
  }
}
