package org.baophu.standard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baophu.person.Commune;
import org.baophu.standard.CommuneMatch.Basis;

/**
 * The communes of the province on a date, and which of them a record names, by whatever name they
 * have had since 2017.
 *
 * <p>Until 30 June 2025 there were 194 communes in 11 districts, since then 65 and no districts.
 * For a date before the reform the communes are those of 30 June 2025.
 *
 * <p>Homonyms are never guessed. A name counts for every commune that has or had it, today's
 * included: {@code Hồng Phong} alone may be today's commune, or either of two former ones, of which
 * one is now part of Đồng Đăng; so it is {@link Basis#AMBIGUOUS} unless a district, a type ({@code
 * Phường Chi Lăng}) or the address decides. Where all bearers of a name are the same commune today,
 * it is decided. {@code Bính Xá} and {@code Kiên Mộc} of Đình Lập were split: a record that names
 * one of them is {@link Basis#SPLIT} unless its address names today's commune. {@code Kiên Mộc} is
 * read so even without a district, since today's commune has the same name.
 *
 * <p>A register is immutable to its users and may be used by any number of threads.
 */
public final class CommuneRegister {
  private final List<Commune> communes;
  private final Map<String, Commune> byCode;
  private final CommuneFinder finder;

  private CommuneRegister(CommuneHistory history) {
    this.communes = history.communes();
    this.byCode =
        communes.stream().collect(Collectors.toUnmodifiableMap(Commune::code, Function.identity()));
    this.finder = new CommuneFinder(history);
  }

  /** The register as it stands on a date. */
  public static CommuneRegister on(LocalDate date) {
    return new CommuneRegister(CommuneHistory.on(date));
  }

  /** The communes in force, by code. */
  public List<Commune> communes() {
    return communes;
  }

  /** The commune in force that has this code. */
  public Optional<Commune> findByCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * Which commune a record names; every text may be empty.
   *
   * @param commune the commune column: a name of any time, or a code of five digits
   * @param district the district column
   * @param province the province column
   * @param address the address text, which decides where the columns do not
   */
  public CommuneMatch match(String commune, String district, String province, String address) {
    return finder.find(commune, district, province, address);
  }
}
