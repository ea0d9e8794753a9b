package io.residua.broker;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a broker listens and where it keeps its data.
 *
 * @param dataDirectory kept between runs; without one the data are temporary and deleted on close
 * @param host name or address to listen on and to tell clients
 * @param port for clients; 0 lets the system choose
 * @param controllerPort for the broker's own metadata quorum, on the loopback address only; 0 lets
 *     the system choose
 */
public record BrokerSettings(
    Optional<Path> dataDirectory, String host, int port, int controllerPort) {
  /** Where Kafka's clients look first. */
  public static final int DEFAULT_PORT = 9092;

  private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "::", "*", "");

  public BrokerSettings {
    Objects.requireNonNull(dataDirectory, "dataDirectory");
    if (WILDCARDS.contains(host.strip())) {
      throw new IllegalArgumentException(
          "host must be a name or address that clients can connect to, got '" + host + "'");
    }
    requirePort("port", port);
    requirePort("controller port", controllerPort);
  }

  /** Temporary storage and ports chosen by the system, on localhost. */
  public static BrokerSettings temporary() {
    return new BrokerSettings(Optional.empty(), "localhost", 0, 0);
  }

  public BrokerSettings withDataDirectory(Path directory) {
    return new BrokerSettings(Optional.of(directory), host, port, controllerPort);
  }

  public BrokerSettings withHost(String newHost) {
    return new BrokerSettings(dataDirectory, newHost, port, controllerPort);
  }

  public BrokerSettings withPort(int newPort) {
    return new BrokerSettings(dataDirectory, host, newPort, controllerPort);
  }

  private static void requirePort(String what, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(what + " must be 0 to 65535, got " + port);
    }
  }
}
