package org.baophu.target;

import java.math.BigInteger;
import org.baophu.coverage.Reason;

/**
 * How many new participants are asked of the province.
 *
 * @param asked persons, before it is lowered to what is possible
 * @param reason where the number comes from
 */
record Total(long asked, Reason reason) {
  private static final long HUNDRED = 100;

  /** The total that is given, else the province's of the year, else a part of the potential. */
  static Total of(TargetRequest request, long potential) {
    if (request.total() != TargetRequest.NOT_GIVEN) {
      return new Total(
          request.total(), Reason.of(Reason.Code.TOTAL_REQUESTED, Long.toString(request.total())));
    }
    return request.provinceTargets().stream()
        .filter(target -> target.year() == request.year())
        .filter(target -> target.measure().equals(ProvinceTarget.NEW_VOLUNTARY))
        .findFirst()
        .map(Total::ofProvince)
        .orElseGet(() -> derived(request.derivedPercent(), potential));
  }

  private static Total ofProvince(ProvinceTarget target) {
    return new Total(
        target.target(),
        Reason.of(
            Reason.Code.TOTAL_OF_PROVINCE,
            Integer.toString(target.year()),
            target.measure(),
            Long.toString(target.target())));
  }

  private static Total derived(int percent, long potential) {
    long total =
        BigInteger.valueOf(potential)
            .multiply(BigInteger.valueOf(percent))
            .divide(BigInteger.valueOf(HUNDRED))
            .longValueExact();
    return new Total(
        total,
        Reason.of(
            Reason.Code.TOTAL_FROM_POTENTIAL,
            Integer.toString(percent),
            Long.toString(potential),
            Long.toString(total)));
  }
}
