package io.residua.schema.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls to a registry: bounded in time and in the size of the answer. */
final class RegistryHttp {
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST_ANSWER = 4 << 20;
  private static final int SHOWN = 200;

  record Answer(int status, String body) {}

  private final URI base;
  private final Duration timeout;
  private final String authorization;
  private final HttpClient client;

  RegistryHttp(URI base, Duration timeout) {
    if (!"http".equals(base.getScheme()) && !"https".equals(base.getScheme())
        || base.getHost() == null) {
      throw new IllegalArgumentException(
          "a schema registry's address must start with http:// or https:// and name a host, found "
              + base.getScheme());
    }
    this.base = bare(base);
    this.timeout = timeout;
    this.authorization = base.getUserInfo() == null ? null : basic(base.getUserInfo());
    this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  /** The address without user and password. */
  URI base() {
    return base;
  }

  Answer get(String path) {
    return call(request(path).GET());
  }

  Answer post(String path, String body) {
    return call(
        request(path)
            .header("Content-Type", MEDIA_TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /**
   * The JSON of an answer with status 200.
   *
   * @param expected what the registry was to do, for the message when it did not
   */
  JsonNode json(String expected, Answer answer) {
    if (answer.status() != 200) {
      throw refused(expected, answer);
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw refused(expected + " in JSON", answer);
    }
  }

  /** A text as one segment of a path. */
  static String escape(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  SchemaRegistryException refused(String expected, Answer answer) {
    String body = answer.body().strip();
    String shown = body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body;
    return new SchemaRegistryException(
        "expected schema registry %s to %s, found HTTP %d: %s"
            .formatted(base, expected, answer.status(), shown));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(timeout)
            .header("Accept", MEDIA_TYPE + ", application/json");
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  // The client's own timeout ends with the headers; waiting on the future bounds the body too.
  private Answer call(HttpRequest.Builder request) {
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request.build(), answer -> new BoundedBody(LARGEST_ANSWER));
    try {
      HttpResponse<byte[]> answer = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new SchemaRegistryException(
          "schema registry %s did not answer within %d ms".formatted(base, timeout.toMillis()), e);
    } catch (ExecutionException e) {
      throw new SchemaRegistryException(
          "schema registry %s cannot be reached: %s".formatted(base, e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new SchemaRegistryException("interrupted while waiting for schema registry " + base, e);
    }
  }

  private static String basic(String userInfo) {
    return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
  }

  private static URI bare(URI base) {
    String path = base.getPath() == null ? "" : base.getPath().replaceAll("/+$", "");
    try {
      return new URI(base.getScheme(), null, base.getHost(), base.getPort(), path, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not the address of a schema registry", e);
    }
  }
}
