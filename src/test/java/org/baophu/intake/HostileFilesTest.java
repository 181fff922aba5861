package org.baophu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files made to do harm, read one after the other by a process with 256 MB: each ends with rows,
 * rejected rows or a refusal, none with an exhausted memory or a long wait.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesTest {
  private static final int MEGABYTE = 1 << 20;
  private static final int MOST_SECONDS = 60;
  private static final String HEAD = "record_id,full_name,sex\n";
  private static final String GOOD = "1,Nông Văn A,Nam\n";
  private static final String SHEET =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
          + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>full_name</t></is></c></row>";
  private static final String END = "</sheetData></worksheet>";
  private static final String LAUGHS =
      "<!DOCTYPE x [<!ENTITY a0 \"ha\">"
          + entities()
          + "<!ENTITY file SYSTEM \"file:///etc/passwd\">]>";

  private Path directory;
  private final Map<String, String> expected = new LinkedHashMap<>();
  private final Map<String, String> ends = new HashMap<>();

  private static String entities() {
    StringBuilder all = new StringBuilder();
    for (int i = 1; i < 30; i++) {
      all.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
    }
    return all.toString();
  }

  private void expect(String name, String end) {
    expected.put(name, end);
  }

  private void text(String name, String text, String end) throws IOException {
    bytes(name, text.getBytes(StandardCharsets.UTF_8), end);
  }

  private void bytes(String name, byte[] bytes, String end) throws IOException {
    Files.write(directory.resolve(name), bytes);
    expect(name, end);
  }

  /** A row among others whose cell is that long. */
  private static void writeLongCell(OutputStream out, int megabytes) throws IOException {
    byte[] block = new byte[MEGABYTE];
    Arrays.fill(block, (byte) 'x');
    out.write((HEAD + GOOD + "2,").getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < megabytes; i++) {
      out.write(block);
    }
    out.write((",Nam\n3,Vi Thị B,Nữ\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A workbook whose one sheet holds that, below a heading. */
  private void sheet(String name, String rows, String end) throws IOException {
    workbook(name, Map.of("xl/worksheets/sheet1.xml", SHEET + rows + END), end);
  }

  private void workbook(String name, Map<String, String> parts, String end) throws IOException {
    Map<String, String> all = new LinkedHashMap<>(parts(name));
    all.putAll(parts);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Map.Entry<String, String> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    bytes(name, packed.toByteArray(), end);
  }

  private static Map<String, String> parts(String title) {
    String package0 = "http://schemas.openxmlformats.org/package/2006/";
    String document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    return Map.of(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + package0
            + "content-types\">"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
            + main
            + "sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\""
            + main
            + "sharedStrings+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\""
            + main
            + "styles+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
            + main
            + "worksheet+xml\"/></Types>",
        "_rels/.rels",
        "<Relationships xmlns=\""
            + package0
            + "relationships\"><Relationship Id=\"r1\" Type=\""
            + document
            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        "xl/workbook.xml",
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
            + document
            + "\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
            + "</workbook>",
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\""
            + package0
            + "relationships\"><Relationship Id=\"rId1\" Type=\""
            + document
            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship"
            + " Id=\"rId2\" Type=\""
            + document
            + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
        "xl/styles.xml",
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs>"
            + "<xf numFmtId=\"0\"/></cellXfs></styleSheet>",
        "xl/sharedStrings.xml",
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>"
            + title
            + "</t></si></sst>",
        "xl/worksheets/sheet1.xml",
        SHEET + END);
  }

  private static String row(int number, String cell) {
    return "<row r=\"" + number + "\">" + cell + "</row>";
  }

  private static String inline(String reference, String text) {
    return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  @BeforeAll
  void readThemAll(@TempDir Path shared) throws Exception {
    directory = shared;
    writeTexts();
    writePacked();
    writeWorkbooks();
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    line.addAll(List.of(System.getProperty("java.class.path"), HostileReads.class.getName()));
    line.add(directory.toString());
    Process reads = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(reads.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    for (String end : said.lines().toList()) {
      String[] cells = end.split("\t", 3);
      ends.put(cells[0], cells.length < 3 ? end : cells[2]);
      if (cells.length == 3) {
        assertThat(Integer.parseInt(cells[1])).as(end).isLessThan(MOST_SECONDS);
      }
    }
    assertThat(reads.waitFor()).as(said).isZero();
  }

  private void writeTexts() throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(directory.resolve("cell_100mb.csv")))) {
      writeLongCell(out, 100);
    }
    expect("cell_100mb.csv", "2 rows, 1 issues");
    String columns = "c,".repeat(1_000_000);
    text("columns_in_headings.csv", columns + "full_name\n" + GOOD, ".*full_name not found.*");
    text("columns_in_a_row.csv", HEAD + columns + "\n" + GOOD, "1 rows, 1 issues");
    text("quotes_in_a_line.csv", HEAD + "\"".repeat(1_000_001) + "\n" + GOOD, "1 rows, 1 issues");
    text(
        "quotes_in_lines.csv",
        HEAD + (",\"" + "\"\"".repeat(500) + "\n").repeat(1_000) + GOOD,
        "1 rows, 500 issues");
    text("nul.csv", HEAD + "1,A\0B,Nam\n" + GOOD + "\0\0\0\n", "1 rows, 2 issues");
    bytes("overlong.csv", overlong(), "2 rows, 0 issues");
    bytes(
        "surrogates.csv",
        ("\uFEFF" + HEAD + "1,A\uD800B,Nam\n2,\uDC00C,Nam\n").getBytes(StandardCharsets.UTF_16LE),
        "2 rows, 0 issues");
    text("line_breaks.csv", HEAD + "\n\r\n\r\r\n".repeat(500_000) + GOOD, "1 rows, 0 issues");
    text("no_line_end.csv", "x".repeat(5_000_000), ".*no row of headings.*|.*not found.*");
  }

  /** A slash in two bytes, and half of a pair of surrogates in three, as no encoder writes them. */
  private static byte[] overlong() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write((HEAD + "1,Nông Văn A").getBytes(StandardCharsets.UTF_8));
    out.write(new byte[] {(byte) 0xC0, (byte) 0xAF, (byte) 0xED, (byte) 0xA0, (byte) 0x80});
    out.write((",Nam\n" + GOOD).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private void writePacked() throws IOException {
    ByteArrayOutputStream cell = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(cell)) {
      writeLongCell(out, 100);
    }
    bytes("cell_100mb.csv.gz", cell.toByteArray(), "2 rows, 1 issues");
    // One member after the other, as the format allows; each a thousandth of what it holds.
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(member)) {
      writeLongCell(out, 64);
    }
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    for (int i = 0; i < 8; i++) {
      bomb.write(member.toByteArray());
    }
    bytes("bomb.csv.gz", bomb.toByteArray(), ".*unpacks to more than.*");
  }

  private void writeWorkbooks() throws IOException {
    sheet("good.xlsx", row(2, inline("A2", "Nông Văn A")), "1 rows, 0 issues");
    String text = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&a29;</t></is></c></row>";
    workbook(
        "laughs_in_sheet.xlsx",
        Map.of("xl/worksheets/sheet1.xml", LAUGHS + SHEET + text + END),
        ".*(damaged|cannot be read).*|1 rows.*");
    workbook(
        "laughs_in_texts.xlsx",
        Map.of(
            "xl/sharedStrings.xml",
            LAUGHS
                + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>"
                + "&a29;</t></si></sst>",
            "xl/worksheets/sheet1.xml",
            SHEET + row(2, "<c r=\"A2\" t=\"s\"><v>0</v></c>") + END),
        ".*(damaged|cannot be read|no rows).*");
    workbook(
        "laughs_in_workbook.xlsx",
        Map.of(
            "xl/workbook.xml",
            LAUGHS + parts("a").get("xl/workbook.xml").replace("\"a\"", "\"&a29;\"")),
        ".*(damaged|cannot be read|no rows).*");
    workbook(
        "foreign_file.xlsx",
        Map.of("xl/worksheets/sheet1.xml", LAUGHS + SHEET + row(2, inline("A2", "&file;")) + END),
        ".*(damaged|cannot be read|no rows).*");
    sheet(
        "cell_100mb.xlsx",
        row(2, inline("A2", "x".repeat(100 * MEGABYTE))) + row(3, inline("A3", "B")),
        ".*a text of more than.*");
    sheet(
        "hidden_100mb.xlsx",
        row(2, inline("A2", "<![CDATA[" + "<>".repeat(50 * MEGABYTE) + "]]>")),
        ".*a text of more than.*");
    sheet("column_far_out.xlsx", row(2, inline("ZZZZZZ2", "A")), ".*beyond column XFD.*");
    sheet(
        "column_far_out_disguised.xlsx",
        "<!-- ' -->" + row(2, "<c x='>' r = '&#90;ZZZZZ2'><v>1</v></c>"),
        ".*beyond column XFD.*");
    sheet("row_far_out.xlsx", row(2_000_000_000, inline("A2000000000", "A")), "1 rows.*");
    sheet(
        "number_far_out.xlsx",
        row(2, "<c r=\"A2\"><v>1E+1000000000</v></c>")
            + row(3, "<c r=\"A3\"><v>1E-999999999</v></c>"),
        "2 rows.*");
    sheet(
        "formula.xlsx",
        row(2, "<c r=\"A2\"><f>cmd|'/c calc'!A1</f></c>") + row(3, inline("A3", "B")),
        "1 rows.*");
    sheet(
        "no_such_text.xlsx",
        row(2, "<c r=\"A2\" t=\"s\"><v>99</v></c>"),
        ".*damaged.*|.*no rows.*");
    sheet("deep.xlsx", "<a>".repeat(1_000_000), ".*(damaged|cannot be read|no rows).*");
    sheet("many_cells.xlsx", row(2, inline("A2", "A") + "<c r=\"B2\"/>".repeat(2_000_000)), ".*");
    workbook(
        "out_of_the_way.xlsx",
        Map.of(
            "xl/_rels/workbook.xml.rels",
            parts("a").get("xl/_rels/workbook.xml.rels").replace("worksheets/", "../../../etc/")),
        ".*(damaged|cannot be read).*");
  }

  @Test
  void eachEndsAsItShould() {
    assertThat(expected)
        .allSatisfy((name, end) -> assertThat(ends.get(name)).as(name).matches("(?s)" + end));
  }

  @Test
  void noneIsReadThatTheFileOnlyNames() {
    assertThat(ends.values()).noneMatch(end -> end.contains("root:"));
  }
}
