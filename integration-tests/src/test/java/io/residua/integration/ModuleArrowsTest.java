package io.residua.integration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;

/** The arrows between modules, as the design draws them. */
@AnalyzeClasses(
    packages = "io.residua",
    importOptions = {ImportOption.DoNotIncludeTests.class, ModuleArrowsTest.NoTestJars.class})
class ModuleArrowsTest {
  private static final String SCHEMAS = "io.residua.schema..";
  private static final String DETECTOR = "io.residua.detector..";
  private static final String TRAINER = "io.residua.trainer..";
  private static final String RUNTIME = "io.residua.stream";
  private static final String KAFKA_STREAMS = "io.residua.stream.kafka..";
  private static final String BROKER = "io.residua.broker..";
  private static final String CLI = "io.residua.cli..";

  @ArchTest
  static final ArchRule modulesSeeOnlyWhatTheDesignAllows =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("io.residua..")
          .layer("schemas")
          .definedBy(SCHEMAS)
          .layer("detector")
          .definedBy(DETECTOR)
          .layer("model-trainer")
          .definedBy(TRAINER)
          .layer("runtime")
          .definedBy(RUNTIME)
          .layer("kafka-streams")
          .definedBy(KAFKA_STREAMS)
          .layer("broker")
          .definedBy(BROKER)
          .layer("cli")
          .definedBy(CLI)
          .whereLayer("schemas")
          .mayNotAccessAnyLayer()
          .whereLayer("detector")
          .mayOnlyAccessLayers("schemas")
          .whereLayer("model-trainer")
          .mayOnlyAccessLayers("schemas", "detector")
          .whereLayer("runtime")
          .mayOnlyAccessLayers("schemas", "detector")
          .whereLayer("kafka-streams")
          .mayOnlyAccessLayers("schemas", "detector", "runtime")
          .whereLayer("broker")
          .mayNotAccessAnyLayer()
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule onlyTheBrokerSeesKafkasServer =
      noClasses()
          .that()
          .resideOutsideOfPackage(BROKER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "kafka..",
              "scala..",
              "org.apache.kafka.server..",
              "org.apache.kafka.metadata..",
              "org.apache.kafka.raft..",
              "org.apache.kafka.network..");

  @ArchTest
  static final ArchRule onlyItsEngineSeesKafkaStreams =
      noClasses()
          .that()
          .resideOutsideOfPackage(KAFKA_STREAMS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka.streams..");

  @ArchTest
  static final ArchRule whatScoresKnowsNoTrainingLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage(TRAINER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.duckdb..");

  @ArchTest
  static final ArchRule whatScoresKnowsNoKafka =
      noClasses()
          .that()
          .resideInAnyPackage(SCHEMAS, DETECTOR, TRAINER, RUNTIME)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.apache.flink..");

  @ArchTest
  static final ArchRule nobodyUsesJavaSerialisation =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream");

  /** A rule over no classes holds always: every module must be among those looked at. */
  @ArchTest
  static void everyModuleIsLookedAt(JavaClasses classes) {
    Set<String> packages =
        classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    assertThat(packages)
        .contains(
            "io.residua.schema",
            "io.residua.detector",
            "io.residua.stream",
            "io.residua.stream.kafka",
            "io.residua.broker",
            "io.residua.cli")
        .anyMatch(name -> name.startsWith("io.residua.trainer"));
  }

  /** Fixtures that travel as a test-jar. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar") && !location.contains("/test-classes/");
    }
  }
}
