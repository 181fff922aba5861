package org.baophu.generate;

import java.util.List;

/** What household businesses do and how they are called. */
final class Trades {
  private static final List<Trade> TRADES =
      List.of(
          new Trade("Tạp hóa", "4711"),
          new Trade("Cửa hàng vật liệu xây dựng", "4752"),
          new Trade("Quán phở", "5610"),
          new Trade("Quán cơm", "5610"),
          new Trade("Sửa chữa xe máy", "4542"),
          new Trade("May mặc", "1410"),
          new Trade("Cắt tóc", "9631"),
          new Trade("Vận tải", "4933"),
          new Trade("Nhà nghỉ", "5510"),
          new Trade("Thu mua hồi", "4620"),
          new Trade("Quầy thuốc", "4772"),
          new Trade("Điện thoại", "4741"),
          new Trade("Mộc dân dụng", "3100"),
          new Trade("Cơ khí", "2592"));

  private Trades() {}

  /** A trade and its code in the national industry classification (VSIC 2018). */
  record Trade(String word, String industryCode) {
    String businessName(String owner, Dice dice) {
      return switch (dice.below(3)) {
        case 0 -> "Hộ kinh doanh " + owner;
        case 1 -> word + " " + owner.substring(owner.lastIndexOf(' ') + 1);
        default -> "Hộ kinh doanh " + word + " " + owner.substring(owner.lastIndexOf(' ') + 1);
      };
    }
  }

  static Trade pick(Dice dice) {
    return dice.pick(TRADES);
  }
}
