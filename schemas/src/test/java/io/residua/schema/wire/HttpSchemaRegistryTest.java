package io.residua.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
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
            "expected schema registry %s to return schema 1, found HTTP 401: %s"
                .formatted(server.address(), "{\"error_code\":401,\"message\":\"Unauthorized\"}"));

    assertThat(server.calls.get(0).authorization()).isEqualTo("Basic YW5uOnNlY3JldA==");
  }

  @Test
  void anIdTheRegistryDoesNotKnowHasNoSchema() {
    assertThat(registry.byId(7)).isEmpty();
    assertThat(registry.byId(-1)).isEmpty();
    assertThat(server.calls.get(1).path()).isEqualTo("/schemas/ids/4294967295");
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
          500 | {"error_code":50001,"message":"store"} | to return schema 1, found HTTP 500: {"error_code":50001,"message":"store"}
          200 | <html>                                 | to answer in JSON, found HTTP 200: <html>
          200 | {"schema":"{\\"type\\":\\"none\\"}"}   | is not an Avro schema
          200 | {}                                     | is not an Avro schema
          200 | {"schema":"\\"int\\"","references":[{"name":"x"}]} | to return schema 1 without references to others
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
