package io.residua.stream.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.residua.detector.definition.DurationNotation;
import io.residua.stream.HttpSettings;
import io.residua.stream.JobException;
import io.residua.stream.RecordLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a job's settings from YAML, strictly: every problem is reported at once, with its path and
 * what was expected there. What the file leaves out has its default. For example:
 *
 * <pre>
 * bootstrap: kafka-1:9092,kafka-2:9092
 * application-id: residua-card-fraud
 * threads: 4
 * http: { host: 0.0.0.0, port: 8080 }
 * schema-registry: http://registry:8081
 * create-topics: true
 * max-record-bytes: 4194304
 * max-future: 1d
 * state: { store: rocksdb, standby-replicas: 0, directory: /var/lib/residua }
 * kafka:
 *   security.protocol: SSL
 * </pre>
 */
public final class JobSettingsParser {
  private static final int LARGEST_FILE = 1 << 20;
  private static final int MOST_THREADS = 1024;
  private static final int LARGEST_RECORD = 64 << 20;
  private static final String REGISTRY_EXPECTED =
      "expected an address such as http://registry:8081, found another text";
  private static final Set<String> KEYS =
      inOrder(
          "bootstrap",
          "application-id",
          "threads",
          "http",
          "schema-registry",
          "create-topics",
          "max-record-bytes",
          "max-future",
          "state",
          "kafka");
  private static final Set<String> STATE_KEYS =
      inOrder("store", "standby-replicas", "directory", "cache-mb", "rocksdb-mb");
  private static final Set<String> HTTP_KEYS = inOrder("host", "port");
  private static final ObjectMapper YAML =
      new ObjectMapper(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JobSettingsParser() {}

  /**
   * Reads a file.
   *
   * @throws JobException naming the file and every problem, one a line
   */
  public static JobSettings parse(Path file) throws JobException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
      if (bytes.length > LARGEST_FILE) {
        throw new JobException(
            "%s: expected settings of at most %d bytes, found more".formatted(file, LARGEST_FILE));
      }
      return parse(new String(bytes, StandardCharsets.UTF_8), file.toString());
    } catch (IOException e) {
      throw new JobException("cannot read the settings %s: %s".formatted(file, e), e);
    }
  }

  static JobSettings parse(String text, String name) throws JobException {
    List<String> problems = new ArrayList<>();
    JsonNode root = tree(text, name);
    JobSettings settings = read(SettingsSection.of(root, "", KEYS, problems), problems);
    if (!problems.isEmpty()) {
      throw new JobException(name + ": " + String.join("\n" + name + ": ", problems));
    }
    return settings;
  }

  private static JsonNode tree(String text, String name) throws JobException {
    try {
      JsonNode root = YAML.readTree(text);
      return root.isMissingNode() || root.isNull() ? YAML.createObjectNode() : root;
    } catch (JsonProcessingException e) {
      throw new JobException(
          "%s, line %d: not valid YAML: %s"
              .formatted(
                  name,
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getOriginalMessage().lines().findFirst().orElse("")),
          e);
    }
  }

  private static JobSettings read(SettingsSection section, List<String> problems) {
    JobSettings defaults = JobSettings.defaults();
    SettingsSection http = section.section("http", HTTP_KEYS);
    return new JobSettings(
        section.text("bootstrap").orElse(defaults.bootstrapServers()),
        section.text("application-id"),
        section.whole("threads", 1, MOST_THREADS).orElse(defaults.threads()),
        new HttpSettings(
            http.text("host").orElse(defaults.http().host()),
            http.whole("port", 0, 65_535).orElse(defaults.http().port())),
        section.text("schema-registry", JobSettingsParser::registry),
        section.flag("create-topics").orElse(defaults.createTopics()),
        new RecordLimits(
            section
                .whole("max-record-bytes", 1, LARGEST_RECORD)
                .orElse(defaults.limits().recordBytes()),
            section
                .text("max-future", JobSettingsParser::duration)
                .orElse(defaults.limits().future())),
        state(section.section("state", STATE_KEYS), defaults.state()),
        kafka(section.plain("kafka"), problems));
  }

  private static StateSettings state(SettingsSection section, StateSettings defaults) {
    return new StateSettings(
        section.text("store", JobSettingsParser::store).orElse(defaults.store()),
        section
            .whole("standby-replicas", 0, StateSettings.MOST_STANDBY_REPLICAS)
            .orElse(defaults.standbyReplicas()),
        section.text("directory", Path::of),
        section
            .whole("cache-mb", 0, StateSettings.MOST_MEBIBYTES)
            .orElse(defaults.cacheMebibytes()),
        section
            .whole(
                "rocksdb-mb", StateSettings.LEAST_ROCKSDB_MEBIBYTES, StateSettings.MOST_MEBIBYTES)
            .orElse(defaults.rocksDbMebibytes()));
  }

  private static StateSettings.Store store(String text) {
    return switch (text) {
      case "rocksdb" -> StateSettings.Store.ROCKSDB;
      case "memory" -> StateSettings.Store.MEMORY;
      default ->
          throw new IllegalArgumentException("expected rocksdb or memory, found " + quoted(text));
    };
  }

  private static Duration duration(String text) {
    return DurationNotation.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a duration such as 30s, 10m or 1d, found " + quoted(text)));
  }

  private static String quoted(String text) {
    return '"' + text.substring(0, Math.min(100, text.length())) + '"';
  }

  /** The text is never repeated in a message: it may hold a password. */
  private static URI registry(String text) {
    try {
      URI uri = new URI(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null) {
        return uri;
      }
      throw new IllegalArgumentException(REGISTRY_EXPECTED);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(REGISTRY_EXPECTED, e);
    }
  }

  private static KafkaProperties kafka(Map<String, String> values, List<String> problems) {
    Set<String> reserved = new LinkedHashSet<>(values.keySet());
    reserved.retainAll(KafkaProperties.RESERVED);
    reserved.forEach(name -> problems.add("kafka.%s: it cannot be set here".formatted(name)));
    values.keySet().removeAll(reserved);
    return new KafkaProperties(values);
  }

  private static Set<String> inOrder(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }
}
