package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baophu.gate.Judgement;
import org.baophu.gate.PastNight;
import org.baophu.night.NightStore.KeptDecision;
import org.baophu.night.NightStore.Remembered;
import org.baophu.night.NightStore.Renumbering;
import org.baophu.person.BirthDate;
import org.baophu.person.PersonName;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.standard.CommuneMatch;
import org.baophu.standard.Details;
import org.baophu.standard.RecordDigest;
import org.baophu.standard.RecordDigest.Aspect;
import org.baophu.standard.StandardRecord;
import org.junit.jupiter.api.Test;

/** One feature each: how tonight's records are held against what earlier nights knew. */
class RememberingTest {
  private static final BirthDate DAY = new BirthDate(1984, 3, 12);
  private final Map<RecordKey, Remembered> store = new LinkedHashMap<>();

  private static RecordKey key(String id) {
    return new RecordKey(Source.TAX, id);
  }

  private static StandardRecord record(String id, String name, BirthDate birth, boolean active) {
    return new StandardRecord(
        key(id),
        "tax.csv",
        2,
        new PersonName(name),
        birth,
        Sex.FEMALE,
        StandardRecord.Ids.NONE,
        "",
        CommuneMatch.of("05977", CommuneMatch.Basis.COLUMN),
        "",
        new Details.Tax(Details.IncomeKind.SALARY, active, null));
  }

  private static StandardRecord record(String id, String name) {
    return record(id, name, DAY, true);
  }

  private void remember(String person, StandardRecord record) {
    store.put(record.key(), new Remembered(person, RecordDigest.of(record), false));
  }

  private void rememberGone(String person, StandardRecord record) {
    store.put(record.key(), new Remembered(person, RecordDigest.of(record), true));
  }

  private Memory tonight(StandardRecord... records) {
    List<StandardRecord> sorted = new ArrayList<>(List.of(records));
    sorted.sort(Comparator.comparing(StandardRecord::key));
    return Remembering.of(
        sorted, sorted.stream().mapToLong(RecordDigest::content).toArray(), new Fake(), false);
  }

  private static List<String> kinds(Memory memory) {
    return memory.events().values().stream()
        .map(event -> event.kind() + " " + event.key().recordId())
        .toList();
  }

  private static List<String> withdrawn(Memory memory) {
    return memory.withdrawn().stream().map(event -> event.key().recordId()).toList();
  }

  @Test
  void onTheFirstNightNothingHappens() {
    Memory memory = tonight(record("T1", "Nông Thị Nhung"));

    assertThat(memory.isFirst()).isTrue();
    assertThat(memory.events()).isEmpty();
  }

  @Test
  void arrivalsCorrectionsWithdrawalsAndReturns() {
    remember("P1", record("T1", "Nông Thị Nhung", DAY, true));
    remember("P2", record("T2", "Lý Văn A"));
    remember("P3", record("T3", "Hứa Văn B"));
    rememberGone("P4", record("T4", "Vi Thị C"));

    Memory memory =
        tonight(
            record("T1", "Nông Thị Nhung", DAY, false),
            record("T2", "Lý Văn A"),
            record("T4", "Vi Thị C"),
            record("T5", "Chu Thị D"));

    assertThat(kinds(memory)).containsExactly("CORRECTED T1", "RETURNED T4", "ARRIVED T5");
    assertThat(withdrawn(memory)).containsExactly("T3");
    assertThat(memory.persons()).containsExactly("P1", "P2", "P4", "");
    RecordEvent corrected = memory.events().get(0);
    assertThat(corrected.aspects()).isEqualTo(Set.of(Aspect.STATE));
    assertThat(List.of(corrected.stateBefore(), corrected.stateNow()))
        .containsExactly("salary/active", "salary/closed");
  }

  @Test
  void aRecordThatWasRenumberedKeepsItsPerson() {
    remember("P1", record("T1", "Nông Thị Nhung"));

    Memory memory = tonight(record("T9", "Nông Thị Nhung"));

    assertThat(memory.persons()).containsExactly("P1");
    assertThat(kinds(memory)).containsExactly("RENUMBERED T9");
    assertThat(memory.renumbered()).isEqualTo(Map.of(key("T1"), key("T9")));
    assertThat(memory.forgotten()).containsExactly(key("T1"));
    assertThat(memory.withdrawn()).isEmpty();
  }

  @Test
  void numbersThatMoveAlongTheFileAreFollowed() {
    remember("P1", record("T1", "Nông Thị Nhung"));
    remember("P2", record("T2", "Lý Văn A"));
    remember("P3", record("T3", "Hứa Văn B"));

    Memory memory =
        tonight(
            record("T1", "Chu Thị D"),
            record("T2", "Nông Thị Nhung"),
            record("T3", "Lý Văn A"),
            record("T4", "Hứa Văn B"));

    assertThat(memory.persons()).containsExactly("", "P1", "P2", "P3");
    assertThat(kinds(memory))
        .containsExactly("ARRIVED T1", "RENUMBERED T2", "RENUMBERED T3", "RENUMBERED T4");
    assertThat(memory.withdrawn()).isEmpty();
  }

  @Test
  void aNumberGivenToAnotherRecordWithdrawsTheOneThatHadIt() {
    remember("P1", record("T1", "Nông Thị Nhung"));
    remember("P2", record("T2", "Lý Văn A"));

    Memory memory = tonight(record("T2", "Nông Thị Nhung"));

    assertThat(memory.persons()).containsExactly("P1");
    assertThat(kinds(memory)).containsExactly("RENUMBERED T2");
    assertThat(withdrawn(memory)).containsExactly("T2");
  }

  @Test
  void twoThatSaidTheSameAreNotTold() {
    remember("P1", record("T1", "Nông Thị Nhung"));
    remember("P2", record("T2", "Nông Thị Nhung"));

    Memory memory = tonight(record("T8", "Nông Thị Nhung"), record("T9", "Nông Thị Nhung"));

    assertThat(memory.persons()).containsExactly("", "");
    assertThat(kinds(memory)).containsExactly("ARRIVED T8", "ARRIVED T9");
    assertThat(withdrawn(memory)).containsExactly("T1", "T2");
  }

  @Test
  void whatCouldBeSaidOfManyIsNotTold() {
    remember("P1", record("T1", "Nông Thị Nhung", BirthDate.ofYear(1984), true));

    Memory memory = tonight(record("T9", "Nông Thị Nhung", BirthDate.ofYear(1984), true));

    assertThat(kinds(memory)).containsExactly("ARRIVED T9");
    assertThat(withdrawn(memory)).containsExactly("T1");
  }

  @Test
  void whatAnOlderVersionStoredCountsAsUnchanged() {
    store.put(key("T1"), new Remembered("P1", null, false));

    Memory memory = tonight(record("T1", "Nông Thị Nhung"));

    assertThat(memory.persons()).containsExactly("P1");
    assertThat(memory.events()).isEmpty();
  }

  @Test
  void theOrderOfTheStoreDoesNotMatter() {
    List<StandardRecord> before =
        IntStream.range(0, 30)
            .mapToObj(i -> record("T" + i, "Nông Thị " + (char) ('A' + i)))
            .toList();
    StandardRecord[] now =
        IntStream.range(0, 30)
            .mapToObj(i -> record("T" + (i + 1) % 30, "Nông Thị " + (char) ('A' + i)))
            .toArray(StandardRecord[]::new);
    before.forEach(record -> remember("P" + record.key().recordId(), record));
    Memory one = tonight(now);
    store.clear();
    for (int i = before.size() - 1; i >= 0; i--) {
      remember("P" + before.get(i).key().recordId(), before.get(i));
    }
    Memory other = tonight(now);

    assertThat(one.persons()).isEqualTo(other.persons());
    assertThat(one.events()).isEqualTo(other.events());
    assertThat(one.renumbered()).hasSize(30);
  }

  @Test
  void decisionsFollowTheirRecords() {
    remember("P1", record("T1", "Nông Thị Nhung"));
    remember("P2", record("T2", "Lý Văn A"));
    StandardRecord[] now = {record("T2", "Nông Thị Nhung"), record("T3", "Lý Văn A")};
    Memory memory = tonight(now);
    org.baophu.identity.Decision decision =
        new org.baophu.identity.Decision(
            key("T1"), key("T2"), org.baophu.identity.Verdict.NO_MATCH, "Lan", null, "");
    org.baophu.identity.Decision late =
        new org.baophu.identity.Decision(
            key("T0"), key("T3"), org.baophu.identity.Verdict.MATCH, "Lan", null, "");

    DecisionBook book =
        DecisionBook.of(
            List.of(new KeptDecision(decision, key("T1"), key("T2"))),
            List.of(decision, late),
            List.of(new Renumbering(key("T0"), key("T1"))),
            memory,
            List.of(now));

    assertThat(
            book.now().stream()
                .map(kept -> kept.a().recordId() + " " + kept.b().recordId())
                .collect(Collectors.toList()))
        .containsExactly("T2 T3", "T2 T3");
    assertThat(book.now()).extracting(KeptDecision::decided).containsExactly(decision, late);
  }

  /** A store of records alone. */
  private final class Fake implements NightStore {
    @Override
    public Withheld withheld() {
      return Withheld.NOTHING;
    }

    @Override
    public List<PastNight> pastNights(long runNo, int most) {
      return List.of();
    }

    @Override
    public void keepJudgements(long runNo, List<Judgement> judgements) {}

    @Override
    public void forEachMember(BiConsumer<RecordKey, Remembered> sink) {
      store.forEach(sink);
    }

    @Override
    public RunState open(String runKey, NightRun run) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PastRun> findPrevious(long runNo) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PastRun> findUnpublished() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, PastStanding> standings(long runNo) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<KeptDecision> decisions(long runNo) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SampleMemory samples(long runNo) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Renumbering> renumberings(long runNo) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FieldBook fieldBook() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Long> targets(int year) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void commit(long runNo, NightResults results, Runnable before) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void markPublished(long runNo) {
      throw new UnsupportedOperationException();
    }
  }
}
