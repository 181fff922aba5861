package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.baophu.person.BirthDate;
import org.baophu.person.InsuranceNumber;
import org.baophu.person.NationalId;
import org.baophu.person.OldNationalId;
import org.baophu.person.PersonName;
import org.baophu.person.RecordKey;
import org.baophu.person.Sex;
import org.baophu.person.Source;
import org.baophu.person.TaxCode;
import org.baophu.standard.CommuneMatch.Basis;
import org.baophu.standard.StandardRecord.Ids;
import org.junit.jupiter.api.Test;

class StandardRecordCodecTest {
  private static final StandardRecordCodec CODEC = new StandardRecordCodec();
  private static final LocalDate DAY = LocalDate.of(2025, 12, 1);

  private static byte[] bytes(List<StandardRecord> records) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (StandardRecord record : records) {
      CODEC.write(record, out);
    }
    return bytes.toByteArray();
  }

  private static List<StandardRecord> records(byte[] bytes, int count) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<StandardRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(CODEC.read(in));
    }
    assertThat(in.available()).isZero();
    return records;
  }

  private static <T> T one(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static StandardRecord record(Random random) {
    Ids full =
        new Ids(
            new NationalId("020185001234"),
            new OldNationalId("081234567"),
            new TaxCode("0100112437"),
            new InsuranceNumber("2012345678"),
            "0912345678");
    return new StandardRecord(
        new RecordKey(one(random, List.of(Source.values())), "id" + random.nextInt()),
        one(random, List.of("tax.csv", "bảng thuế.xlsx")),
        one(random, List.of(2L, 127L, 128L, 1_048_577L, Long.MAX_VALUE)),
        new PersonName(one(random, List.of("Nông Thị Hồng Nhung", "A", "𠮷".repeat(200)))),
        one(
            random,
            List.of(
                BirthDate.UNKNOWN,
                BirthDate.ofYear(1975),
                new BirthDate(1975, 12, 0),
                new BirthDate(2000, 2, 29))),
        one(random, List.of(Sex.values())),
        one(
            random,
            List.of(
                full,
                Ids.NONE,
                new Ids(full.nationalId(), null, null, null, ""),
                new Ids(null, null, full.taxCode(), null, null))),
        one(random, List.of("", "Thôn Nà Pài, xã Đồng Đăng")),
        one(
            random,
            List.of(
                CommuneMatch.of("06184", Basis.ADDRESS),
                CommuneMatch.unknown(Basis.NOT_STATED),
                new CommuneMatch("", Basis.SPLIT, List.of("06613", "06625"), "06625"))),
        one(random, List.of("", "Tày")),
        one(
            random,
            List.of(
                new Details.Tax(Details.IncomeKind.OTHER, false, null),
                new Details.Tax(Details.IncomeKind.SALARY, true, DAY),
                new Details.Business(
                    "", "", "", Details.TaxMethod.UNKNOWN, -1, Details.BusinessStatus.CLOSED, null),
                new Details.Business(
                    "B1",
                    "Tạp hóa",
                    "4711",
                    Details.TaxMethod.DECLARATION,
                    1_200_000_000_000L,
                    Details.BusinessStatus.ACTIVE,
                    DAY),
                new Details.Insurance(
                    Details.Scheme.PENSION, Details.InsuranceStatus.ACTIVE, -1, null),
                new Details.Insurance(
                    Details.Scheme.LUMP_SUM,
                    Details.InsuranceStatus.ENDED,
                    0,
                    YearMonth.of(2024, 12)),
                new Details.Poverty("", Details.Classification.POOR, null, null),
                new Details.Poverty("H1", Details.Classification.NEAR_POOR, DAY, DAY))));
  }

  @Test
  void everyRecordComesBackAsItWas() throws IOException {
    Random random = new Random(1);
    List<StandardRecord> records = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      records.add(record(random));
    }
    assertThat(records(bytes(records), records.size())).isEqualTo(records);
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    byte[] bytes = bytes(List.of(record(new Random(2))));
    bytes[0] = 99;
    assertThatThrownBy(() -> records(bytes, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 99");
  }

  @Test
  void aRecordCutShortIsNoRecord() throws IOException {
    byte[] bytes = bytes(List.of(record(new Random(3))));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> records(cut, 1)).isInstanceOf(EOFException.class);
    }
  }
}
