package io.residua.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.schema.Alert;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedOutputsTest {
  private final WatchedOutputs outputs = new WatchedOutputs();

  @Test
  void latencyCountsRecordsSentSinceMeasuringBegan() {
    outputs.scored(0, 5_000);
    outputs.measureLatencyFrom(10_000);
    outputs.scored(9_999, 20_000);
    outputs.scored(10_000, 10_010);
    outputs.scored(10_000, 10_030);

    WatchedOutputs.Snapshot snapshot = outputs.snapshot();

    assertThat(snapshot.scored()).isEqualTo(4);
    assertThat(snapshot.latencyP50()).isEqualTo(10);
    assertThat(snapshot.latencyP99()).isEqualTo(30);
  }

  @Test
  void onlyTheFirstAlertOfAnEventIsNew() {
    assertThat(outputs.alerted(alert("a", 0))).isTrue();
    assertThat(outputs.alerted(alert("a", 9))).isFalse();
    assertThat(outputs.alerted(alert("a", 18))).isFalse();
    assertThat(outputs.alerted(alert("b", 18))).isTrue();
    assertThat(outputs.alerted(alert("a", 28))).isTrue();

    assertThat(outputs.snapshot().alerts()).isEqualTo(5);
    assertThat(outputs.snapshot().alertTimes().get("b")).isEqualTo(List.of(18 * 60_000L));
  }

  @Test
  void waitingEndsWithTheLastOutputOrWithTheTime() throws InterruptedException {
    outputs.rejected();

    assertThat(outputs.awaitSeen(1, 10_000)).isEqualTo(1);
    assertThat(outputs.awaitSeen(2, 1)).isEqualTo(1);
  }

  private static Alert alert(String key, long minute) {
    Alert alert = new Alert();
    alert.setKey(key);
    alert.setEventTime(Instant.ofEpochSecond(minute * 60));
    return alert;
  }
}
