package org.baophu.link.incremental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {
  private static final int KEYS = 3;

  /** A record: who it is, and what it is blocked by, which also is all that it says. */
  private record Blocked(int id, int[] values) {}

  private static Fingerprints prints(List<Blocked> records) {
    Records asRecords =
        new Records() {
          @Override
          public int size() {
            return records.size();
          }

          @Override
          public int source(int row) {
            return 0;
          }

          @Override
          public String recordId(int row) {
            return String.valueOf(10_000 + records.get(row).id());
          }

          @Override
          public String[] values(int row) {
            return Arrays.stream(records.get(row).values())
                .mapToObj(String::valueOf)
                .toArray(String[]::new);
          }
        };
    return Fingerprints.of(asRecords, List.of("a"), KEYS, 1);
  }

  private static int[] values(List<Blocked> records) {
    return records.stream().flatMapToInt(record -> Arrays.stream(record.values())).toArray();
  }

  private static int[] some(Random random) {
    return random.ints(KEYS, 0, 4).toArray();
  }

  /** One record in so many goes, comes or is corrected. */
  private static List<Blocked> later(List<Blocked> records, int oneIn, Random random) {
    List<Blocked> later = new ArrayList<>();
    int id = 0;
    for (Blocked record : records) {
      while (++id < record.id()) {
        if (random.nextInt(oneIn) == 0) {
          later.add(new Blocked(id, some(random)));
        }
      }
      int kind = random.nextInt(oneIn * 2);
      if (kind > 0) {
        later.add(kind == 1 ? new Blocked(id, some(random)) : record);
      }
    }
    return later;
  }

  private static LinkState state(Fingerprints prints, Blocks blocks) {
    int rows = prints.size();
    int[] none = new int[0];
    return new LinkState(
        prints.ids(),
        prints.contents(),
        blocks,
        none,
        none,
        none,
        none,
        new int[rows],
        new double[rows],
        new LinkState.Bond[0]);
  }

  private static Blocks next(Blocks blocks, List<Blocked> before, List<Blocked> now) {
    Difference difference = Difference.of(prints(now), state(prints(before), blocks)).orElseThrow();
    int[] fresh = difference.fresh();
    return blocks.next(difference, fresh, values(Arrays.stream(fresh).mapToObj(now::get).toList()));
  }

  private static List<Blocked> people(int count, Random random) {
    List<Blocked> people = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      people.add(new Blocked(2 * i, some(random)));
    }
    return people;
  }

  @Test
  void nightAfterNightTheyAreWhatTheRowsAreBlockedBy() {
    Random random = new Random(1);
    for (int oneIn : new int[] {5, 20, 200}) {
      List<Blocked> records = people(120, random);
      Blocks blocks = Blocks.of(KEYS, records.size(), values(records));
      for (int night = 0; night < 40; night++) {
        List<Blocked> now = later(records, oneIn, random);

        blocks = next(blocks, records, now);

        records = now;
        assertThat(blocks.rows()).isEqualTo(records.size());
        assertThat(blocks.values()).isEqualTo(values(records));
        int row = random.nextInt(records.size());
        assertThat(blocks.values(new int[] {row})).isEqualTo(records.get(row).values());
        assertThat(blocks.value(row, 2)).isEqualTo(records.get(row).values()[2]);
        assertFirstKeys(blocks, random);
        assertRunsStandInTheBase(blocks);
      }
    }
  }

  private static void assertFirstKeys(Blocks blocks, Random random) {
    for (int i = 0; i < 50; i++) {
      int a = random.nextInt(blocks.rows());
      int b = random.nextInt(blocks.rows());
      assertThat(blocks.firstKey(a, b))
          .isEqualTo(Blocks.firstKey(blocks.values(), KEYS, a, b))
          .isEqualTo(firstAlike(blocks, a, b));
    }
  }

  private static int firstAlike(Blocks blocks, int a, int b) {
    int key = 0;
    while (key < KEYS
        && (blocks.value(a, key) == 0 || blocks.value(a, key) != blocks.value(b, key))) {
      key++;
    }
    return key;
  }

  /** What is behind the first row of a run in its array belongs to the rows that follow it. */
  private static void assertRunsStandInTheBase(Blocks blocks) {
    for (int row = 0; row < blocks.rows(); ) {
      int end = blocks.endOfRun(row, blocks.rows());
      assertThat(end).isGreaterThan(row);
      for (int next = row; next < end; next++) {
        assertThat(blocks.array(next)).isSameAs(blocks.array(row));
        assertThat(blocks.start(next)).isEqualTo(blocks.start(row) + (next - row) * KEYS);
      }
      row = end;
    }
  }

  @Test
  void theBaseStaysUntilOneRowInEightStandsBesideIt() {
    Random random = new Random(2);
    List<Blocked> records = people(80, random);
    Blocks first = Blocks.of(KEYS, 80, values(records));
    Blocks blocks = first;
    for (int change = 1; change <= 11; change++) {
      List<Blocked> now = new ArrayList<>(records);
      now.set(change, new Blocked(records.get(change).id(), new int[] {9, 9, change + 10}));

      blocks = next(blocks, records, now);

      records = now;
      if (change <= 10) {
        assertThat(blocks.base()).isSameAs(first.base());
      }
    }
    assertThat(blocks.base()).isNotSameAs(first.base());
    assertThat(blocks.base().values()).isEqualTo(values(records));
  }

  @Test
  void theBaseIsMadeAnewWhereManyOfItsRowsAreGone() {
    Random random = new Random(3);
    List<Blocked> records = people(90, random);
    Blocks first = Blocks.of(KEYS, 90, values(records));

    assertThat(next(first, records, records.subList(0, 80)).base()).isSameAs(first.base());
    assertThat(next(first, records, records.subList(0, 79)).base()).isNotSameAs(first.base());
  }

  @Test
  void areReadAsTheyWereWritten() throws IOException {
    Random random = new Random(4);
    List<Blocked> records = people(50, random);
    List<Blocked> now = later(records, 30, random);
    Blocks blocks = next(Blocks.of(KEYS, 50, values(records)), records, now);
    ByteArrayOutputStream base = new ByteArrayOutputStream();
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    blocks.base().write(new DataOutputStream(base));
    blocks.writeRest(new DataOutputStream(rest));

    Blocks.Base readBase = Blocks.Base.read(in(base.toByteArray()));
    Blocks read = Blocks.readRest(readBase, now.size(), in(rest.toByteArray()));

    assertThat(read.keys()).isEqualTo(KEYS);
    assertThat(readBase.values()).isEqualTo(values(records));
    assertThat(read.values()).isEqualTo(values(now));
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  /** How many numbers stand beside a base of two rows, and where the one row stands. */
  @ParameterizedTest
  @ValueSource(strings = {"0 2", "0 -1", "3 -2", "2 0", "-3 0"})
  void whatNamesRowsThatAreNotThereIsRefused(String numbers) throws IOException {
    int beside = Integer.parseInt(numbers.split(" ")[0]);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(beside);
    for (int i = 0; i < beside; i++) {
      out.writeInt(1);
    }
    out.writeInt(Integer.parseInt(numbers.split(" ")[1]));

    Blocks.Base base = new Blocks.Base(KEYS, new int[2 * KEYS]);
    assertThatThrownBy(() -> Blocks.readRest(base, 1, in(bytes.toByteArray())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("state of linkage");
  }

  @Test
  void aBaseOfNoWholeRowsIsRefused() {
    byte[] bytes = {0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0};
    assertThatThrownBy(() -> Blocks.Base.read(in(bytes)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no whole rows");
  }
}
