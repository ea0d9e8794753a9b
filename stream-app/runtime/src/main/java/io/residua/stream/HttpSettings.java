package io.residua.stream;

/**
 * Where a job answers about itself.
 *
 * @param host name or address to listen on; whoever can connect to it can read the metrics
 * @param port 0 lets the system choose
 */
public record HttpSettings(String host, int port) {
  public static final String DEFAULT_HOST = "127.0.0.1";
  public static final int DEFAULT_PORT = 8080;

  public HttpSettings {
    if (host.isBlank()) {
      throw new IllegalArgumentException("the HTTP host must not be blank");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("the HTTP port must be 0 to 65535, got " + port);
    }
  }

  public static HttpSettings defaults() {
    return new HttpSettings(DEFAULT_HOST, DEFAULT_PORT);
  }
}
