package org.baophu.generate;

import java.util.Locale;
import org.baophu.generate.Places.NewCommune;

/**
 * How a record names the place where a person lives, with the truth about it.
 *
 * @param truth the commune of today that the record means
 * @param isDecidable whether what is written means one commune of today only
 */
record PlaceText(
    String address,
    String commune,
    String district,
    String province,
    NewCommune truth,
    NamedIn namedIn,
    Form form,
    boolean isDecidable) {
  /** Where in the record the commune is named. */
  enum NamedIn {
    COLUMN,
    ADDRESS,
    NONE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** In which form the commune is named. */
  enum Form {
    NEW_FULL,
    NEW_WITHOUT_TYPE,
    OLD_FULL_WITH_DISTRICT,
    OLD_WITHOUT_TYPE_WITH_DISTRICT,
    OLD_FULL,
    OLD_WITHOUT_TYPE,
    NONE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
