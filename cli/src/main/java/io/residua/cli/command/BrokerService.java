package io.residua.cli.command;

import io.residua.broker.BrokerException;
import io.residua.broker.BrokerSettings;
import io.residua.broker.EmbeddedBroker;
import io.residua.cli.Closing;
import io.residua.cli.CommandFailure;
import io.residua.cli.option.Output;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The broker as a process: ready, served, closed. Loaded only where the broker's part is there. */
final class BrokerService {
  private BrokerService() {}

  static void run(Optional<Path> data, String host, int port, Output output)
      throws CommandFailure, BrokerException, InterruptedException {
    EmbeddedBroker broker = EmbeddedBroker.start(settings(data, host, port));
    Closing.atEndOf(broker, "broker");
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("bootstrap", broker.bootstrapServers());
    fields.put("data", broker.dataDirectory().toString());
    fields.put("temporary", data.isEmpty());
    output.result(
        fields,
        "broker ready: bootstrap %s, data in %s%s; Ctrl-C stops it"
            .formatted(
                broker.bootstrapServers(),
                broker.dataDirectory(),
                data.isEmpty() ? " (temporary)" : ""));
    broker.awaitEnd();
  }

  private static BrokerSettings settings(Optional<Path> data, String host, int port)
      throws CommandFailure {
    try {
      return new BrokerSettings(data, host, port, 0);
    } catch (IllegalArgumentException refused) {
      throw new CommandFailure(refused.getMessage(), refused);
    }
  }
}
