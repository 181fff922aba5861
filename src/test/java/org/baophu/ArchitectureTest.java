package org.baophu;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baophu.cli.Main;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of the packages, and who may know which library. */
class ArchitectureTest {

  /** Top to bottom: a package imports only what stands above it. */
  private static final List<String> ORDER =
      List.of(
          "link",
          "person",
          "issue",
          "reference",
          "intake",
          "standard",
          "identity",
          "coverage",
          "sample",
          "unseen",
          "target",
          "advice",
          "gate",
          "publish",
          "night",
          "generate",
          "audit",
          "store",
          "batch",
          "notify",
          "schedule",
          "cli");

  private static JavaClasses program;

  @BeforeAll
  static void importProgram() {
    // From where the program's own classes lie, wherever a build puts those of the tests.
    program =
        new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());
  }

  static Stream<String> packages() {
    return ORDER.stream();
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    Set<String> found =
        program.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.split("\\.")[2])
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(found).isEqualTo(new TreeSet<>(ORDER));
  }

  @ParameterizedTest
  @MethodSource("packages")
  void importsOnlyFromAbove(String name) {
    String[] below =
        ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
            .map(ArchitectureTest::inside)
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(inside(name))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(below)
        .allowEmptyShould(true)
        .check(program);
  }

  @Test
  void linkageKnowsNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage(inside("link"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", inside("link"))
        .check(program);
  }

  @Test
  void partsOfLinkageDependOnEachOtherInOneDirection() {
    slices().matching("org.baophu.link.(*)..").should().beFreeOfCycles().check(program);
  }

  @Test
  void onlyTheNightAndTheCommandsLink() {
    onlyPackages("night", "cli").mayUse(inside("link"));
  }

  @Test
  void onlyTheEdgeKnowsSpringAndTheDatabase() {
    onlyPackages("store", "batch", "schedule", "cli")
        .mayUse(
            "org.springframework..",
            "java.sql..",
            "javax.sql..",
            "org.h2..",
            "org.flywaydb..",
            "com.zaxxer.hikari..");
  }

  @Test
  void ofSpringTheScheduleKnowsCronExpressionsOnly() {
    noClasses()
        .that()
        .resideInAPackage(inside("schedule"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.springframework..")
                .and(not(resideInAnyPackage("org.springframework.scheduling.support"))))
        .check(program);
  }

  @Test
  void notifyingAndSchedulingKnowNothingOfHowANightIsRun() {
    noClasses()
        .that()
        .resideInAnyPackage(inside("notify"), inside("schedule"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(inside("night"), inside("store"), inside("batch"), inside("link"))
        .check(program);
  }

  @Test
  void onlyNotifyingKnowsMailAndMeasures() {
    onlyPackages("notify").mayUse("jakarta.mail..", "io.micrometer..", "com.sun.net.httpserver..");
  }

  @Test
  void onlyReadersAndWritersOfFilesKnowCsvAndSpreadsheets() {
    onlyPackages("reference", "intake", "publish", "generate", "cli")
        .mayUse("org.apache.commons.csv..", "org.dhatim..");
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    onlyPackages("cli").mayUse("picocli..");
  }

  private static String inside(String name) {
    return "org.baophu." + name + "..";
  }

  private static Permission onlyPackages(String... names) {
    return libraries -> {
      String[] permitted =
          Stream.concat(Stream.of(names).map(ArchitectureTest::inside), Stream.of(libraries))
              .toArray(String[]::new);
      noClasses()
          .that(not(resideInAnyPackage(permitted)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(libraries)
          .check(program);
    };
  }

  private interface Permission {
    void mayUse(String... libraries);
  }
}
