package io.residua.schema.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A registry that speaks Confluent's REST interface: Confluent's own, Apicurio's {@code
 * /apis/ccompat/v7}, Karapace, Redpanda. Confluent's client is not on Maven Central and brings
 * Kafka along; the few calls needed are made here with the JDK's HTTP client.
 *
 * <p>What was registered or found is remembered, the {@value #REMEMBERED} answers last used of each
 * kind; an id without a schema is asked again after {@link #UNKNOWN_FOR}. Each call to the registry
 * ends within the time given, body included. Safe to share between threads.
 */
public final class HttpSchemaRegistry implements SchemaRegistry {
  /** How many answers of each kind are remembered. */
  public static final int REMEMBERED = 1000;

  /** How long an id without a schema is not asked again. */
  public static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);

  /** The time given to one call where none is named. */
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Registered(String subject, Schema schema) {}

  private final RegistryHttp http;
  private final Map<Registered, Integer> ids = RecentlyUsed.map(REMEMBERED);
  private final Map<Integer, Schema> schemas = RecentlyUsed.map(REMEMBERED);
  private final Map<Integer, Long> unknownSince = RecentlyUsed.map(REMEMBERED);

  public HttpSchemaRegistry(URI base) {
    this(base, TIMEOUT);
  }

  /**
   * @param base the registry's address, as in {@code http://localhost:8081}; a user and password in
   *     it are sent by basic authentication and never appear in a message
   * @param timeout longest time one call may take
   */
  public HttpSchemaRegistry(URI base, Duration timeout) {
    this.http = new RegistryHttp(base, timeout);
  }

  @Override
  public int register(String subject, Schema schema) {
    Registered asked = new Registered(subject, schema);
    Integer known = ids.get(asked);
    if (known != null) {
      return known;
    }
    RegistryHttp.Answer answer =
        http.post("/subjects/%s/versions".formatted(RegistryHttp.escape(subject)), body(schema));
    String expected = "register a schema under " + subject;
    JsonNode id = http.json(expected, answer).path("id");
    if (!id.isInt()) {
      throw http.refused(expected + " with a number as id", answer);
    }
    ids.put(asked, id.intValue());
    return id.intValue();
  }

  @Override
  public Optional<Schema> byId(int id) {
    Schema known = schemas.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Long since = unknownSince.get(id);
    if (since != null && System.nanoTime() - since < UNKNOWN_FOR.toNanos()) {
      return Optional.empty();
    }
    Optional<Schema> found = new SchemaLookup(http).byId(id);
    found.ifPresentOrElse(
        schema -> schemas.put(id, schema), () -> unknownSince.put(id, System.nanoTime()));
    return found;
  }

  private static String body(Schema schema) {
    return JSON.createObjectNode().put("schema", schema.toString()).toString();
  }
}
