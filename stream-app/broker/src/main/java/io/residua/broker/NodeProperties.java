package io.residua.broker;

import java.nio.file.Path;
import java.util.Map;

/**
 * Kafka's settings for a node that is alone: every replication is 1 and nothing waits for peers.
 */
final class NodeProperties {
  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private NodeProperties() {}

  static Map<String, String> of(ListeningSockets sockets, Path directory) {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", String.valueOf(NODE_ID)),
        Map.entry("controller.quorum.voters", NODE_ID + "@" + sockets.controllerAddress()),
        Map.entry("controller.listener.names", CONTROLLER_LISTENER),
        Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        Map.entry(
            "listeners",
            "PLAINTEXT://%s,CONTROLLER://%s"
                .formatted(sockets.bootstrapServers(), sockets.controllerAddress())),
        Map.entry("log.dirs", directory.toString()),
        // A mistyped topic name is an error, not a new topic.
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "4"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "4"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.num.partitions", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"),
        // 128 MiB by default, a quarter of a small heap; 4 MiB index 170,000 keys a pass.
        Map.entry("log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20)));
  }
}
