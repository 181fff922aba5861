package org.baophu.standard;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
import org.baophu.standard.Details.BusinessStatus;
import org.baophu.standard.Details.Classification;
import org.baophu.standard.Details.IncomeKind;
import org.baophu.standard.Details.InsuranceStatus;
import org.baophu.standard.Details.Scheme;
import org.baophu.standard.Details.TaxMethod;
import org.baophu.standard.StandardRecord.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Writes standard records as bytes and reads them back exactly, for what is kept between the steps
 * of a night.
 *
 * <p>Every record begins with the version of the form. Texts are UTF-8 behind their length; whole
 * numbers take seven bits a byte; a missing text is told from an empty one. Enums are kept by
 * position, so a change of any of them is a new version.
 */
public final class StandardRecordCodec {
  private static final int VERSION = 2;
  private static final int LONGEST_TEXT = 4 << 20;

  /** A province has few communes, so that records share what they name. */
  private final Map<CommuneMatch, CommuneMatch> communes = new ConcurrentHashMap<>();

  /** Writes one record. */
  public void write(StandardRecord record, DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeByte(record.key().source().ordinal());
    writeText(record.key().recordId(), out);
    writeText(record.file(), out);
    writeNumber(record.row(), out);
    writeText(record.name().text(), out);
    writeNumber(record.birthDate().year(), out);
    out.writeByte(record.birthDate().month());
    out.writeByte(record.birthDate().day());
    out.writeByte(record.sex().ordinal());
    writeIds(record.ids(), out);
    writeText(record.address(), out);
    writeCommune(record.commune(), out);
    writeText(record.ethnicity(), out);
    writeDetails(record.details(), out);
  }

  /**
   * Reads one record.
   *
   * @throws IOException if the bytes end early or are not of this version
   */
  public StandardRecord read(DataInput in) throws IOException {
    int version = in.readUnsignedByte();
    if (version != VERSION) {
      throw new IOException("records of version " + version + ", expected " + VERSION);
    }
    return new StandardRecord(
        new RecordKey(read(Source.values(), in), readText(in)),
        readText(in),
        readNumber(in),
        new PersonName(readText(in)),
        new BirthDate((int) readNumber(in), in.readUnsignedByte(), in.readUnsignedByte()),
        read(Sex.values(), in),
        readIds(in),
        readText(in),
        readCommune(in),
        readText(in),
        readDetails(in));
  }

  private static void writeCommune(CommuneMatch commune, DataOutput out) throws IOException {
    writeText(commune.code(), out);
    out.writeByte(commune.basis().ordinal());
    writeNumber(commune.candidates().size(), out);
    for (String candidate : commune.candidates()) {
      writeText(candidate, out);
    }
    writeText(commune.bearer(), out);
  }

  private CommuneMatch readCommune(DataInput in) throws IOException {
    String code = readText(in);
    Basis basis = read(Basis.values(), in);
    List<String> candidates = new ArrayList<>();
    for (long left = readNumber(in); left > 0; left--) {
      candidates.add(readText(in));
    }
    CommuneMatch match = new CommuneMatch(code, basis, candidates, readText(in));
    CommuneMatch known = communes.putIfAbsent(match, match);
    return known == null ? match : known;
  }

  private static void writeIds(Ids ids, DataOutput out) throws IOException {
    NationalId nationalId = ids.nationalId();
    OldNationalId oldNationalId = ids.oldNationalId();
    TaxCode taxCode = ids.taxCode();
    InsuranceNumber insuranceNumber = ids.insuranceNumber();
    writeNullable(nationalId == null ? null : nationalId.digits(), out);
    writeNullable(oldNationalId == null ? null : oldNationalId.digits(), out);
    writeNullable(taxCode == null ? null : taxCode.digits(), out);
    writeNullable(insuranceNumber == null ? null : insuranceNumber.digits(), out);
    writeNullable(ids.phone(), out);
  }

  private static Ids readIds(DataInput in) throws IOException {
    return new Ids(
        parsed(readNullable(in), NationalId::parse),
        parsed(readNullable(in), OldNationalId::parse),
        parsed(readNullable(in), TaxCode::parse),
        parsed(readNullable(in), InsuranceNumber::parse),
        readNullable(in));
  }

  private static <T> @Nullable T parsed(
      @Nullable String text, Function<String, Optional<T>> parse) {
    return text == null ? null : parse.apply(text).orElseThrow();
  }

  private static void writeDetails(Details details, DataOutput out) throws IOException {
    if (details instanceof Details.Tax tax) {
      out.writeByte(0);
      out.writeByte(tax.incomeKind().ordinal());
      out.writeBoolean(tax.active());
      writeDay(tax.updatedOn(), out);
    } else if (details instanceof Details.Business business) {
      out.writeByte(1);
      writeBusiness(business, out);
    } else if (details instanceof Details.Insurance insurance) {
      out.writeByte(2);
      out.writeByte(insurance.scheme().ordinal());
      out.writeByte(insurance.status().ordinal());
      writeNumber(insurance.monthsPaid() + 1L, out);
      YearMonth until = insurance.paidUntil();
      writeDay(until == null ? null : until.atDay(1), out);
    } else if (details instanceof Details.Poverty poverty) {
      out.writeByte(3);
      writeText(poverty.householdCode(), out);
      out.writeByte(poverty.classification().ordinal());
      writeDay(poverty.validFrom(), out);
      writeDay(poverty.validTo(), out);
    }
  }

  private static void writeBusiness(Details.Business business, DataOutput out) throws IOException {
    writeText(business.businessCode(), out);
    writeText(business.businessName(), out);
    writeText(business.industryCode(), out);
    out.writeByte(business.taxMethod().ordinal());
    writeNumber(business.annualRevenueVnd() + 1, out);
    out.writeByte(business.status().ordinal());
    writeDay(business.registeredOn(), out);
  }

  private static Details readDetails(DataInput in) throws IOException {
    int kind = in.readUnsignedByte();
    return switch (kind) {
      case 0 -> new Details.Tax(read(IncomeKind.values(), in), in.readBoolean(), readDay(in));
      case 1 ->
          new Details.Business(
              readText(in),
              readText(in),
              readText(in),
              read(TaxMethod.values(), in),
              readNumber(in) - 1,
              read(BusinessStatus.values(), in),
              readDay(in));
      case 2 ->
          new Details.Insurance(
              read(Scheme.values(), in),
              read(InsuranceStatus.values(), in),
              (int) (readNumber(in) - 1),
              readMonth(in));
      case 3 ->
          new Details.Poverty(
              readText(in), read(Classification.values(), in), readDay(in), readDay(in));
      default -> throw new IOException("no details of kind " + kind);
    };
  }

  private static @Nullable YearMonth readMonth(DataInput in) throws IOException {
    LocalDate day = readDay(in);
    return day == null ? null : YearMonth.from(day);
  }

  private static <T> T read(T[] values, DataInput in) throws IOException {
    int index = in.readUnsignedByte();
    if (index >= values.length) {
      throw new IOException("no value " + index + " of " + values.length);
    }
    return values[index];
  }

  private static void writeDay(@Nullable LocalDate day, DataOutput out) throws IOException {
    out.writeInt(day == null ? Integer.MIN_VALUE : Math.toIntExact(day.toEpochDay()));
  }

  private static @Nullable LocalDate readDay(DataInput in) throws IOException {
    int day = in.readInt();
    return day == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
  }

  /** Writes a text of any length; {@code writeUTF} ends at 65,535 bytes. */
  public static void writeText(String text, DataOutput out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeNumber(bytes.length, out);
    out.write(bytes);
  }

  /** Reads what {@link #writeText} wrote. */
  public static String readText(DataInput in) throws IOException {
    long length = readNumber(in);
    if (length > LONGEST_TEXT) {
      throw new IOException("a text of " + length + " bytes, at most " + LONGEST_TEXT);
    }
    byte[] bytes = new byte[(int) length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void writeNullable(@Nullable String text, DataOutput out) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      writeText(text, out);
    }
  }

  private static @Nullable String readNullable(DataInput in) throws IOException {
    return in.readBoolean() ? readText(in) : null;
  }

  private static void writeNumber(long number, DataOutput out) throws IOException {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  private static long readNumber(DataInput in) throws IOException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = in.readUnsignedByte();
      number |= (next & 0x7FL) << shift;
      if (next < 0x80) {
        return number;
      }
    }
    throw new IOException("a number of more than 64 bits");
  }
}
