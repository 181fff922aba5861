package org.baophu.generate;

import java.time.LocalDate;
import org.baophu.person.Sex;

/** A member of a household before numbers and livelihood: name, birth, sex and people. */
record Kin(FullName name, LocalDate birth, Sex sex, String people) {}
