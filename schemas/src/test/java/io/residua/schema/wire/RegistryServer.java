package io.residua.schema.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that answers as Confluent's schema registry does, as far as its REST documentation
 * describes the two calls made here, and that can be told to misbehave.
 */
final class RegistryServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VERSIONS = Pattern.compile("/subjects/([^/]+)/versions");
  private static final Pattern IDS = Pattern.compile("/schemas/ids/(\\d+)");

  record Call(String method, String path, String contentType, String authorization) {}

  interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }

  final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<ObjectNode> schemas = new CopyOnWriteArrayList<>();
  private final Map<String, ObjectNode> versions = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Answering answering = this::behave;

  RegistryServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Adds an entry as another client might have; returns its id. */
  int add(ObjectNode entry) {
    schemas.add(entry);
    return schemas.size();
  }

  /** Adds a version of a subject as another client might have. */
  void addVersion(String subject, int version, String schema) {
    versions.put(
        "/subjects/%s/versions/%d".formatted(subject, version),
        JSON.createObjectNode()
            .put("subject", subject)
            .put("version", version)
            .put("id", 1000 + versions.size())
            .put("schema", schema));
  }

  void answerWith(int status, String body) {
    answering = exchange -> send(exchange, status, body);
  }

  void behaveAgain() {
    answering = this::behave;
  }

  /** Sends headers that promise a body, and no body until the server is closed. */
  void stallInTheBody() {
    answering =
        exchange -> {
          exchange.sendResponseHeaders(200, 10);
          try {
            closed.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      calls.add(
          new Call(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              exchange.getRequestHeaders().getFirst("Authorization")));
      answering.answer(exchange);
    }
  }

  private void behave(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    Matcher versions = VERSIONS.matcher(path);
    Matcher ids = IDS.matcher(path);
    if (versions.matches() && exchange.getRequestMethod().equals("POST")) {
      register(exchange);
    } else if (ids.matches() && exchange.getRequestMethod().equals("GET")) {
      find(exchange, Long.parseLong(ids.group(1)));
    } else if (this.versions.containsKey(path)) {
      send(exchange, 200, this.versions.get(path).toString());
    } else {
      send(exchange, 404, "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}");
    }
  }

  private void register(HttpExchange exchange) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    ObjectNode entry = JSON.createObjectNode().put("schema", request.path("schema").asText());
    if (!schemas.contains(entry)) {
      schemas.add(entry);
    }
    send(exchange, 200, "{\"id\":%d}".formatted(schemas.indexOf(entry) + 1));
  }

  private void find(HttpExchange exchange, long id) throws IOException {
    if (id < 1 || id > schemas.size()) {
      send(
          exchange,
          404,
          "{\"error_code\":40403,\"message\":\"Schema %d not found\"}".formatted(id));
    } else {
      send(exchange, 200, schemas.get((int) id - 1).toString());
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
