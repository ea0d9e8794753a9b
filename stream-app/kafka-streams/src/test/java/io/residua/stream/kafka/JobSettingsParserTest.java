package io.residua.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.stream.HttpSettings;
import io.residua.stream.JobException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobSettingsParserTest {
  @Test
  void readsEverySetting() throws Exception {
    JobSettings settings =
        JobSettingsParser.parse(
            """
            bootstrap: kafka-1:9092,kafka-2:9092
            application-id: fraud-a
            threads: 3
            http: { host: 0.0.0.0, port: 9464 }
            schema-registry: https://registry:8081/apis/ccompat/v7
            create-topics: false
            max-record-bytes: 1000
            max-future: 90m
            state:
              store: memory
              standby-replicas: 1
              directory: /var/lib/residua
              cache-mb: 16
              rocksdb-mb: 256
            kafka:
              security.protocol: SSL
              producer.linger.ms: 5
            """,
            "job.yaml");

    assertThat(settings.bootstrapServers()).isEqualTo("kafka-1:9092,kafka-2:9092");
    assertThat(settings.applicationId("card-fraud")).isEqualTo("fraud-a");
    assertThat(settings.threads()).isEqualTo(3);
    assertThat(settings.http()).isEqualTo(new HttpSettings("0.0.0.0", 9464));
    assertThat(settings.schemaRegistry())
        .hasValue(URI.create("https://registry:8081/apis/ccompat/v7"));
    assertThat(settings.createTopics()).isFalse();
    assertThat(settings.limits().recordBytes()).isEqualTo(1000);
    assertThat(settings.limits().future()).isEqualTo(Duration.ofMinutes(90));
    assertThat(settings.state())
        .isEqualTo(
            new StateSettings(
                StateSettings.Store.MEMORY, 1, Optional.of(Path.of("/var/lib/residua")), 16, 256));
    assertThat(settings.kafka().values())
        .isEqualTo(Map.of("security.protocol", "SSL", "producer.linger.ms", "5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n", "{}", "http: {}"})
  void leavesTheDefaultsWhereNothingIsSaid(String yaml) throws Exception {
    assertThat(JobSettingsParser.parse(yaml, "job.yaml")).isEqualTo(JobSettings.defaults());
    assertThat(JobSettings.defaults().applicationId("card-fraud")).isEqualTo("residua-card-fraud");
  }

  @Test
  void tellsEveryProblemAtOnceWithItsPath() {
    assertThatThrownBy(
            () ->
                JobSettingsParser.parse(
                    """
                    threads: many
                    speed: 9
                    http: { port: 70000, path: /x }
                    kafka: { processing.guarantee: at_least_once }
                    """,
                    "job.yaml"))
        .isInstanceOf(JobException.class)
        .hasMessageContainingAll(
            "job.yaml: threads: expected a whole number from 1 to 1024, found \"many\"",
            "job.yaml: speed: unknown setting, expected one of bootstrap, application-id,",
            "job.yaml: http.path: unknown setting, expected one of host, port",
            "job.yaml: http.port: expected a whole number from 0 to 65535, found 70000",
            "job.yaml: kafka.processing.guarantee: it cannot be set here");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bootstrap: ''              | bootstrap: expected a text, found ""
          bootstrap: [a, b]          | bootstrap: expected a text, found a list
          application-id: 12         | application-id: expected a text, found 12
          threads: 0                 | threads: expected a whole number from 1 to 1024, found 0
          threads: 1.5               | threads: expected a whole number from 1 to 1024, found 1.5
          create-topics: sometimes   | create-topics: expected true or false, found "sometimes"
          max-record-bytes: -1       | max-record-bytes: expected a whole number from 1 to 67108864
          http: 8080                 | http: expected a section with host, port, found 8080
          kafka: SSL                 | kafka: expected a section, found "SSL"
          kafka: { a: [1] }          | kafka.a: expected a plain value, found a list
          kafka: { a: null }         | kafka.a: expected a plain value, found null
          kafka: { state.dir: /x }   | kafka.state.dir: it cannot be set here
          max-future: soon           | max-future: expected a duration such as 30s, 10m or 1d, found "soon"
          state: { store: disk }     | state.store: expected rocksdb or memory, found "disk"
          state: { rocksdb-mb: 1 }   | state.rocksdb-mb: expected a whole number from 16 to 1048576
          schema-registry: ftp://x   | schema-registry: expected an address such as http://registry
          [1, 2]                     | expected a section with bootstrap, application-id, threads
          'threads: 1: 2'            | line 1: not valid YAML
          """)
  void namesWhatWasExpectedAndFound(String yaml, String problem) {
    assertThatThrownBy(() -> JobSettingsParser.parse(yaml, "job.yaml"))
        .isInstanceOf(JobException.class)
        .hasMessageContaining(problem)
        .hasMessageStartingWith("job.yaml");
  }

  @Test
  void refusesASettingThatStandsTwice() {
    assertThatThrownBy(() -> JobSettingsParser.parse("threads: 1\nthreads: 2\n", "job.yaml"))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("Duplicate field 'threads'");
  }

  @Test
  void neverRepeatsAPassword() throws Exception {
    assertThatThrownBy(
            () -> JobSettingsParser.parse("schema-registry: http://me:s3cret@ x\n", "job.yaml"))
        .isInstanceOf(JobException.class)
        .hasMessageNotContaining("s3cret");
    assertThat(JobSettingsParser.parse("kafka: { sasl.jaas.config: s3cret }", "job.yaml"))
        .asString()
        .doesNotContain("s3cret")
        .contains("sasl.jaas.config");
  }

  @Test
  void saysWhichFileCannotBeRead(@TempDir Path directory) {
    Path missing = directory.resolve("job.yaml");

    assertThatThrownBy(() -> JobSettingsParser.parse(missing))
        .isInstanceOf(JobException.class)
        .hasMessageStartingWith("cannot read the settings " + missing);
  }

  @Test
  void refusesAFileThatIsTooLarge(@TempDir Path directory) throws Exception {
    Path large = Files.write(directory.resolve("job.yaml"), new byte[(1 << 20) + 1]);

    assertThatThrownBy(() -> JobSettingsParser.parse(large))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("expected settings of at most 1048576 bytes, found more");
  }
}
