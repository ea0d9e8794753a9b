package io.residua.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.properties.PropertiesUtils;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/**
 * Makes a directory ready for a broker: a new one is formatted, one that a broker of ours formatted
 * is taken as it is, any other is left alone.
 */
final class DirectoryFormat {
  /** Cluster identifiers begin with it: another cluster's data are not taken for ours. */
  static final String CLUSTER_PREFIX = "residua-";

  private DirectoryFormat() {}

  static void prepare(Path directory) throws BrokerException {
    Path properties = directory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME);
    try {
      if (Files.exists(properties)) {
        requireOurs(directory, PropertiesUtils.readPropertiesFile(properties.toString()));
      } else {
        requireEmpty(directory);
        format(directory);
      }
    } catch (IOException e) {
      throw new BrokerException(
          "cannot read the data directory %s: %s".formatted(directory, e.getMessage()), e);
    }
  }

  private static void requireOurs(Path directory, Properties properties) throws BrokerException {
    String cluster = properties.getProperty("cluster.id", "");
    if (!cluster.startsWith(CLUSTER_PREFIX)) {
      throw new BrokerException(
          "the data directory %s belongs to another Kafka cluster (%s); expected one of this"
                  .formatted(directory, cluster)
              + " broker's or an empty one");
    }
  }

  private static void requireEmpty(Path directory) throws IOException, BrokerException {
    try (Stream<Path> files = Files.list(directory)) {
      boolean others =
          files.anyMatch(file -> !file.getFileName().toString().equals(BrokerStorage.LOCK));
      if (others) {
        throw new BrokerException(
            "the data directory %s holds other files; expected one of this broker's or an empty one"
                .formatted(directory));
      }
    }
  }

  private static void format(Path directory) throws BrokerException {
    try {
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(NodeProperties.NODE_ID)
          .setClusterId(CLUSTER_PREFIX + Uuid.randomUuid())
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setControllerListenerName(NodeProperties.CONTROLLER_LISTENER)
          .addDirectory(directory.toString())
          .setMetadataLogDirectory(directory.toString())
          .run();
    } catch (Exception e) {
      throw new BrokerException(
          "cannot format the data directory %s: %s".formatted(directory, e.getMessage()), e);
    }
  }
}
