package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.baophu.coverage.Assessment;
import org.baophu.coverage.Standing;
import org.baophu.identity.IdentityChange;
import org.baophu.identity.Membership;
import org.baophu.identity.Person;
import org.baophu.night.FieldBook.Asked;
import org.baophu.night.FieldBook.PastListing;
import org.baophu.night.FieldBook.Result;
import org.baophu.night.NightStore.Remembered;
import org.baophu.person.BirthDate;
import org.baophu.person.PersonName;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.standard.CommuneMatch;
import org.baophu.standard.Details;
import org.baophu.standard.Details.InsuranceStatus;
import org.baophu.standard.Details.Scheme;
import org.baophu.standard.StandardRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has joined, and whom the list had wrong. */
class FieldNightTest {
  private static final LocalDate LISTED = LocalDate.of(2026, 11, 1);
  private static final LocalDate TONIGHT = LocalDate.of(2026, 12, 1);
  private static final RecordKey KEY = new RecordKey(Source.INSURANCE, "I1");
  private static final RecordKey OLD_KEY = new RecordKey(Source.INSURANCE, "OLD");

  private static PastListing listing(String id, long runNo, String insuranceKey) {
    List<String> keys = insuranceKey.isEmpty() ? List.of() : List.of(insuranceKey);
    return new PastListing(
        id, runNo, LISTED, "other", "05977", "A", "1", keys, null, Result.OPEN, 0, null, "");
  }

  private static FieldHistory history(PastListing... listings) {
    return FieldHistory.before(
        9,
        new FieldBook() {
          @Override
          public List<PastListing> listings() {
            return List.of(listings);
          }

          @Override
          public List<Asked> asked(int year) {
            return List.of();
          }
        });
  }

  /** A night in which P0000001 is insured by one record. */
  private static FieldNight night(
      FieldHistory history, Scheme scheme, InsuranceStatus status, List<IdentityChange> changes) {
    StandardRecord record =
        new StandardRecord(
            KEY,
            "file.csv",
            2,
            new PersonName("Nông Thị Hạnh"),
            BirthDate.UNKNOWN,
            Sex.UNKNOWN,
            StandardRecord.Ids.NONE,
            "",
            CommuneMatch.unknown(CommuneMatch.Basis.NOT_STATED),
            "",
            new Details.Insurance(scheme, status, 1, null));
    Persons persons =
        new Persons(
            List.of(new Person("P0000001", List.of(new Membership(KEY, 1)))),
            new int[][] {{0}},
            changes,
            1);
    Assessment insured = new Assessment("P0000001", Standing.INSURED, "05977", false, 0, null);
    return new FieldNight(TONIGHT, 9, List.of(record), persons, List.of(insured), history);
  }

  @ParameterizedTest
  @CsvSource({
    "VOLUNTARY, ACTIVE, '', '', JOINED",
    "COMPULSORY, ACTIVE, '', '', JOINED",
    "VOLUNTARY, ACTIVE, insurance:I1, P0000001, JOINED",
    // Somebody else's record, or theirs but in force or not delivered while they were listed.
    "VOLUNTARY, ACTIVE, '', P0000007, INSURED_ALREADY",
    "VOLUNTARY, ACTIVE, '', P0000001, INSURED_ALREADY",
    "VOLUNTARY, ACTIVE, insurance:I5, P0000001, INSURED_ALREADY",
    // A pension, or insurance that is not in force: some other evidence took them off the list.
    "PENSION, ACTIVE, '', '', OPEN",
    "VOLUNTARY, PAUSED, '', '', OPEN"
  })
  void joinedWhoseRecordIsNewOrWasNotInForce(
      Scheme scheme, InsuranceStatus status, String listedWith, String knownAs, Result result) {
    FieldNight night =
        night(history(listing("P0000001", 1, listedWith)), scheme, status, List.of());

    night.find(
        Map.of(),
        sink -> {
          if (!knownAs.isEmpty()) {
            sink.accept(KEY, new Remembered(knownAs, null, false));
          }
        },
        Map.of(),
        person -> false);

    PastListing written = night.page(List.of()).written().get(0);
    assertThat(written.result()).isEqualTo(result);
    assertThat(written.leftOn()).isEqualTo(TONIGHT);
    assertThat(written.resultOn()).isEqualTo(result == Result.OPEN ? null : TONIGHT);
    assertThat(night.progress(List.of()).total().voluntary())
        .isEqualTo(result == Result.JOINED && scheme == Scheme.VOLUNTARY ? 1 : 0);
    assertThat(night.progress(List.of()).total().compulsory())
        .isEqualTo(scheme == Scheme.COMPULSORY ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"'', INSURED_ALREADY", "insurance:OLD, JOINED"})
  void anotherRecordIdMakesNoRecordNew(String listedWith, Result result) {
    FieldNight night =
        night(
            history(listing("P0000001", 1, listedWith)),
            Scheme.VOLUNTARY,
            InsuranceStatus.ACTIVE,
            List.of());

    night.find(
        Map.of(),
        sink -> sink.accept(OLD_KEY, new Remembered("P0000001", null, false)),
        Map.of(OLD_KEY, KEY),
        person -> false);

    assertThat(night.page(List.of()).written().get(0).result()).isEqualTo(result);
  }

  @Test
  void whomAClerkFoundInsuredTeachesNothingAboutJoining() {
    FieldNight night =
        night(
            history(listing("P0000001", 1, "")),
            Scheme.VOLUNTARY,
            InsuranceStatus.PAUSED,
            List.of());

    night.find(Map.of(), sink -> {}, Map.of(), "P0000001"::equals);

    assertThat(night.page(List.of()).written().get(0).result()).isEqualTo(Result.INSURED_ALREADY);
  }

  @Test
  void ofPersonsThatProveToBeOneTheEarlierListingStays() {
    FieldNight night =
        night(
            history(listing("P0000001", 5, ""), listing("P0000002", 3, "insurance:I5")),
            Scheme.PENSION,
            InsuranceStatus.ACTIVE,
            List.of(new IdentityChange(IdentityChange.Kind.MERGED, "P0000001", "P0000002")));

    night.find(Map.of(), sink -> {}, Map.of(), person -> false);

    FieldBook.Page page = night.page(List.of());
    assertThat(page.removed()).containsExactly("P0000002");
    assertThat(page.written())
        .containsExactly(listing("P0000001", 3, "insurance:I5").left(TONIGHT));
  }
}
