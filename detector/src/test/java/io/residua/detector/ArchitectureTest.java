package io.residua.detector;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the detector's packages, as DESIGN draws them. */
@AnalyzeClasses(packages = "io.residua.detector", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.residua.detector.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule eventLeansOnNothingOfTheDetector = leansOnNothing("event");

  @ArchTest static final ArchRule networkLeansOnNothingOfTheDetector = leansOnNothing("network");

  @ArchTest static final ArchRule scoreLeansOnNothingOfTheDetector = leansOnNothing("score");

  @ArchTest
  static final ArchRule calibrationLeansOnNothingOfTheDetector = leansOnNothing("calibration");

  @ArchTest
  static final ArchRule noStepLooksUpToTheDetector =
      noClasses()
          .that()
          .resideInAPackage("io.residua.detector.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.residua.detector");

  @ArchTest
  static final ArchRule noJavaSerialisation =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream");

  private static ArchRule leansOnNothing(String step) {
    String home = "io.residua.detector." + step + "..";
    return classes()
        .that()
        .resideInAPackage(home)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(home).or(resideOutsideOfPackage("io.residua.detector..")));
  }
}
