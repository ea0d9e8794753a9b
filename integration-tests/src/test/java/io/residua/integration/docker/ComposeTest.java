package io.residua.integration.docker;

import static io.residua.integration.docker.ComposeFile.list;
import static io.residua.integration.docker.ComposeFile.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.residua.cli.Residua;
import io.residua.cli.simulate.CardSimulation;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.InputFormat;
import io.residua.stream.HttpSettings;
import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.JobSettingsParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeTest {
  private static final Path DOCKER = Path.of("../docker");
  private static ComposeFile compose;
  private static DetectorDefinition definition;
  private static JobSettings settings;

  @BeforeAll
  static void read() throws Exception {
    compose = ComposeFile.read(DOCKER.resolve("compose.yaml"));
    definition = DefinitionParser.parse(DOCKER.resolve("example/detector.yaml"));
    settings = JobSettingsParser.parse(DOCKER.resolve("example/job.yaml"));
  }

  @Test
  void theFileHasTheStructureOfTheSpecification() {
    assertThat(ComposeStructure.problems(compose.root())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "restart, sometimes, job.restart: sometimes is no value of it",
    "comand, run, job.comand: not a key here",
    "ports, 8080, job.ports: 8080 is no value of it",
  })
  void aBrokenFileWouldBeNoticed(String key, String value, String problem) throws IOException {
    ComposeFile broken = ComposeFile.read(DOCKER.resolve("compose.yaml"));
    broken.service("job").put(key, value);

    assertThat(ComposeStructure.problems(broken.root())).containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"simulator", "trainer", "job", "traffic"})
  void everyCommandIsOneOfTheProgram(String service) {
    Residua.commandLine().parseArgs(compose.command(service).toArray(new String[0]));
  }

  @Test
  void everyServiceThatIsWaitedForExists() {
    compose
        .services()
        .forEach(
            (name, service) -> {
              Map<String, Object> waited = map(map(service).getOrDefault("depends_on", Map.of()));
              assertThat(compose.services().keySet()).containsAll(waited.keySet());
            });
  }

  @Test
  void everyVolumeIsDeclaredAndEveryFolderExists() {
    for (Object service : compose.services().values()) {
      for (Object volume : list(map(service).getOrDefault("volumes", List.of()))) {
        String source = volume.toString().split(":")[0];
        if (source.startsWith(".")) {
          assertThat(DOCKER.resolve(source)).isDirectory();
        } else {
          assertThat(map(compose.root().get("volumes"))).containsKey(source);
        }
      }
    }
  }

  @Test
  void everyImageOfOursIsATargetOfTheDockerfile() throws IOException {
    Dockerfile dockerfile = Dockerfile.read(DOCKER.resolve("Dockerfile"));
    for (Object service : compose.services().values()) {
      Object build = map(service).get("build");
      if (build != null) {
        assertThat(
                DOCKER.resolve(map(build).get("context").toString()).resolve("docker/Dockerfile"))
            .exists();
        assertThat(dockerfile.named("FROM"))
            .extracting(Dockerfile.Instruction::stage)
            .contains(map(build).get("target").toString());
      }
    }
  }

  @Test
  void theBrokerIsOfTheVersionThatWeAreBuiltWith() {
    List<String> brokers = new ArrayList<>();
    for (String service : List.of("kafka", "topics")) {
      brokers.add(compose.service(service).get("image").toString());
    }

    assertThat(brokers).containsOnly("apache/kafka:" + AppInfoParser.getVersion());
  }

  @Test
  void topicsAndModelAgree() {
    String topic = definition.input().topic();

    assertThat(compose.command("topics")).contains("--topic=" + topic);
    assertThat(compose.command("traffic")).contains("--topic=" + topic, "--format=avro");
    assertThat(definition.input().format()).isEqualTo(InputFormat.AVRO);
    assertThat(definition.input().key()).hasValue("card_id");
    assertThat(compose.command("traffic")).contains("--key=card_id");
    assertThat(compose.command("job"))
        .containsSequence("--model", definition.name())
        .containsSequence("--registry", "/models");
    assertThat(compose.command("trainer")).contains("--registry=/models");
  }

  @Test
  void addressesAndPortsAgree() {
    String listeners = map(compose.service("kafka").get("environment")).toString();
    String registry = settings.schemaRegistry().orElseThrow().toString();

    assertThat(listeners).contains("PLAINTEXT://" + settings.bootstrapServers());
    assertThat(compose.command("topics"))
        .contains("--bootstrap-server=" + settings.bootstrapServers());
    assertThat(compose.command("traffic"))
        .contains("--bootstrap=" + settings.bootstrapServers(), "--schema-registry=" + registry);
    assertThat(registry).startsWith("http://registry:8080/");
    assertThat(settings.http()).isEqualTo(new HttpSettings("0.0.0.0", HttpSettings.DEFAULT_PORT));
    assertThat(list(compose.service("job").get("ports")))
        .containsExactly("127.0.0.1:%1$d:%1$d".formatted(HttpSettings.DEFAULT_PORT));
  }

  @Test
  void theExampleReadsWhatTheSimulationWrites() {
    List<String> columns = new CardSimulation(1, 1, 0).columns();

    assertThat(columns).contains(definition.input().key().orElseThrow());
    assertThat(columns).contains(definition.input().time().orElseThrow());
    assertThat(definition.features())
        .allSatisfy(feature -> assertThat(columns).contains(feature.field()));
  }
}
