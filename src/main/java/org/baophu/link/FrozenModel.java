package org.baophu.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.baophu.link.block.Splits;
import org.baophu.link.compare.Frequencies;
import org.baophu.link.model.Model;

/**
 * A model with all that its weights and its candidates rest on: how common values were where it was
 * learnt, and which blocks were split. By a model alone a pair weighs what its values weigh among
 * those of the table it stands in. By a frozen one a pair weighs the same, and is a candidate or is
 * none, in every table that holds its two rows.
 *
 * @param model what was learnt
 * @param frequencies how common values were
 * @param splits which blocks were too large
 */
public record FrozenModel(Model model, Frequencies frequencies, Splits splits) {
  /** Writes all but the model, which is plain data, for {@link #read} to read. */
  public void write(DataOutput out) throws IOException {
    frequencies.write(out);
    splits.write(out);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param model the one that it was written beside
   */
  public static FrozenModel read(Model model, DataInput in) throws IOException {
    return new FrozenModel(model, Frequencies.read(in), Splits.read(in));
  }
}
