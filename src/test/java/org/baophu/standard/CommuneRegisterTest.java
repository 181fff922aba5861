package org.baophu.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baophu.person.Commune;
import org.baophu.reference.ReferenceTable;
import org.baophu.reference.ReferenceTable.Entry;
import org.baophu.standard.CommuneMatch.Basis;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every commune of every time, in every form of the public contract. */
class CommuneRegisterTest {
  private static final CommuneRegister TODAY = CommuneRegister.on(LocalDate.of(2026, 3, 1));
  private static final List<Unit> UNITS = units();

  /** A commune under one name: an independent reading of the reference tables. */
  private record Unit(
      String fullName, String type, String name, String district, Set<String> codes) {
    String code() {
      return codes.size() == 1 ? codes.iterator().next() : "";
    }
  }

  private static List<Unit> units() {
    List<Unit> units = new ArrayList<>();
    for (Entry e : ReferenceTable.read("new_communes")) {
      units.add(unit(e.get("full_name"), "", Set.of(e.get("code"))));
    }
    List<Entry> mapping = ReferenceTable.read("commune_mapping");
    for (Entry e : ReferenceTable.read("old_communes")) {
      Set<String> codes =
          mapping.stream()
              .filter(m -> m.get("old_code").equals(e.get("code")))
              .map(m -> m.get("new_code"))
              .collect(Collectors.toCollection(TreeSet::new));
      units.add(unit(e.get("full_name"), e.get("district_name"), codes));
    }
    for (Entry e : ReferenceTable.read("commune_retired_names")) {
      Set<String> codes = Set.of(e.get("new_code_2025_07"));
      units.add(unit(e.get("retired_full_name"), e.get("district_name"), codes));
    }
    return units;
  }

  private static Unit unit(String fullName, String district, Set<String> codes) {
    String type = fullName.replaceFirst("^(Xã|Phường|Thị trấn) .*$", "$1");
    return new Unit(fullName, type, fullName.substring(type.length() + 1), district, codes);
  }

  private static String match(String commune, String district) {
    return TODAY.match(commune, district, "", "").code();
  }

  /** Spellings that do not change which name is meant. */
  private static List<String> spellings(String text) {
    return List.of(
        text,
        text.toUpperCase(Locale.ROOT),
        text.toLowerCase(Locale.ROOT),
        Normalizer.normalize(text, Normalizer.Form.NFD),
        "  " + text.replace(" ", "  ") + " ",
        text.replace("òa", "oà").replace("ụy", "uỵ").replace("ùy", "uỳ").replace("ỏa", "oả"));
  }

  private static String abbreviated(String text) {
    return text.replaceFirst("^Xã ", "X. ")
        .replaceFirst("^Phường ", "P.")
        .replaceFirst("^Thị trấn ", "TT ")
        .replaceFirst("^Huyện ", "H. ")
        .replaceFirst("^Thành phố ", "TP ");
  }

  private static String bare(String text) {
    return text.replaceFirst("^(Xã|Phường|Thị trấn|Huyện|Thành phố) ", "");
  }

  private static String plain(String text) {
    return Vietnamese.toAscii(text);
  }

  /** The commune that all units agree on, or none. */
  private static String agreed(List<Unit> units) {
    Set<String> codes = new TreeSet<>();
    units.forEach(u -> codes.addAll(u.codes));
    return codes.size() == 1 ? codes.iterator().next() : "";
  }

  @Test
  void everyOldCommuneWithTypeAndDistrict() {
    for (Unit unit : UNITS) {
      if (!unit.district.isEmpty()) {
        for (String name : spellings(unit.fullName)) {
          for (String district : spellings(unit.district)) {
            assertThat(match(name, district)).as("%s, %s", name, district).isEqualTo(unit.code());
          }
        }
        assertThat(match(abbreviated(unit.fullName), abbreviated(unit.district)))
            .as("%s, %s", abbreviated(unit.fullName), abbreviated(unit.district))
            .isEqualTo(unit.code());
      }
    }
  }

  @Test
  void everyOldCommuneWithoutDiacriticsOrTypeButWithDistrict() {
    for (Unit unit : UNITS) {
      if (!unit.district.isEmpty()) {
        List<Unit> same =
            UNITS.stream()
                .filter(u -> u.district.equals(unit.district))
                .filter(u -> plain(u.name).equals(plain(unit.name)))
                .toList();
        assertThat(match(plain(unit.name), plain(unit.district)))
            .as("%s, %s", plain(unit.name), unit.district)
            .isEqualTo(agreed(same));
        assertThat(match(plain(unit.fullName), plain(bare(unit.district))))
            .as("%s, %s", plain(unit.fullName), bare(unit.district))
            .isIn(
                agreed(same), bare(unit.district).equals("Lạng Sơn") ? anywhere(unit, true) : "-");
      }
    }
  }

  private static String anywhere(Unit unit, boolean plain) {
    return agreed(
        UNITS.stream()
            .filter(u -> u.type.equals(unit.type))
            .filter(u -> plain ? plain(u.name).equals(plain(unit.name)) : u.name.equals(unit.name))
            .toList());
  }

  @Test
  void everyCommuneWithoutDistrictIsDecidedOnlyWhereAllOfThatNameAreOne() {
    for (Unit unit : UNITS) {
      List<Unit> sameName = UNITS.stream().filter(u -> u.name.equals(unit.name)).toList();
      List<Unit> samePlain =
          UNITS.stream().filter(u -> plain(u.name).equalsIgnoreCase(plain(unit.name))).toList();
      for (String name : spellings(unit.fullName)) {
        assertThat(match(name, "")).as(name).isEqualTo(anywhere(unit, false));
      }
      for (String name : spellings(unit.name)) {
        assertThat(match(name, "")).as(name).isEqualTo(agreed(sameName));
      }
      assertThat(match(abbreviated(unit.fullName), "")).isEqualTo(anywhere(unit, false));
      assertThat(match(plain(unit.fullName), ""))
          .as(plain(unit.fullName))
          .isEqualTo(anywhere(unit, true));
      assertThat(match(plain(unit.name), "")).as(plain(unit.name)).isEqualTo(agreed(samePlain));
    }
  }

  @Test
  void everyCommuneFromTheAddressAlone() {
    for (Unit unit : UNITS) {
      String tail = unit.district.isEmpty() ? "" : ", " + unit.district;
      String expected = unit.district.isEmpty() ? anywhere(unit, false) : unit.code();
      List<String> addresses =
          List.of(
              "Thôn Nà Pài, " + unit.fullName + tail + ", tỉnh Lạng Sơn",
              "Số 5 đường Hoàng Văn Thụ - "
                  + unit.fullName
                  + tail.replace(",", " -")
                  + " - Lạng Sơn",
              "thôn Hồng Phong " + unit.fullName + tail.replace(",", "") + " tỉnh Lạng Sơn",
              ("Khối 7, " + unit.fullName + tail + ", tỉnh Lạng Sơn, Việt Nam")
                  .toUpperCase(Locale.ROOT),
              unit.fullName + tail);
      for (String address : addresses) {
        CommuneMatch match = TODAY.match("", "", "", address);
        assertThat(match.code()).as(address + match).isEqualTo(expected);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> table() {
    return Tables.tests(
        "communes.csv",
        "reason",
        row -> {
          CommuneMatch match =
              TODAY.match(
                  row.get("commune"), row.get("district"), row.get("province"), row.get("address"));
          String name = TODAY.findByCode(match.code()).map(Commune::fullName).orElse("");
          assertThat(name + " " + match.basis())
              .isEqualTo(row.get("expected") + " " + row.get("basis"));
        });
  }

  /** All texts one letter away by leaving out, doubling, replacing or exchanging a letter. */
  private static List<String> slips(String name) {
    List<String> slips = new ArrayList<>();
    for (int i = 0; i < name.length(); i++) {
      String head = name.substring(0, i);
      slips.add(head + name.substring(i + 1));
      slips.add(head + name.charAt(i) + name.substring(i));
      slips.add(head + "x" + name.substring(i + 1));
      if (i + 1 < name.length()) {
        slips.add(head + name.charAt(i + 1) + name.charAt(i) + name.substring(i + 2));
      }
    }
    return slips;
  }

  @Test
  void aSlipIsMendedOrLeavesTheCommuneOpenButNeverLeadsAstray() {
    Set<String> names =
        UNITS.stream().map(u -> Vietnamese.fold(u.name)).collect(Collectors.toSet());
    int mended = 0;
    int all = 0;
    for (Unit unit : UNITS) {
      for (String slip : slips(unit.name)) {
        if (!unit.code().isEmpty() && !names.contains(Vietnamese.fold(slip))) {
          assertThat(match(slip, "")).as(slip).isIn("", unit.code());
          String inDistrict = match(slip, unit.district);
          assertThat(inDistrict).as("%s, %s", slip, unit.district).isIn("", unit.code());
          mended += inDistrict.isEmpty() ? 0 : 1;
          all++;
        }
      }
    }
    assertThat((double) mended / all).isGreaterThan(0.9);
  }

  @Test
  void manyThreadsFindWhatOneFinds() {
    CommuneRegister shared = CommuneRegister.on(LocalDate.of(2026, 3, 1));
    List<String> alone = UNITS.stream().map(u -> match(u.fullName, u.district)).toList();
    List<String> together =
        UNITS.parallelStream()
            .map(u -> shared.match(u.fullName, u.district, "", "").code())
            .toList();
    assertThat(together).isEqualTo(alone);
  }

  @Test
  void namesOfTodayBeforeTheReform() {
    CommuneRegister before = CommuneRegister.on(LocalDate.of(2025, 6, 30));
    // Ba Sơn was made of Cao Lâu, Xuất Lễ and Mẫu Sơn: three communes of before
    assertThat(before.match("Xã Ba Sơn", "", "", "").basis()).isEqualTo(Basis.AMBIGUOUS);
    assertThat(before.match("Xã Quang Lang", "Chi Lăng", "", "").code()).isEqualTo("06463");
  }

  @Test
  void communesBeforeTheReformAreThe194() {
    CommuneRegister before = CommuneRegister.on(LocalDate.of(2025, 6, 30));
    assertThat(before.communes()).hasSize(194);
    assertThat(TODAY.communes()).hasSize(65);
    for (Entry e : ReferenceTable.read("old_communes")) {
      assertThat(before.match(e.get("full_name"), e.get("district_name"), "", "").code())
          .as(e.get("full_name"))
          .isEqualTo(e.get("code"));
    }
  }

  @Test
  void todaysCommunesAreFoundByCode() {
    for (Commune commune : TODAY.communes()) {
      assertThat(TODAY.findByCode(commune.code())).contains(commune);
    }
    assertThat(TODAY.findByCode("00000")).isEmpty();
  }

  @Test
  void splitCommunesSaySo() {
    assertThat(TODAY.match("Xã Bính Xá", "Huyện Đình Lập", "", "").basis()).isEqualTo(Basis.SPLIT);
    assertThat(TODAY.match("Xã Kiên Mộc", "Huyện Đình Lập", "", "").basis()).isEqualTo(Basis.SPLIT);
    assertThat(TODAY.match("Kiên Mộc", "", "", "").basis()).isEqualTo(Basis.SPLIT);
    assertThat(TODAY.match("Xã Bính Xá", "", "", "Bản Xả, xã Đình Lập, tỉnh Lạng Sơn").code())
        .isEqualTo(TODAY.match("Xã Đình Lập", "", "", "").code());
  }

  @Test
  void anAmbiguousNameCarriesWhatItMayMean() {
    CommuneMatch match = TODAY.match("Xã Chi Lăng", "", "", "");

    assertThat(match.code()).isEmpty();
    assertThat(match.candidates()).contains("06040", "06463").isSorted();
    assertThat(match.bearer()).isEqualTo("06463");
  }

  @Test
  void aSplitCommuneCarriesItsParts() {
    CommuneMatch match = TODAY.match("Xã Bính Xá", "Huyện Đình Lập", "", "");

    assertThat(match.basis()).isEqualTo(Basis.SPLIT);
    assertThat(match.candidates()).containsExactly("06613", "06625");
    assertThat(match.bearer()).isEmpty();
  }
}
