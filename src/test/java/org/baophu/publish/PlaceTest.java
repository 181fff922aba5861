package org.baophu.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.baophu.person.Commune;
import org.baophu.reference.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

  @ParameterizedTest
  @CsvSource({
    "05977, Phường Đông Kinh, 05977-phuong-dong-kinh.csv, 05977 Phường Đông Kinh",
    "06001, Xã Hữu Lũng, 06001-xa-huu-lung.csv, 06001 Xã Hữu Lũng",
    "1, ../a:b*?, 1-a-b.csv, 1 .. a b",
    "2, [x]/'y', 2-x-y.csv, 2  x 'y",
    "3, Xã có một cái tên dài hơn ba mươi mốt chữ, 3-xa-co-mot-cai-ten-dai-hon-ba-muoi-mot-chu.csv,"
        + " 3 Xã có một cái tên dài hơn ba",
  })
  void namesAreSafeForFilesAndSheets(String code, String name, String file, String sheet) {
    Place place = new Place(code, name);
    assertThat(place.fileName()).isEqualTo(file);
    assertThat(place.sheetName()).isEqualTo(sheet);
  }

  @Test
  void unknownHasItsOwnName() {
    assertThat(Place.UNKNOWN.fileName()).isEqualTo("unknown.csv");
    assertThat(Place.UNKNOWN.sheetName()).isEqualTo("unknown");
  }

  @Test
  void allCommunesOfTheProvinceHaveNamesOfTheirOwn() {
    List<Place> places =
        ReferenceTable.read("new_communes").stream()
            .map(e -> Place.of(new Commune(e.get("code"), e.get("full_name"), e.get("name"))))
            .toList();
    assertThat(places).hasSize(65);
    assertThat(places).extracting(Place::fileName).doesNotHaveDuplicates();
    assertThat(places).extracting(Place::fileName).allMatch(n -> n.matches("[0-9a-z-]+\\.csv"));
    assertThat(places).extracting(Place::sheetName).doesNotHaveDuplicates();
    assertThat(places).extracting(Place::sheetName).allMatch(n -> n.length() <= 31);
  }

  @Test
  void aCommuneThatIsNotThereIsRefused() {
    Places places = new Places(List.of(SmallPublication.TAM_THANH));
    assertThatThrownBy(() -> places.get("12345"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("12345");
    assertThat(places.nameOf("12345")).isEqualTo("12345");
    assertThat(places.get("")).isEqualTo(Place.UNKNOWN);
  }
}
