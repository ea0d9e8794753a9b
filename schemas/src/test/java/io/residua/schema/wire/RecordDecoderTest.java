package io.residua.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.schema.Alert;
import io.residua.schema.AlertKind;
import io.residua.schema.AlertLevel;
import io.residua.schema.AlertState;
import io.residua.schema.LatentEmbedding;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class RecordDecoderTest {
  private final MemoryRegistry registry = new MemoryRegistry();
  private final RecordDecoder<Alert> decoder =
      new RecordDecoder<>(Alert.class, Optional.of(registry));
  private final RecordEncoder plain = RecordEncoder.avro("t", Optional.empty());
  private final RecordEncoder framed = RecordEncoder.avro("t", Optional.of(registry));

  @Test
  void bothFramingsComeBackAsTheyWere() throws Exception {
    assertThat(decoder.decode(plain.encode(Records.alert()))).isEqualTo(Records.alert());
    assertThat(decoder.decode(framed.encode(Records.alert()))).isEqualTo(Records.alert());
  }

  @Test
  void anAlertOfTheFirstReleaseIsAnAnomalyThatOpens() throws Exception {
    Schema first = ReleasedSchemas.of("Alert").get(0);
    GenericRecord source = new GenericData.Record(first.getField("source").schema());
    source.put("topic", "transactions");
    source.put("partition", 2);
    source.put("offset", 41L);
    GenericRecord written = new GenericData.Record(first);
    List.of("id", "detector", "reason").forEach(name -> written.put(name, name));
    List.of("score", "threshold", "p_value").forEach(name -> written.put(name, 1.0));
    List.of("model_version", "severity").forEach(name -> written.put(name, 1));
    written.put("event_time", 1_700_000_000_123L);
    written.put("source", source);
    written.put("explanation", List.of());

    Alert alert =
        decoder.decode(
            new BinaryMessageEncoder<>(new GenericData(), first).encode(written).array());

    assertThat(alert.getKind()).isEqualTo(AlertKind.ANOMALY);
    assertThat(alert.getState()).isEqualTo(AlertState.OPEN);
    assertThat(alert.getLevel()).isEqualTo(AlertLevel.UNKNOWN);
    assertThat(alert.getAnomalies()).isEqualTo(1);
    assertThat(alert.getBegin()).isNull();
  }

  @Test
  void aRecordCutAnywhereIsUnreadable() {
    for (byte[] value :
        new byte[][] {plain.encode(Records.alert()), framed.encode(Records.alert())}) {
      for (int length = 0; length < value.length; length++) {
        byte[] cut = Arrays.copyOf(value, length);
        assertThatThrownBy(() -> decoder.decode(cut))
            .isInstanceOf(UnreadableRecordException.class)
            .hasMessageContaining("Alert");
      }
    }
  }

  @Test
  void bytesAfterTheRecordAreRefused() {
    byte[] value = plain.encode(Records.alert());

    assertThatThrownBy(() -> decoder.decode(Arrays.copyOf(value, value.length + 2)))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("expected the end of Alert, found 2 more bytes");
  }

  @Test
  void anotherRecordIsRefusedByName() {
    LatentEmbedding other = Records.embedding(1f);

    assertThatThrownBy(() -> decoder.decode(plain.encode(other)))
        .hasMessageStartingWith(
            "expected Alert by a released schema, found the unknown schema fingerprint ");
    assertThatThrownBy(() -> decoder.decode(framed.encode(other)))
        .hasMessage(
            "expected io.residua.schema.Alert, found schema 1 of io.residua.schema.LatentEmbedding");
  }

  @Test
  void anIdNobodyKnowsIsRefused() {
    byte[] value = framed.encode(Records.alert());
    value[4] = 9;

    assertThatThrownBy(() -> decoder.decode(value)).hasMessage("the registry has no schema 9");
    assertThatThrownBy(() -> new RecordDecoder<>(Alert.class, Optional.empty()).decode(value))
        .hasMessage("found schema id 9, and no schema registry is configured");
  }

  @Test
  void aCountOfItemsThatCannotBeThereIsRefused() {
    Alert alert = Records.alert();
    byte[] some = plain.encode(alert);
    alert.setExplanation(List.of());
    byte[] none = plain.encode(alert);
    int count = Arrays.mismatch(some, none);
    ByteBuffer hostile = ByteBuffer.allocate(none.length + 4);
    hostile.put(none, 0, count).put(HexFormat.of().parseHex("fefefefe0f"));
    hostile.put(none, count + 1, none.length - count - 1);

    assertThatThrownBy(() -> decoder.decode(hostile.array()))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageStartingWith("Alert is broken: ");
  }

  @Property(tries = 300)
  void arbitraryBodiesAreReadOrRefused(@ForAll @Size(max = 200) byte[] body) {
    byte[] value = plain.encode(Records.alert());
    byte[] hostile = Arrays.copyOf(value, 10 + body.length);
    System.arraycopy(body, 0, hostile, 10, body.length);
    try {
      assertThat(decoder.decode(hostile).getSchema()).isEqualTo(Alert.getClassSchema());
    } catch (UnreadableRecordException e) {
      assertThat(e).hasMessageContaining("Alert");
    }
  }
}
