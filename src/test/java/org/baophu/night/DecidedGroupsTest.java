package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.baophu.identity.Decision;
import org.baophu.identity.Verdict;
import org.baophu.person.BirthDate;
import org.baophu.person.PersonName;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.standard.CommuneMatch;
import org.baophu.standard.Details;
import org.baophu.standard.StandardRecord;
import org.junit.jupiter.api.Test;

class DecidedGroupsTest {
  private static RecordKey key(int row) {
    return new RecordKey(Source.TAX, "T" + row);
  }

  private static Decision decided(int a, int b, Verdict verdict) {
    return new Decision(key(a), key(b), verdict, "Lan", null, "");
  }

  private static Decision match(int a, int b) {
    return decided(a, b, Verdict.MATCH);
  }

  private static DecidedGroups groups(int[] cluster, Decision... decisions) {
    List<StandardRecord> records = new ArrayList<>();
    for (int row = 0; row < cluster.length; row++) {
      records.add(
          new StandardRecord(
              key(row),
              "tax.csv",
              row + 2,
              new PersonName("Hứa Văn An"),
              BirthDate.UNKNOWN,
              Sex.UNKNOWN,
              StandardRecord.Ids.NONE,
              "",
              CommuneMatch.unknown(CommuneMatch.Basis.NOT_STATED),
              "",
              new Details.Tax(Details.IncomeKind.OTHER, true, null)));
    }
    return new DecidedGroups(cluster, records, List.of(decisions));
  }

  private static float[] raised(int[] cluster, float[] membership, Decision... decisions) {
    Links links =
        new Links(cluster.length, cluster, membership, new int[0], new int[0], new float[0], 0);
    return groups(cluster, decisions).certain(links).membership();
  }

  @Test
  void recordsThatAClerkJoinedAreSureWhereTheyAreAllThatThePersonHas() {
    float[] before = {0.01f, 0.9f, 0.02f};

    assertThat(raised(new int[] {0, 1, 0}, before, match(0, 2))).containsExactly(1, 0.9f, 1);
    assertThat(before).as("the evidence stays").containsExactly(0.01f, 0.9f, 0.02f);
  }

  @Test
  void aChainOfDecisionsIsOneGroup() {
    int[] cluster = new int[4];
    Decision[] chain = {match(2, 3), match(0, 1), match(1, 3)};

    assertThat(groups(cluster, chain).groups()).containsExactly(List.of(0, 1, 2, 3));
    assertThat(raised(cluster, new float[] {0.1f, 0.2f, 0.3f, 0.4f}, chain))
        .containsExactly(1, 1, 1, 1);
  }

  @Test
  void besideOthersTheyAreAsSureAsTheSurestOfThem() {
    assertThat(raised(new int[3], new float[] {0.05f, 0.8f, 0.95f}, match(0, 1)))
        .containsExactly(0.8f, 0.8f, 0.95f);
  }

  @Test
  void whoWasDecidedToBeTwoIsNoPossibleMatchByAnyRecord() {
    int[] cluster = {0, 0, 1, 1, 2};
    Links links =
        new Links(
            3,
            cluster,
            new float[5],
            new int[] {0, 0, 1, 2},
            new int[] {2, 4, 3, 4},
            new float[] {0.4f, 0.3f, 0.2f, 0.1f},
            0);

    Links left = groups(cluster, decided(3, 0, Verdict.NO_MATCH)).certain(links);

    assertThat(left.rowA()).containsExactly(0, 2);
    assertThat(left.rowB()).containsExactly(4, 4);
    assertThat(left.probability()).containsExactly(0.3f, 0.1f);
  }

  @Test
  void decisionsAboutRecordsThatAreNotThereChangeNothing() {
    assertThat(groups(new int[2], match(0, 7), match(8, 9)).groups()).isEmpty();
    assertThat(raised(new int[2], new float[] {0.3f, 0.6f}, match(1, 7)))
        .containsExactly(0.3f, 0.6f);
  }
}
