package org.baophu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run.sh} with a program in the place of Java that only tells how it was started. */
class RunScriptTest {
  @TempDir private Path home;

  /** What a program says that stands in Java's place, once it is asked for no version. */
  private static final String LOCALE = "echo \"[$LC_ALL|$LC_CTYPE|$LANG]\"";

  /** Says whether it was given a recording; asked for one, does what the environment says. */
  private static final String RECORDING =
      """
      for option; do case $option in
        -XX:AOTCacheOutput=*) $RECORD "${option#*=}"; exit ;;
        -XX:AOTCache=*) cat "${option#*=}" ;;
      esac; done
      echo run
      """;

  private String started(Map<String, String> environment) throws Exception {
    prepare("17.0.1", LOCALE);
    return again(environment);
  }

  private void prepare(String version, String program) throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "run.sh needs bash");
    Files.copy(Path.of("run.sh"), home.resolve("run.sh"));
    for (String folder : new String[] {".mvn", "src/main", "target", "jdk/bin"}) {
      Files.createDirectories(home.resolve(folder));
    }
    Files.createFile(home.resolve("pom.xml"));
    Files.createFile(home.resolve("target/baophu.jar"));
    Path built = Files.createFile(home.resolve("target/.built"));
    Files.setLastModifiedTime(built, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
    Path java =
        Files.writeString(
            home.resolve("jdk/bin/java"),
            "#!/bin/sh\nif [ \"$1\" = -version ]; then echo 'openjdk version \""
                + version
                + "\"'; exit; fi\n"
                + program);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
  }

  private String again(Map<String, String> environment) throws Exception {
    return again(environment, "nightly");
  }

  private String again(Map<String, String> environment, String command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", home.resolve("run.sh").toString(), command)
            .directory(home.toFile())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void namesOfFilesMayHoldVietnameseLettersWhereNoLocaleIsSet() throws Exception {
    assertThat(started(Map.of())).isEqualTo("[|C.UTF-8|]\n");
  }

  @Test
  void andWhereTheLocaleKnowsAsciiAlone() throws Exception {
    assertThat(started(Map.of("LANG", "C", "LC_CTYPE", "POSIX"))).isEqualTo("[|C.UTF-8|C]\n");
  }

  @Test
  void andWhereOneVariableOutranksTheRest() throws Exception {
    assertThat(started(Map.of("LC_ALL", "C", "LANG", "vi_VN.UTF-8")))
        .isEqualTo("[C.UTF-8||vi_VN.UTF-8]\n");
  }

  @Test
  void anotherLocaleStays() throws Exception {
    assertThat(started(Map.of("LANG", "vi_VN.UTF-8"))).isEqualTo("[||vi_VN.UTF-8]\n");
  }

  /** A Java that can be recorded, and what has it record a line. */
  private Map<String, String> recording() throws Exception {
    prepare("25.0.1", RECORDING);
    Files.writeString(home.resolve("pom.xml"), "recorded\n");
    return Map.of("RECORD", "cp pom.xml");
  }

  @Test
  void aJavaThatCanIsGivenWhatARehearsalRecordedOnceAfterABuild() throws Exception {
    Map<String, String> records = recording();

    assertThat(again(records)).contains("Rehearsing").endsWith("recorded\nrun\n");
    assertThat(again(records)).isEqualTo("recorded\nrun\n");
    assertThat(home.resolve("target/rehearsal")).doesNotExist();
  }

  @Test
  void aRehearsalThatFailsIsToldOnceAndChangesNothing() throws Exception {
    prepare("25.0.1", RECORDING);
    Map<String, String> fails = Map.of("RECORD", "false");

    assertThat(again(fails)).contains("recorded nothing").endsWith("\nrun\n");
    assertThat(again(fails)).isEqualTo("run\n");
  }

  @Test
  void aRehearsalOfWhichNothingCanBeWrittenStopsNothing() throws Exception {
    prepare("25.0.1", RECORDING);
    assertThat(again(Map.of("RECORD", "rm -rf target"))).endsWith("\nrun\n");
  }

  @Test
  void whatEndsAtOnceDoesNotWaitForARehearsal() throws Exception {
    Map<String, String> records = recording();

    assertThat(again(records, "--help")).isEqualTo("run\n");
    assertThat(again(records, "link")).contains("Rehearsing").endsWith("recorded\nrun\n");
    assertThat(again(records, "--help")).isEqualTo("recorded\nrun\n");
  }

  @Test
  void anOlderJavaIsAskedForNone() throws Exception {
    prepare("21.0.2", RECORDING);
    assertThat(again(Map.of("RECORD", "false"))).isEqualTo("run\n");
  }
}
