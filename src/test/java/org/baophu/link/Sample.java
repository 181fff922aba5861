package org.baophu.link;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.baophu.link.table.Field;
import org.baophu.link.table.FieldType;
import org.baophu.link.table.Table;

/** Made-up people in two registers, with errors, from a seed; and who is who. */
final class Sample {
  static final List<Field> FIELDS =
      List.of(
          new Field("full_name", FieldType.PERSON_NAME),
          new Field("birth_date", FieldType.DATE),
          new Field("sex", FieldType.CATEGORY),
          new Field("national_id", FieldType.IDENTIFIER),
          new Field("phone", FieldType.PHONE),
          new Field("address", FieldType.TEXT));
  private static final String[] SURNAMES = {
    "Nguyễn", "Nông", "Hoàng", "Vi", "Lương", "Triệu", "Lý", "Hứa", "Chu", "Bế"
  };
  private static final String[] MIDDLES = {"Văn", "Thị", "Minh", "Ngọc", "Đức", "Thanh", "Xuân"};
  private static final String[] GIVEN = {
    "An", "Bình", "Cường", "Dũng", "Giang", "Hải", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc",
    "Quân", "Sơn", "Trang", "Uyên", "Vinh", "Yến", "Hạnh", "Linh", "Tuấn", "Thảo", "Hương", "Kiên"
  };

  final List<String[]> rows = new ArrayList<>();
  final List<Integer> sources = new ArrayList<>();
  final List<String> ids = new ArrayList<>();
  final List<Integer> entities = new ArrayList<>();

  /** Couples with a child, each person in the first register and most in the second. */
  Sample(int households, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int household = 0; household < households; household++) {
      String phone = "09" + digits(random, 8);
      String address = "Thôn " + pick(random, GIVEN) + " " + pick(random, MIDDLES);
      String surname = pick(random, SURNAMES);
      for (int member = 0; member < 3; member++) {
        String own = member == 1 ? pick(random, SURNAMES) : surname;
        int year = member == 2 ? 1985 + random.nextInt(20) : 1955 + random.nextInt(25);
        person(random, household * 3 + member, own, year, phone, address);
      }
    }
  }

  private void person(
      SplittableRandom random, int entity, String surname, int year, String phone, String address) {
    boolean male = random.nextBoolean();
    String name = surname + " " + pick(random, MIDDLES) + " " + pick(random, GIVEN);
    String month = String.valueOf(101 + random.nextInt(12)).substring(1);
    String day = String.valueOf(101 + random.nextInt(28)).substring(1);
    String date = year + "-" + month + "-" + day;
    String id = "020" + (male ? 0 : 1) + String.valueOf(year).substring(2) + digits(random, 6);
    for (int source = 0; source < 2; source++) {
      if (source == 0 || random.nextInt(10) < 8) {
        String[] row = {name, date, male ? "M" : "F", id, phone, address};
        damage(random, row, year);
        add(source, source + "-" + entity, entity, row);
      }
    }
  }

  private static void damage(SplittableRandom random, String[] row, int year) {
    int kind = random.nextInt(12);
    switch (kind) {
      case 0 -> row[1] = String.valueOf(year);
      case 1 -> row[3] = null;
      case 2 -> row[4] = null;
      case 3 -> row[0] = row[0].split(" ")[0] + " " + row[0].split(" ")[2];
      case 4 -> row[3] = row[3].substring(0, 11) + random.nextInt(10);
      case 5 -> row[5] = null;
      default -> {}
    }
  }

  void add(int source, String id, int entity, String... row) {
    rows.add(row);
    sources.add(source);
    ids.add(id);
    entities.add(entity);
  }

  private static String pick(SplittableRandom random, String[] values) {
    return values[random.nextInt(values.length)];
  }

  private static String digits(SplittableRandom random, int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(random.nextInt(10));
    }
    return out.toString();
  }

  Table table() {
    int[] order = new int[rows.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    return table(order);
  }

  /** The rows in some order. */
  Table table(int[] order) {
    Table.Builder builder = Table.builder(FIELDS, List.of("tax", "insurance"));
    for (int row : order) {
      builder.add(sources.get(row), ids.get(row), rows.get(row));
    }
    return builder.build();
  }

  int[] truth() {
    return entities.stream().mapToInt(Integer::intValue).toArray();
  }

  int row(String id) {
    return ids.indexOf(id);
  }
}
