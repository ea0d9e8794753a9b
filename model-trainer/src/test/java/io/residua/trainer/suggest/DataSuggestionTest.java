package io.residua.trainer.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.FeatureSpec;
import io.residua.detector.suggest.ColumnProfile;
import io.residua.detector.suggest.ColumnProfile.Kind;
import io.residua.trainer.data.DataReader;
import io.residua.trainer.data.DataSelection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSuggestionTest {
  @TempDir Path folder;

  @Test
  void suggestsADefinitionThatParses() throws Exception {
    Path file = servers();

    String yaml = DataSuggestion.suggest(DataSelection.ofFile(file), "servers", "metrics");

    DetectorDefinition definition = DefinitionParser.parse(yaml, folder);
    assertThat(definition.input().key()).contains("host");
    assertThat(definition.input().time()).contains("time");
    assertThat(definition.features()).extracting(FeatureSpec::field).contains("cpu", "load");
    assertThat(definition.features()).extracting(FeatureSpec::field).doesNotContain("label");
  }

  @Test
  void profilesNumbersTimesAndText() throws Exception {
    try (DataReader reader = DataReader.open(DataSelection.ofFile(servers()))) {
      List<ColumnProfile> profiles = reader.profiles();

      ColumnProfile host = profiles.get(0);
      assertThat(host.kind()).isEqualTo(Kind.TEXT);
      assertThat(host.distinct()).isEqualTo(2);
      assertThat(host.examples()).contains("host-0", "host-1");
      ColumnProfile time = profiles.get(1);
      assertThat(time.kind()).isEqualTo(Kind.TIME);
      assertThat(time.min()).isEqualTo(1_767_225_600_000.0);
      assertThat(time.ascending()).isTrue();
      ColumnProfile cpu = profiles.get(2);
      assertThat(cpu.kind()).isEqualTo(Kind.NUMBER);
      assertThat(cpu.min()).isZero();
      assertThat(cpu.median()).isEqualTo(4.5);
      assertThat(cpu.max()).isEqualTo(9);
      assertThat(cpu.ascending()).isFalse();
      assertThat(cpu.missing()).isEqualTo(1);
    }
  }

  private Path servers() throws Exception {
    StringBuilder csv = new StringBuilder("host,time,cpu,load,label\n");
    for (int i = 0; i < 60; i++) {
      csv.append("host-%d,2026-01-01T00:%02d:00Z,%d,%s,0\n".formatted(i % 2, i, i % 10, i * 0.37));
    }
    csv.append("host-0,2026-01-01T01:00:00Z,,3.1,1\n");
    return Files.writeString(folder.resolve("servers.csv"), csv);
  }
}
