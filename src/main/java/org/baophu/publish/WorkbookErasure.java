package org.baophu.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes a person's rows out of a workbook that {@link ExcelFile} wrote: every cell an inline text,
 * the first row the headings. Rows below move up; all else keeps its bytes.
 */
final class WorkbookErasure {
  private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final Pattern ROW = Pattern.compile("<row r=\"(\\d+)\".*?</row>", Pattern.DOTALL);
  private static final Pattern CELL =
      Pattern.compile("<c r=\"([A-Z]+)\\d+\"[^>]*>.*?<t[^>]*>(.*?)</t>.*?</c>", Pattern.DOTALL);
  private static final Pattern FILTER_NAME =
      Pattern.compile(
          "(<definedName [^>]*localSheetId=\"(\\d+)\"[^>]*>[^<]*:\\$[A-Z]+\\$)(\\d+)(</definedName>)");
  private static final Pattern FILTER = Pattern.compile("(<autoFilter ref=\"A1:[A-Z]+)(\\d+)\"");

  private final ErasedPerson person;
  private final Map<String, Integer> removedBySheet = new HashMap<>();
  private int places;
  private int removed;

  WorkbookErasure(ErasedPerson person) {
    this.person = person;
  }

  /** Writes the workbook without the person's rows; how many there were or were changed. */
  int erase(Path file, Path part) throws IOException {
    try (ZipFile in = new ZipFile(file.toFile());
        ZipOutputStream out = new ZipOutputStream(PrivateFiles.create(part))) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        ZipEntry kept = new ZipEntry(entry.getName());
        kept.setTimeLocal(FIXED_TIME);
        out.putNextEntry(kept);
        try (InputStream content = in.getInputStream(entry)) {
          out.write(part(entry.getName(), content.readAllBytes()));
        }
        out.closeEntry();
      }
    }
    return places;
  }

  /** The sheets come before the book that names their ranges. */
  private byte[] part(String name, byte[] bytes) {
    String xml = new String(bytes, StandardCharsets.UTF_8);
    if (name.startsWith("xl/worksheets/sheet")) {
      int before = removed;
      String kept = sheet(xml);
      String number = name.replaceAll("\\D", "");
      removedBySheet.put(Integer.toString(Integer.parseInt(number) - 1), removed - before);
      return kept.getBytes(StandardCharsets.UTF_8);
    }
    return name.equals("xl/workbook.xml")
        ? FILTER_NAME.matcher(xml).replaceAll(this::range).getBytes(StandardCharsets.UTF_8)
        : bytes;
  }

  private String range(MatchResult name) {
    int last = Integer.parseInt(name.group(3)) - removedBySheet.getOrDefault(name.group(2), 0);
    return Matcher.quoteReplacement(name.group(1) + last + name.group(4));
  }

  private String sheet(String xml) {
    if (!person.isNamedIn(unescaped(xml))) {
      return xml;
    }
    StringBuilder kept = new StringBuilder(xml.length());
    Matcher rows = ROW.matcher(xml);
    String[] headings = new String[0];
    int removedBefore = removed;
    int end = 0;
    while (rows.find()) {
      kept.append(xml, end, rows.start());
      end = rows.end();
      String[] cells = cells(rows.group());
      if (headings.length == 0) {
        headings = cells;
        kept.append(rows.group());
      } else {
        String[] without = person.without(headings, cells);
        if (without.length == 0) {
          removed++;
          places++;
        } else {
          places += without == cells ? 0 : 1;
          String row = without == cells ? rows.group() : withoutNames(rows.group());
          kept.append(moved(row, Integer.parseInt(rows.group(1)), removed - removedBefore));
        }
      }
    }
    kept.append(xml, end, xml.length());
    int gone = removed - removedBefore;
    return FILTER
        .matcher(kept)
        .replaceAll(f -> f.group(1) + (Integer.parseInt(f.group(2)) - gone) + '"');
  }

  private static String[] cells(String row) {
    List<String> cells = new ArrayList<>();
    Matcher matcher = CELL.matcher(row);
    while (matcher.find()) {
      int column = column(matcher.group(1));
      while (cells.size() < column) {
        cells.add("");
      }
      cells.add(unescaped(matcher.group(2)));
    }
    return cells.toArray(String[]::new);
  }

  private static int column(String letters) {
    int column = 0;
    for (int i = 0; i < letters.length(); i++) {
      column = 26 * column + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  private String withoutNames(String row) {
    return CELL.matcher(row).replaceAll(cell -> Matcher.quoteReplacement(withoutNames(cell)));
  }

  private String withoutNames(MatchResult cell) {
    String text = unescaped(cell.group(2));
    return person.isNamedIn(text)
        ? cell.group().replace(cell.group(2), escaped(person.withoutNames(text)))
        : cell.group();
  }

  private static String moved(String row, int number, int up) {
    if (up == 0) {
      return row;
    }
    int now = number - up;
    return row.replaceFirst("<row r=\"" + number + "\"", "<row r=\"" + now + "\"")
        .replaceAll("<c r=\"([A-Z]+)" + number + "\"", "<c r=\"$1" + now + "\"");
  }

  private static String unescaped(String xml) {
    return xml.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
