package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.stream.kafka.JobSettings;
import io.residua.stream.kafka.JobSettingsParser;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedSettingsTest {
  private static final Path SHIPPED = Path.of("../cli/src/main/dist/conf/job.yaml");

  @Test
  void sayTheDefaults() throws Exception {
    assertThat(JobSettingsParser.parse(SHIPPED)).isEqualTo(JobSettings.defaults());
  }

  @Test
  void showSettingsThatTheJobTakes(@TempDir Path directory) throws Exception {
    String everything =
        Files.readString(SHIPPED).replaceAll("(?m)^# ?((?:  )?[a-z.-]+: ?.*|kafka:)$", "$1");

    JobSettings settings =
        JobSettingsParser.parse(Files.writeString(directory.resolve("job.yaml"), everything));

    assertThat(settings.applicationId()).hasValue("residua-card-fraud");
    assertThat(settings.threads()).isEqualTo(2);
    assertThat(settings.schemaRegistry()).isPresent();
    assertThat(settings.kafka().values()).containsEntry("security.protocol", "SSL");
  }

  @Test
  void ofTheComposeExampleAreTaken() throws Exception {
    JobSettings settings = JobSettingsParser.parse(Path.of("../docker/example/job.yaml"));

    assertThat(settings.bootstrapServers()).isEqualTo("kafka:9092");
    assertThat(settings.schemaRegistry()).isPresent();
  }
}
