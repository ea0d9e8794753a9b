package io.residua.integration.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.stream.HttpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

class DockerfileTest {
  private static final Path PROJECT = Path.of("..");
  private static final Set<String> INSTRUCTIONS =
      Set.of(
          "FROM", "WORKDIR", "COPY", "RUN", "USER", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT", "CMD");
  private static Dockerfile dockerfile;

  @BeforeAll
  static void read() throws IOException {
    dockerfile = Dockerfile.read(PROJECT.resolve("docker/Dockerfile"));
  }

  @Test
  void everyInstructionIsOne() {
    assertThat(dockerfile.instructions())
        .allSatisfy(instruction -> assertThat(INSTRUCTIONS).contains(instruction.name()));
    assertThat(dockerfile.named("FROM"))
        .extracting(Dockerfile.Instruction::stage)
        .containsExactly("build", "job", "trainer");
  }

  @Test
  void everySourceThatIsCopiedExists() {
    for (String copy : dockerfile.in("build", "COPY")) {
      List<String> words = List.of(copy.split(" +"));
      assertThat(words.subList(0, words.size() - 1))
          .isNotEmpty()
          .allSatisfy(source -> assertThat(PROJECT.resolve(source)).exists());
    }
  }

  @Test
  void everyModuleIsThereForMaven() throws Exception {
    NodeList modules =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(PROJECT.resolve("pom.xml").toFile())
            .getElementsByTagName("module");

    assertThat(modules.getLength()).isPositive();
    for (int i = 0; i < modules.getLength(); i++) {
      String module = modules.item(i).getTextContent();
      assertThat(dockerfile.in("build", "COPY"))
          .anyMatch(copy -> copy.equals(module + " " + module) || copy.startsWith(module + "/pom"));
    }
  }

  @Test
  void theImagesGetFoldersOfTheDistribution() throws IOException {
    Path sources = PROJECT.resolve("cli/src/main");
    String assembly = Files.readString(sources.resolve("assembly/distribution.xml"));

    List<String> copied =
        Stream.of("job", "trainer")
            .flatMap(stage -> dockerfile.in(stage, "COPY").stream())
            .toList();

    assertThat(copied).isNotEmpty();
    for (String copy : copied) {
      Matcher parts =
          Pattern.compile("--from=build /src/cli/target/residua/(\\S+) /opt/residua/(\\S+)")
              .matcher(copy);
      assertThat(parts.matches()).as(copy).isTrue();
      assertThat(parts.group(1)).isEqualTo(parts.group(2));
      assertThat(assembly).contains(">" + parts.group(1) + "<");
    }
  }

  @Test
  void theProgramRunsAsNobodySpecial() {
    for (String stage : List.of("job", "trainer")) {
      List<String> users = dockerfile.in(stage, "USER");
      assertThat(users.get(users.size() - 1)).isEqualTo("residua");
    }
    assertThat(dockerfile.in("job", "RUN")).anyMatch(run -> run.contains("useradd --uid 10001"));
  }

  @Test
  void theJobIsAskedForItsHealthAtItsDefaultPort() {
    String port = String.valueOf(HttpSettings.DEFAULT_PORT);

    assertThat(dockerfile.in("job", "EXPOSE")).containsExactly(port);
    assertThat(dockerfile.in("job", "HEALTHCHECK"))
        .singleElement()
        .asString()
        .contains("/dev/tcp/127.0.0.1/" + port)
        .contains("GET /health/live ");
  }

  @Test
  void theJavaIsTheOneThatTheCodeIsBuiltFor() {
    assertThat(dockerfile.named("FROM").subList(0, 2))
        .extracting(Dockerfile.Instruction::arguments)
        .allMatch(from -> from.contains("17"));
    assertThat(dockerfile.in("job", "ENTRYPOINT"))
        .containsExactly("[\"/opt/residua/bin/residua\"]");
    assertThat(PROJECT.resolve("cli/src/main/dist/bin/residua")).isExecutable();
  }

  @Test
  void whatIsLeftOutOfTheBuildIsNotCopied() throws IOException {
    List<String> leftOut = Files.readAllLines(PROJECT.resolve("docker/Dockerfile.dockerignore"));

    assertThat(leftOut).contains("**/target", ".git");
    assertThat(
            dockerfile.in("build", "COPY").stream().flatMap(copy -> Arrays.stream(copy.split(" "))))
        .doesNotContainAnyElementsOf(leftOut);
  }
}
