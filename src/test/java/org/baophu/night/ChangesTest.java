package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baophu.publish.Change.Kind.ADDED;
import static org.baophu.publish.Change.Kind.CHANGED;
import static org.baophu.publish.Change.Kind.REMOVED;

import java.util.List;
import java.util.Map;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Standing;
import org.baophu.identity.IdentityChange;
import org.baophu.night.NightStore.PastStanding;
import org.baophu.publish.Change;
import org.baophu.publish.Change.Cause;
import org.junit.jupiter.api.Test;

/** One feature each: why a person appeared on the list, left it, or stands there otherwise. */
class ChangesTest {
  private static final long LAST_NUMBER_BEFORE = 5;
  private static final PastStanding LISTED =
      new PastStanding("POTENTIAL", "05977", "voluntary", "other", 1, 2);

  private static PastStanding unlisted(Standing standing) {
    return new PastStanding(standing.name(), "05977", "", "", 0, 0);
  }

  private static Assessment assessed(String id, Standing standing) {
    return new Assessment(id, standing, "05977", false, 0, null);
  }

  private static List<Change> changes(
      Map<String, PastStanding> before,
      Map<String, PastStanding> now,
      List<Assessment> assessments,
      IdentityChange... identity) {
    return new Changes(before, now, assessments, List.of(identity), LAST_NUMBER_BEFORE).list();
  }

  @Test
  void nothingChanged() {
    Map<String, PastStanding> same =
        Map.of("P0000001", LISTED, "P0000002", unlisted(Standing.INSURED));

    assertThat(changes(same, same, List.of())).isEmpty();
  }

  @Test
  void aPersonNobodyKnew() {
    assertThat(changes(Map.of(), Map.of("P0000006", LISTED), List.of()))
        .containsExactly(Change.of("P0000006", "05977", ADDED, Cause.PERSON_NEW));
  }

  @Test
  void aKnownPersonWhoEarnsNow() {
    assertThat(changes(Map.of(), Map.of("P0000005", LISTED), List.of()))
        .containsExactly(Change.of("P0000005", "05977", ADDED, Cause.LIVING_BEGUN));
  }

  @Test
  void aKnownPersonWhoseInsuranceEnded() {
    assertThat(
            changes(
                Map.of("P0000001", unlisted(Standing.INSURED)),
                Map.of("P0000001", LISTED),
                List.of()))
        .containsExactly(Change.of("P0000001", "05977", ADDED, Cause.INSURANCE_ENDED));
  }

  @Test
  void aPersonWhoIsOldEnoughNow() {
    assertThat(
            changes(
                Map.of("P0000001", unlisted(Standing.OUT_OF_AGE)),
                Map.of("P0000001", LISTED),
                List.of()))
        .containsExactly(Change.of("P0000001", "05977", ADDED, Cause.AGE_REACHED));
  }

  @Test
  void aPersonWhoIsInsuredNow() {
    assertThat(
            changes(
                Map.of("P0000001", LISTED),
                Map.of("P0000001", unlisted(Standing.INSURED)),
                List.of(assessed("P0000001", Standing.INSURED))))
        .containsExactly(Change.of("P0000001", "05977", REMOVED, Cause.INSURED_NOW));
  }

  @Test
  void aPersonWithoutALivingIsNoLongerAmongTheStandings() {
    assertThat(
            changes(
                Map.of("P0000001", LISTED),
                Map.of(),
                List.of(assessed("P0000001", Standing.NO_LIVING))))
        .containsExactly(Change.of("P0000001", "05977", REMOVED, Cause.LIVING_ENDED));
  }

  @Test
  void aPersonOfWhomNoRecordIsLeft() {
    assertThat(changes(Map.of("P0000001", LISTED), Map.of(), List.of()))
        .containsExactly(Change.of("P0000001", "05977", REMOVED, Cause.RECORDS_GONE));
  }

  @Test
  void twoPersonsWhoAreOne() {
    assertThat(
            changes(
                Map.of("P0000001", LISTED, "P0000002", LISTED),
                Map.of("P0000001", LISTED),
                List.of(),
                new IdentityChange(IdentityChange.Kind.MERGED, "P0000001", "P0000002")))
        .containsExactly(
            Change.of("P0000001", "05977", CHANGED, Cause.MERGED_WITH, "P0000002"),
            Change.of("P0000002", "05977", REMOVED, Cause.MERGED_INTO, "P0000001"));
  }

  @Test
  void onePersonWhoIsTwo() {
    assertThat(
            changes(
                Map.of("P0000001", LISTED),
                Map.of("P0000001", LISTED, "P0000006", LISTED),
                List.of(),
                new IdentityChange(IdentityChange.Kind.SPLIT, "P0000001", "P0000006")))
        .containsExactly(Change.of("P0000006", "05977", ADDED, Cause.SPLIT_FROM, "P0000001"));
  }

  @Test
  void theWeightiestDifferenceIsTold() {
    PastStanding moved = new PastStanding("POTENTIAL", "05986", "voluntary", "poor", 9, 9);
    PastStanding poorer = new PastStanding("POTENTIAL", "05977", "voluntary", "poor", 9, 9);
    PastStanding detailed = new PastStanding("POTENTIAL", "05977", "voluntary", "other", 9, 9);
    PastStanding resourced = new PastStanding("POTENTIAL", "05977", "voluntary", "other", 1, 9);

    assertThat(cause(moved)).isEqualTo(Cause.COMMUNE_CHANGED);
    assertThat(cause(poorer)).isEqualTo(Cause.SUPPORT_CHANGED);
    assertThat(cause(detailed)).isEqualTo(Cause.DETAILS_CHANGED);
    assertThat(cause(resourced)).isEqualTo(Cause.SOURCES_CHANGED);
  }

  private static Cause cause(PastStanding now) {
    List<Change> changes = changes(Map.of("P0000001", LISTED), Map.of("P0000001", now), List.of());
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).kind()).isEqualTo(CHANGED);
    return changes.get(0).cause();
  }
}
