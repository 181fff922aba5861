package org.baophu.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesakeCommunesTest {
  private final NamesakeCommunes namesakes = new NamesakeCommunes(new Places().communes());

  @ParameterizedTest
  @CsvSource(
      value = {
        "Hồng Phong;Xã;;false;false;Cao Lộc's and Bình Gia's became parts of different communes",
        "Hồng Phong;Xã;Huyện Cao Lộc;false;true;the district decides",
        "Hồng Phong;;Huyện Bình Gia;false;true;the district decides without the type",
        "Đông Kinh;Phường;;false;true;today's and the old ward lie in one commune",
        "Cao Lộc;Thị trấn;;false;true;the type decides: now Kỳ Lừa",
        "Cao Lộc;;;false;false;a town before, another commune today",
        "Bính Xá;Xã;Huyện Đình Lập;false;false;split between two communes",
        "Tân Thanh;Xã;Huyện Văn Lãng;false;true;Tân Thành only looks alike without diacritics",
        "Tân Thanh;Xã;;true;false;written as Tan Thanh it may be Tân Thành",
        "Tân Lập;Xã;;false;false;another Tân Lập was given up before 2025",
        "Hà Nội;;;false;false;no commune of Lạng Sơn"
      },
      delimiter = ';',
      nullValues = "-",
      emptyValue = "")
  void meansOneCommuneOnly(
      String name, String type, String district, boolean plain, boolean means, String reason) {
    String statedType = type == null ? "" : type;
    String statedDistrict = district == null ? "" : district;
    assertThat(namesakes.means(name, statedType, statedDistrict, plain))
        .as(reason)
        .isEqualTo(means);
  }
}
