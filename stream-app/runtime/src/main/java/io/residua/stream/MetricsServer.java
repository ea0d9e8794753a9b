package io.residua.stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A job's metrics and health over HTTP: {@code GET /metrics} in Prometheus' text format, {@code GET
 * /health/live} and {@code GET /health/ready} with status 200 or 503. Nothing else is answered.
 *
 * <p>A caller holds one of {@value #THREADS} threads for at most {@value #SECONDS} seconds of
 * sending and as long of reading; connections beyond {@value #CONNECTIONS} are closed at once.
 */
public final class MetricsServer implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int CONNECTIONS = 64;
  private static final int SECONDS = 10;
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String PLAIN_TEXT = "text/plain; charset=utf-8";

  static {
    // Without these, which hold for the whole JVM, the JDK's server waits for slow callers forever.
    limit("sun.net.httpserver.maxReqTime", SECONDS);
    limit("sun.net.httpserver.maxRspTime", SECONDS);
    limit("jdk.httpserver.maxConnections", CONNECTIONS);
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final String host;

  private MetricsServer(HttpServer server, ExecutorService threads, String host) {
    this.server = server;
    this.threads = threads;
    this.host = host;
  }

  /**
   * Starts answering.
   *
   * @param metrics makes the metrics' text, on each call anew
   * @throws JobException when the address cannot be listened on
   */
  public static MetricsServer start(HttpSettings settings, Supplier<String> metrics, Health health)
      throws JobException {
    HttpServer server = bind(settings);
    ExecutorService threads = threads();
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            answer(exchange, metrics, health);
          }
        });
    server.start();
    return new MetricsServer(server, threads, settings.host());
  }

  /** Where it answers, with the port that was chosen. */
  public URI address() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, Supplier<String> metrics, Health health)
      throws IOException {
    if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      send(exchange, 405, PLAIN_TEXT, "only GET is answered\n");
      return;
    }
    switch (exchange.getRequestURI().getPath()) {
      case "/metrics" -> send(exchange, 200, PROMETHEUS_TEXT, metrics.get());
      case "/health/live" -> health(exchange, health.live(), "live");
      case "/health/ready" -> health(exchange, health.ready(), "ready");
      default ->
          send(exchange, 404, PLAIN_TEXT, "expected /metrics, /health/live or /health/ready\n");
    }
  }

  private static void health(HttpExchange exchange, boolean good, String word) throws IOException {
    send(exchange, good ? 200 : 503, PLAIN_TEXT, (good ? "" : "not ") + word + "\n");
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static HttpServer bind(HttpSettings settings) throws JobException {
    InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
    if (address.isUnresolved()) {
      throw new JobException(
          "cannot listen on %s: the host is not known".formatted(settings.host()));
    }
    try {
      return HttpServer.create(address, CONNECTIONS);
    } catch (IOException e) {
      throw new JobException(
          "cannot listen on %s:%d for metrics: %s"
              .formatted(settings.host(), settings.port(), e.getMessage()),
          e);
    }
  }

  private static ExecutorService threads() {
    return Executors.newFixedThreadPool(
        THREADS,
        task -> {
          Thread thread = new Thread(task, "residua-metrics");
          thread.setDaemon(true);
          return thread;
        });
  }

  private static void limit(String property, int value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, String.valueOf(value));
    }
  }
}
