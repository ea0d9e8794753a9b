package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;

/**
 * Apicurio Registry from its published distribution, in memory, and plain calls to its interface.
 * The distribution needs Java 21; {@code -Dregistry.java} names such a {@code java}.
 */
final class RegistryProcess implements AutoCloseable {
  private static final Path DISTRIBUTION = Path.of("target/registry");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Path output;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  private RegistryProcess(Process process, Path output, int port) {
    this.process = process;
    this.output = output;
    this.address = URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
  }

  static RegistryProcess start(Path directory) throws IOException {
    int port = freePort();
    String java =
        System.getProperty(
            "registry.java", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Path output = directory.resolve("registry.txt");
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx512m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + freePort(),
                "-jar",
                DISTRIBUTION.resolve("quarkus-run.jar").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    RegistryProcess registry = new RegistryProcess(process, output, port);
    registry.awaitReady();
    return registry;
  }

  /** What a job's setting {@code schema-registry} names. */
  URI address() {
    return address;
  }

  int register(String subject, Schema schema) throws IOException, InterruptedException {
    String body = JSON.writeValueAsString(Map.of("schema", schema.toString()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/subjects/" + subject + "/versions"))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return ask(request).path("id").asInt();
  }

  Schema schema(int id) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/schemas/ids/" + id)).build();
    return new Schema.Parser().parse(ask(request).path("schema").asText());
  }

  List<String> subjects() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/subjects")).build();
    return JSON.convertValue(
        ask(request), JSON.getTypeFactory().constructCollectionType(List.class, String.class));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() {
    await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptionsMatching(e -> e instanceof ConnectException)
        .untilAsserted(
            () -> {
              assertThat(process.isAlive()).as("%s", Files.readString(output)).isTrue();
              assertThat(subjects()).isEmpty();
            });
  }

  private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
