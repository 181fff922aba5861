package org.baophu.generate;

import org.baophu.generate.PlaceText.Form;
import org.baophu.generate.PlaceText.NamedIn;
import org.baophu.generate.Places.Home;

/** Writes communes and addresses down as clerks do. */
final class PlaceSlips {
  private static final String PROVINCE = "Lạng Sơn";
  private static final double ADDRESS_REPEATS_COMMUNE = 0.5;

  private final NamesakeCommunes namesakes;

  PlaceSlips(Places places) {
    namesakes = new NamesakeCommunes(places.communes());
  }

  PlaceText write(Home home, Roll roll) {
    if (roll.happens(Slip.PLACE_NOT_STATED)) {
      String line = roll.happens(Slip.ADDRESS_MISSING) ? "" : home.line();
      return new PlaceText(line, "", "", "", home.commune(), NamedIn.NONE, Form.NONE, false);
    }
    boolean old = roll.happens(Slip.PLACE_OLD_NAME);
    boolean district = old && !roll.happens(Slip.PLACE_DISTRICT_MISSING);
    boolean type = !roll.happens(Slip.PLACE_TYPE_MISSING);
    Style style =
        new Style(
            type && roll.happens(Slip.PLACE_ABBREVIATED),
            roll.happens(Slip.PLACE_NO_DIACRITICS),
            roll.happens(Slip.PLACE_TONE_PLACEMENT));
    String typeText = old ? home.former().type() : Spelling.titleCase(home.commune().type());
    String name = old ? home.former().name() : home.commune().name();
    String commune = style.write((type ? typeText + " " : "") + name);
    String districtText = district ? style.write(districtName(home, type)) : "";
    boolean decidable =
        namesakes.means(
            name, type ? typeText : "", district ? home.former().district() : "", style.plain);
    return placed(home, roll, commune, districtText, form(old, type, district), decidable);
  }

  private static String districtName(Home home, boolean type) {
    String full = home.former().district();
    return type ? full : full.replace("Huyện ", "").replace("Thành phố ", "");
  }

  private static Form form(boolean old, boolean type, boolean district) {
    if (!old) {
      return type ? Form.NEW_FULL : Form.NEW_WITHOUT_TYPE;
    }
    if (district) {
      return type ? Form.OLD_FULL_WITH_DISTRICT : Form.OLD_WITHOUT_TYPE_WITH_DISTRICT;
    }
    return type ? Form.OLD_FULL : Form.OLD_WITHOUT_TYPE;
  }

  private static PlaceText placed(
      Home home, Roll roll, String commune, String district, Form form, boolean decidable) {
    String whole = home.line() + ", " + commune + (district.isEmpty() ? "" : ", " + district);
    String wholeInProvince = whole + ", tỉnh " + PROVINCE;
    if (roll.happens(Slip.PLACE_ONLY_IN_ADDRESS)) {
      return new PlaceText(
          wholeInProvince, "", "", "", home.commune(), NamedIn.ADDRESS, form, decidable);
    }
    String address = roll.dice().chance(ADDRESS_REPEATS_COMMUNE) ? wholeInProvince : home.line();
    return new PlaceText(
        roll.happens(Slip.ADDRESS_MISSING) ? "" : address,
        commune,
        district,
        PROVINCE,
        home.commune(),
        NamedIn.COLUMN,
        form,
        decidable);
  }

  /** How the names of a record's places are spelled. */
  private record Style(boolean abbreviated, boolean plain, boolean toneMoved) {
    String write(String text) {
      String written = abbreviated ? abbreviate(text) : text;
      written = toneMoved ? Spelling.toneMoved(written) : written;
      return plain ? Spelling.withoutDiacritics(written) : written;
    }

    private static String abbreviate(String text) {
      return text.replaceFirst("^Thị trấn ", "TT. ")
          .replaceFirst("^Thành phố ", "TP. ")
          .replaceFirst("^Phường ", "P. ")
          .replaceFirst("^Huyện ", "H. ")
          .replaceFirst("^Xã ", "X. ");
    }
  }
}
