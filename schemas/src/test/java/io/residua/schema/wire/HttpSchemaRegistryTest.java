package io.residua.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.schema.Alert;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSchemaRegistryTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SCHEMA =
      SchemaBuilder.record("Card").fields().requiredString("id").endRecord();

  private RegistryServer server;
  private HttpSchemaRegistry registry;

  @BeforeEach
  void start() throws IOException {
    server = new RegistryServer();
    registry = new HttpSchemaRegistry(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRegisteredSchemaIsFoundByItsId() {
    int id = registry.register("cards-value", SCHEMA);

    assertThat(new HttpSchemaRegistry(server.address()).byId(id)).contains(SCHEMA);
    assertThat(server.calls)
        .extracting(RegistryServer.Call::method, RegistryServer.Call::path)
        .containsExactly(
            tuple("POST", "/subjects/cards-value/versions"), tuple("GET", "/schemas/ids/" + id));
    assertThat(server.calls.get(0).contentType())
        .isEqualTo("application/vnd.schemaregistry.v1+json");
  }

  @Test
  void eachAnswerIsAskedForOnce() {
    int id = registry.register("cards-value", SCHEMA);
    registry.register("cards-value", SCHEMA);
    registry.byId(id);
    registry.byId(id);
    registry.byId(99);
    registry.byId(99);

    assertThat(server.calls).hasSize(3);
  }

  @Test
  void subjectsAreEscaped() {
    registry.register("a/b c?-value", SCHEMA);

    assertThat(server.calls.get(0).path()).isEqualTo("/subjects/a%2Fb%20c%3F-value/versions");
  }

  @Test
  void anAddressMayHaveAPathAndAFinalSlash() {
    registry = new HttpSchemaRegistry(server.address().resolve("/apis/ccompat/v7/"));

    assertThat(registry.byId(1)).isEmpty();

    assertThat(server.calls.get(0).path()).isEqualTo("/apis/ccompat/v7/schemas/ids/1");
  }

  @Test
  void userAndPasswordAreSentAndNeverShown() {
    URI address = URI.create(server.address().toString().replace("//", "//ann:secret@"));
    registry = new HttpSchemaRegistry(address);
    server.answerWith(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");

    assertThatThrownBy(() -> registry.byId(1))
        .hasMessage(
            "expected schema registry "
                + server.address()
                + " to return the schema of /schemas/ids/1, found HTTP 401:"
                + " {\"error_code\":401,\"message\":\"Unauthorized\"}");

    assertThat(server.calls.get(0).authorization()).isEqualTo("Basic YW5uOnNlY3JldA==");
  }

  @Test
  void anIdTheRegistryDoesNotKnowHasNoSchema() {
    assertThat(registry.byId(7)).isEmpty();
    assertThat(registry.byId(-1)).isEmpty();
    assertThat(server.calls.get(1).path()).isEqualTo("/schemas/ids/4294967295");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"schema\":\"{\\\"type\\\":\\\"none\\\"}\"}",
        "{\"schema\":\"{\\\"type\\\":\\\"fixed\\\",\\\"name\\\":\\\"F\\\",\\\"size\\\":2147483647}\"}",
        "{}",
        "{\"schema\":\"\\\"int\\\"\",\"references\":[{\"name\":\"x\",\"subject\":\"x\",\"version\":1}]}"
      })
  void aSchemaThatAvroCannotReadIsNone(String body) throws IOException {
    int id = server.add((ObjectNode) JSON.readTree(body));

    assertThat(registry.byId(id)).isEmpty();
  }

  @Test
  void referencesAreFetchedFirst() throws IOException {
    server.addVersion(
        "country", 3, "{\"type\":\"enum\",\"name\":\"Country\",\"symbols\":[\"NO\"]}");
    ObjectNode entry =
        JSON.createObjectNode()
            .put(
                "schema",
                "{\"type\":\"record\",\"name\":\"Card\",\"fields\":[{\"name\":\"c\",\"type\":\"Country\"}]}");
    entry
        .putArray("references")
        .addObject()
        .put("name", "Country")
        .put("subject", "country")
        .put("version", 3);

    Optional<Schema> found = registry.byId(server.add(entry));

    assertThat(found.orElseThrow().getField("c").schema().getEnumSymbols()).containsExactly("NO");
  }

  @Test
  void aSchemaOfAnotherKindIsNone() {
    int id = server.add(JSON.createObjectNode().put("schemaType", "JSON").put("schema", "{}"));

    assertThat(registry.byId(id)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          500 | {"error_code":50001,"message":"store"} | to return the schema of /schemas/ids/1, found HTTP 500: {"error_code":50001,"message":"store"}
          200 | <html>                                 | to return the schema of /schemas/ids/1 in JSON, found HTTP 200: <html>
          """)
  void nonsenseIsAnErrorAndNotAMissingSchema(int status, String body, String message) {
    server.answerWith(status, body);

    assertThatThrownBy(() -> registry.byId(1))
        .isInstanceOf(SchemaRegistryException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          409 | {"error_code":409,"message":"incompatible"} | to register a schema under t-value, found HTTP 409
          200 | {"id":"seven"} | to register a schema under t-value with a number as id
          200 | []             | to register a schema under t-value with a number as id
          """)
  void aRefusedRegistrationSaysWhy(int status, String body, String message) {
    server.answerWith(status, body);

    assertThatThrownBy(() -> registry.register("t-value", Alert.getClassSchema()))
        .isInstanceOf(SchemaRegistryException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aFailureIsNotRemembered() {
    int id = registry.register("cards-value", SCHEMA);
    HttpSchemaRegistry other = new HttpSchemaRegistry(server.address());
    server.answerWith(503, "");
    assertThatThrownBy(() -> other.byId(id)).hasMessageContaining("found HTTP 503");

    server.behaveAgain();

    assertThat(other.byId(id)).isEqualTo(Optional.of(SCHEMA));
  }

  @Test
  void aBodyThatNeverComesEndsTheCallInTime() {
    server.stallInTheBody();
    registry = new HttpSchemaRegistry(server.address(), Duration.ofMillis(200));

    assertThatThrownBy(() -> registry.byId(1))
        .isInstanceOf(SchemaRegistryException.class)
        .hasMessage("schema registry %s did not answer within 200 ms".formatted(server.address()));
  }

  @Test
  void anEndlessAnswerIsCutOff() {
    server.answerWith(200, " ".repeat(5 << 20));

    assertThatThrownBy(() -> registry.byId(1))
        .hasMessageContaining("the answer is larger than 4194304 bytes");
  }

  @Test
  void aRegistryThatIsNotThereIsNamed() throws IOException {
    int port;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = unused.getLocalPort();
    }
    HttpSchemaRegistry absent = new HttpSchemaRegistry(URI.create("http://localhost:" + port));

    assertThatThrownBy(() -> absent.byId(1))
        .isInstanceOf(SchemaRegistryException.class)
        .hasMessageStartingWith(
            "schema registry http://localhost:%d cannot be reached".formatted(port));
  }

  @Test
  void anAddressWithoutAHostIsRefused() {
    assertThatThrownBy(() -> new HttpSchemaRegistry(URI.create("localhost:8081")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a schema registry's address must start with http:// or https:// and name a host, found"
                + " localhost");
  }
}
