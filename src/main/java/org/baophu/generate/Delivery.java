package org.baophu.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.baophu.intake.InputKind;
import org.baophu.intake.encoding.VietnameseCharsets;

/** Writes the registers' rows as files, in plain or in mixed formats. */
final class Delivery {
  private static final List<String> TAX_HEADINGS =
      List.of(
          "Mã hồ sơ",
          "Mã số thuế",
          "Họ và tên",
          "Ngày sinh",
          "Giới tính",
          "Số CCCD",
          "Số điện thoại",
          "Địa chỉ",
          "Xã/Phường",
          "Quận/Huyện",
          "Tỉnh/Thành phố",
          "Loại thu nhập",
          "Trạng thái",
          "Ngày cập nhật");
  private static final List<String> POVERTY_HEADINGS =
      List.of(
          "Mã hồ sơ",
          "Mã hộ",
          "Họ và tên",
          "Ngày sinh",
          "Giới tính",
          "Số CCCD",
          "Địa chỉ",
          "Xã/Phường",
          "Quận/Huyện",
          "Phân loại hộ",
          "Dân tộc",
          "Từ ngày",
          "Đến ngày");

  private final Formats formats;
  private final Path output;

  Delivery(Formats formats, Path output) {
    this.formats = formats;
    this.output = output;
  }

  void write(List<Pile> piles) throws IOException {
    for (Pile pile : piles) {
      for (String ending : List.of(".csv", ".csv.gz", ".xlsx")) {
        Files.deleteIfExists(file(pile.kind(), ending));
      }
      switch (formats) {
        case PLAIN -> plain(pile);
        case MIXED -> mixed(pile);
      }
    }
  }

  private Path file(InputKind kind, String ending) {
    return output.resolve(kind.prefix() + ending);
  }

  private void plain(Pile pile) throws IOException {
    try (CsvSink sink = CsvSink.plain(file(pile.kind(), ".csv"))) {
      sink.write(pile.kind().columns());
      for (int i = 0; i < pile.rows().size(); i++) {
        sink.write(pile.rows().get(i).cells(pile.recordId(i)));
      }
    }
  }

  private void mixed(Pile pile) throws IOException {
    switch (pile.kind()) {
      case TAX -> {
        try (CsvSink sink =
            new CsvSink(file(InputKind.TAX, ".csv"), VietnameseCharsets.TCVN3, false, '\t')) {
          new BrokenRows(pile, sink).writeAmong(TAX_HEADINGS);
        }
      }
      case BUSINESS -> {
        try (CsvSink sink =
            new CsvSink(file(InputKind.BUSINESS, ".csv"), StandardCharsets.UTF_8, true, ';')) {
          new BrokenRows(pile, sink).writeAmong(InputKind.BUSINESS.columns());
        }
      }
      case INSURANCE -> {
        try (CsvSink sink = CsvSink.plain(file(InputKind.INSURANCE, ".csv.gz"))) {
          new BrokenRows(pile, sink).writeAmong(InputKind.INSURANCE.columns());
        }
      }
      case POVERTY -> {
        try (XlsxSink sink = new XlsxSink(file(InputKind.POVERTY, ".xlsx"), "Hộ nghèo")) {
          new BrokenRows(pile, sink).writeAmong(POVERTY_HEADINGS);
        }
      }
      case ORGANISATIONS, LABOUR_FORCE, PROVINCE_TARGETS, DECISIONS, AUDITS ->
          throw new IllegalArgumentException(pile.kind() + " files hold no records of persons");
    }
  }
}
