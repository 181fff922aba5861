package org.baophu.night;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.baophu.link.FrozenModel;
import org.baophu.link.model.Model;
import tools.jackson.databind.json.JsonMapper;

/**
 * A frozen model and where it comes from.
 *
 * @param version of the program that learnt it
 * @param runKey the run that learnt it
 * @param date the date of that run
 * @param profile what the records were like
 */
record LearntModel(
    String version, String runKey, LocalDate date, RecordProfile profile, FrozenModel frozen) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(version);
    out.writeUTF(runKey);
    out.writeUTF(date.toString());
    writeJson(profile, out);
    writeJson(frozen.model(), out);
    frozen.write(out);
  }

  static LearntModel read(DataInputStream in) throws IOException {
    String version = in.readUTF();
    String runKey = in.readUTF();
    LocalDate date = LocalDate.parse(in.readUTF());
    RecordProfile profile = readJson(in, RecordProfile.class);
    FrozenModel frozen = FrozenModel.read(readJson(in, Model.class), in);
    return new LearntModel(version, runKey, date, profile, frozen);
  }

  private static void writeJson(Object value, DataOutputStream out) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(value);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static <T> T readJson(DataInputStream in, Class<T> type) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return JSON.readValue(bytes, type);
  }
}
