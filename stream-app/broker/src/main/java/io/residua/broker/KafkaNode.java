package io.residua.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * Kafka's controller and broker over one data directory, put together as {@link KafkaRaftServer}
 * does, but with sockets and fault handling of ours.
 */
final class KafkaNode implements AutoCloseable {
  private final ControllerServer controller;
  private final BrokerServer broker;

  private KafkaNode(SharedServer shared, BootstrapMetadata bootstrap) {
    this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), bootstrap);
    this.broker = new BrokerServer(shared);
  }

  static KafkaNode start(ListeningSockets sockets, Path directory, BrokerFaults faults)
      throws BrokerException {
    DirectoryFormat.prepare(directory);
    try {
      KafkaConfig config = new KafkaConfig(NodeProperties.of(sockets, directory), false);
      Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> directories =
          KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(KafkaNode.class), "");
      KafkaNode node =
          new KafkaNode(shared(config, directories._1(), sockets, faults), directories._2());
      node.startUp();
      return node;
    } catch (RuntimeException e) {
      throw new BrokerException("the broker does not start: " + e.getMessage(), e);
    }
  }

  private static SharedServer shared(
      KafkaConfig config,
      MetaPropertiesEnsemble directories,
      ListeningSockets sockets,
      BrokerFaults faults) {
    return new SharedServer(
        config,
        directories,
        Time.SYSTEM,
        Server.initializeMetrics(config, Time.SYSTEM, directories.clusterId().orElseThrow()),
        CompletableFuture.completedFuture(
            QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
        List.of(),
        faults,
        sockets);
  }

  private void startUp() {
    try {
      controller.startup();
      broker.startup();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The broker first: it leaves the cluster in order while there is a controller to tell. */
  @Override
  public void close() {
    broker.shutdown();
    controller.shutdown();
    broker.awaitShutdown();
    controller.awaitShutdown();
  }
}
