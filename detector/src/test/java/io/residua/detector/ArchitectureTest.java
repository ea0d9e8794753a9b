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
import java.util.stream.Stream;

/** The arrows between the detector's packages, as DESIGN draws them. */
@AnalyzeClasses(packages = "io.residua.detector", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.residua.detector.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule eventLeansOnNothingOfTheDetector = leansOnNothing("event");

  @ArchTest static final ArchRule networkLeansOnNothingOfTheDetector = leansOnNothing("network");

  /** Distances to prototypes are computed by the networks' kernels. */
  @ArchTest
  static final ArchRule scoreLeansOnTheNetworkAlone = leansOnlyOn("score", "score", "network");

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
    return leansOnlyOn(step, step);
  }

  private static ArchRule leansOnlyOn(String step, String... steps) {
    String[] packages = Stream.of(steps).map(ArchitectureTest::home).toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(home(step))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(packages).or(resideOutsideOfPackage("io.residua.detector..")));
  }

  private static String home(String step) {
    return "io.residua.detector." + step + "..";
  }
}
