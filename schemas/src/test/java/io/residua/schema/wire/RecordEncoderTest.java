package io.residua.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.residua.schema.Alert;
import io.residua.schema.Reject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.junit.jupiter.api.Test;

class RecordEncoderTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void anyAvroLibraryReadsSingleObjectsByTheReleasedSchema() throws IOException {
    byte[] value = RecordEncoder.avro("alerts", Optional.empty()).encode(Records.alert());

    List<Schema> versions = ReleasedSchemas.of("Alert");
    Schema released = versions.get(versions.size() - 1);
    GenericRecord read =
        new BinaryMessageDecoder<GenericRecord>(new GenericData(), released).decode(value);

    assertThat(read.get("id")).hasToString("cards-7");
    assertThat(read.get("event_time")).isEqualTo(1_700_000_000_123L);
  }

  @Test
  void theConfluentFramingIsAZeroTheIdAndTheBody() throws IOException {
    MemoryRegistry registry = new MemoryRegistry();
    registry.register("other", Schema.create(Schema.Type.STRING));

    byte[] value =
        RecordEncoder.avro("cards.alerts", Optional.of(registry)).encode(Records.alert());

    assertThat(registry.subjects).containsExactly("other", "cards.alerts-value");
    assertThat(value).startsWith(0, 0, 0, 0, 2);
    GenericRecord read =
        new GenericDatumReader<GenericRecord>(registry.schemas.get(1))
            .read(null, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null));
    assertThat(read.get("reason")).hasToString("amount is unusually high");
  }

  @Test
  void aSchemaIsRegisteredOnceAndWithoutHintsForJava() {
    MemoryRegistry registry = new MemoryRegistry();
    RecordEncoder encoder = RecordEncoder.avro("cards.alerts", Optional.of(registry));

    encoder.encode(Records.alert());
    encoder.encode(Records.alert());

    assertThat(registry.subjects).hasSize(1);
    assertThat(registry.schemas.get(0).toString()).doesNotContain("avro.java");
  }

  @Test
  void jsonHasTheFieldNamesOfTheSchema() throws IOException {
    JsonNode json = JSON.readTree(RecordEncoder.json().encode(Records.alert()));

    assertThat(json)
        .isEqualTo(
            JSON.readTree(
                """
                {"id": "cards-7", "detector": "cards", "model_version": 3,
                 "source": {"topic": "transactions", "partition": 2, "offset": 41},
                 "event_time": 1700000000123, "key": "card-1", "score": 12.5, "threshold": 4.25,
                 "p_value": 1.0E-6, "severity": 80, "reason": "amount is unusually high",
                 "explanation": [
                   {"field": "amount", "share": 0.75, "observed": "900", "expected": "12.5",
                    "direction": "HIGH", "feature": null, "normal": "below 40"},
                   {"field": "country", "share": 0.25, "observed": null, "expected": null,
                    "direction": "UNKNOWN", "feature": null, "normal": null}],
                 "kind": "ANOMALY", "state": "CLOSED", "level": "HIGH", "group": "eu",
                 "begin": 1700000000000, "peak": 1700000000123, "peak_severity": 80,
                 "end": 1700000000123, "anomalies": 3}
                """));
  }

  @Test
  void jsonSpellsBytesInBase64() throws IOException {
    Reject reject = Records.reject("{\"a".getBytes(StandardCharsets.UTF_8));

    JsonNode json = JSON.readTree(RecordEncoder.json().encode(reject));

    assertThat(json.path("original").asText()).isEqualTo("eyJh");
    assertThat(reject.getOriginal().remaining()).isEqualTo(3);
  }

  @Test
  void jsonHasNullWhereANumberIsNotFinite() throws IOException {
    Alert alert = Records.alert();
    alert.setThreshold(Double.POSITIVE_INFINITY);

    JsonNode json = JSON.readTree(RecordEncoder.json().encode(alert));
    JsonNode vector =
        JSON.readTree(RecordEncoder.json().encode(Records.embedding(0.1f, Float.NaN)))
            .path("vector");

    assertThat(json.path("threshold").isNull()).isTrue();
    assertThat(vector).hasToString("[0.1,null]");
  }

  @Test
  void anEncoderIsUsableAfterARecordItRefused() throws Exception {
    for (RecordEncoder encoder :
        new RecordEncoder[] {RecordEncoder.json(), new SingleObjectRecordEncoder()}) {
      byte[] before = encoder.encode(Records.alert());
      Alert broken = new Alert();

      assertThatThrownBy(() -> encoder.encode(broken))
          .isInstanceOfAny(AvroRuntimeException.class, NullPointerException.class)
          .hasMessageContaining("id");

      assertThat(encoder.encode(Records.alert())).isEqualTo(before);
    }
  }

  @Test
  void eachCallYieldsANewArray() {
    RecordEncoder encoder = new SingleObjectRecordEncoder();

    byte[] first = encoder.encode(Records.alert());
    byte[] copy = first.clone();
    encoder.encode(Records.embedding(1f, 2f));

    assertThat(first).isEqualTo(copy);
  }
}
