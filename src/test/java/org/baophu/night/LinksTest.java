package org.baophu.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
  /** Number by number, as files of earlier nights were written. */
  private static byte[] slowly(Links links) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeDouble(links.missShare());
    out.writeInt(links.clusterCount());
    out.writeInt(links.cluster().length);
    for (int i = 0; i < links.cluster().length; i++) {
      out.writeInt(links.cluster()[i]);
      out.writeFloat(links.membership()[i]);
    }
    out.writeInt(links.pairs());
    for (int i = 0; i < links.pairs(); i++) {
      out.writeInt(links.rowA()[i]);
      out.writeInt(links.rowB()[i]);
      out.writeFloat(links.probability()[i]);
    }
    return bytes.toByteArray();
  }

  /** Sizes around those at which what is gathered is written. */
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "1,0",
    "3,2",
    "8191,5460",
    "8192,5461",
    "8193,5462",
    "16384,10922",
    "20000,30000"
  })
  void areReadBackAsTheyWereWritten(int records, int pairs) throws IOException {
    SplittableRandom random = new SplittableRandom(records);
    float[] membership = new float[records];
    float[] probability = new float[pairs];
    for (int i = 0; i < records; i++) {
      membership[i] = (float) random.nextDouble();
    }
    for (int i = 0; i < pairs; i++) {
      probability[i] = (float) random.nextDouble();
    }
    Links links =
        new Links(
            records,
            random.ints(records).toArray(),
            membership,
            random.ints(pairs).toArray(),
            random.ints(pairs).toArray(),
            probability,
            0.25);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    links.write(new DataOutputStream(bytes));

    assertThat(bytes.toByteArray()).isEqualTo(slowly(links));
    Links read = Links.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(read).usingRecursiveComparison().isEqualTo(links);
  }
}
