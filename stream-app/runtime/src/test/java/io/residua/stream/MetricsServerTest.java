package io.residua.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsServerTest {
  private static final HttpSettings ANY_PORT = new HttpSettings("127.0.0.1", 0);

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void answersTheMetricsOfTheMoment() throws Exception {
    int[] calls = {0};
    try (MetricsServer server =
        MetricsServer.start(ANY_PORT, () -> "calls " + ++calls[0], new Fixed(true, true))) {
      get(server, "/metrics");

      HttpResponse<String> second = get(server, "/metrics");

      assertThat(second.statusCode()).isEqualTo(200);
      assertThat(second.body()).isEqualTo("calls 2");
      assertThat(second.headers().firstValue("Content-Type"))
          .hasValue("text/plain; version=0.0.4; charset=utf-8");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/health/live,  true,  false, 200, live",
    "/health/live,  false, false, 503, not live",
    "/health/ready, true,  true,  200, ready",
    "/health/ready, true,  false, 503, not ready"
  })
  void answersHealthByStatus(String path, boolean live, boolean ready, int status, String body)
      throws Exception {
    try (MetricsServer server = MetricsServer.start(ANY_PORT, () -> "", new Fixed(live, ready))) {
      HttpResponse<String> answer = get(server, path);

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).isEqualTo(body + "\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/metrics/", "/health", "/../etc/passwd"})
  void answersNothingElse(String path) throws Exception {
    try (MetricsServer server = MetricsServer.start(ANY_PORT, () -> "", new Fixed(true, true))) {
      assertThat(get(server, path).statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE"})
  void answersOnlyGet(String method) throws Exception {
    try (MetricsServer server = MetricsServer.start(ANY_PORT, () -> "", new Fixed(true, true))) {
      HttpRequest request =
          HttpRequest.newBuilder(uri(server, "/metrics"))
              .method(method, HttpRequest.BodyPublishers.ofString("x"))
              .build();

      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
    }
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      HttpSettings settings = new HttpSettings("127.0.0.1", taken.getLocalPort());

      assertThatThrownBy(() -> MetricsServer.start(settings, () -> "", new Fixed(true, true)))
          .isInstanceOf(JobException.class)
          .hasMessage(
              "cannot listen on 127.0.0.1:%d for metrics: Address already in use",
              taken.getLocalPort());
    }
  }

  @Test
  void saysWhichHostIsNotKnown() {
    HttpSettings settings = new HttpSettings("no-such-host.invalid", 0);

    assertThatThrownBy(() -> MetricsServer.start(settings, () -> "", new Fixed(true, true)))
        .isInstanceOf(JobException.class)
        .hasMessage("cannot listen on no-such-host.invalid: the host is not known");
  }

  @Test
  void freesItsPortOnClose() throws Exception {
    MetricsServer server = MetricsServer.start(ANY_PORT, () -> "", new Fixed(true, true));
    int port = server.address().getPort();

    server.close();

    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(free.isBound()).isTrue();
    }
  }

  private HttpResponse<String> get(MetricsServer server, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(server, path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static URI uri(MetricsServer server, String path) {
    return URI.create(server.address() + path);
  }

  private record Fixed(boolean live, boolean ready) implements Health {}
}
