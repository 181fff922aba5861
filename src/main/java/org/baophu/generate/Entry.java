package org.baophu.generate;

import java.time.LocalDate;
import org.baophu.person.Source;
import org.baophu.standard.Details;

/**
 * What a register should say of a person, apart from who the person is.
 *
 * @param number the tax code or insurance number of this entry; empty in other registers
 * @param since about when the register learnt of it
 * @param details what this register records
 */
record Entry(String number, LocalDate since, Details details) {
  Source source() {
    if (details instanceof Details.Tax) {
      return Source.TAX;
    }
    if (details instanceof Details.Business) {
      return Source.BUSINESS;
    }
    return details instanceof Details.Insurance ? Source.INSURANCE : Source.POVERTY;
  }
}
