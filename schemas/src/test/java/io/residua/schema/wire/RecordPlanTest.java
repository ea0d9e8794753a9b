package io.residua.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.schema.Alert;
import io.residua.schema.Deployment;
import io.residua.schema.LatentEmbedding;
import io.residua.schema.ModelVersion;
import io.residua.schema.Reject;
import io.residua.schema.ScoredRecord;
import io.residua.schema.TaskStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.PrimitivesArrays;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our writer and Avro's give the same bytes. */
class RecordPlanTest {
  private static final long SEED = 1;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "Zürich",
        "日本",
        "\uD83D\uDE00 smile",
        "a\uD800b",
        "tail\u007F",
        "tail\u0080"
      })
  void writesTextsAsAvroDoes(String text) throws IOException {
    Alert alert = Records.alert();
    alert.setReason(text);
    alert.setKey(text.repeat(300));

    assertThat(ours(alert)).isEqualTo(avros(alert));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 63, 64, -64, -65, 1L << 34, Long.MAX_VALUE, Long.MIN_VALUE})
  void writesWholeNumbersAsAvroDoes(long value) throws IOException {
    LatentEmbedding embedding = Records.embedding();
    embedding.getSource().setOffset(value);
    embedding.setModelVersion((int) value);

    assertThat(ours(embedding)).isEqualTo(avros(embedding));
  }

  @Test
  void writesFloatsAsAvroDoesBoxedOrNot() throws IOException {
    Float[] values = {0f, -0f, 1.5f, Float.NaN, Float.MIN_VALUE, Float.NEGATIVE_INFINITY};
    LatentEmbedding boxed = Records.embedding(values);
    LatentEmbedding primitive = Records.embedding();
    Schema schema = LatentEmbedding.getClassSchema().getField("vector").schema();
    primitive.setVector(new PrimitivesArrays.FloatArray(schema, List.of(values)));

    assertThat(ours(boxed)).isEqualTo(avros(boxed));
    assertThat(ours(primitive)).isEqualTo(avros(boxed));
  }

  @Test
  void writesBytesAsAvroDoesAndLeavesThemUnread() throws IOException {
    Reject reject = Records.reject("original".repeat(1000).getBytes(StandardCharsets.UTF_8));

    assertThat(ours(reject)).isEqualTo(avros(reject));
    assertThat(reject.getOriginal().remaining()).isEqualTo(8000);
  }

  static Stream<Schema> ourSchemas() {
    return Stream.of(
        Alert.getClassSchema(),
        Deployment.getClassSchema(),
        LatentEmbedding.getClassSchema(),
        ModelVersion.getClassSchema(),
        Reject.getClassSchema(),
        ScoredRecord.getClassSchema(),
        TaskStatus.getClassSchema());
  }

  @ParameterizedTest
  @MethodSource("ourSchemas")
  void writesAnyRecordOfOurSchemasAsAvroDoes(Schema schema) throws Exception {
    for (Object any : new RandomData(schema, 100, SEED, true)) {
      SpecificRecord record = asOurs(schema, any);

      assertThat(ours(record)).isEqualTo(avros(record));
    }
  }

  @Test
  void namesARequiredFieldThatIsNull() {
    assertThatThrownBy(() -> ours(new Alert()))
        .isInstanceOf(AvroRuntimeException.class)
        .hasMessage("field id of io.residua.schema.Alert must not be null");
  }

  @Test
  void namesARequiredFieldOfAnEventsRecordThatIsNull() {
    LatentEmbedding embedding = Records.embedding();
    embedding.setVector(null);

    assertThatThrownBy(() -> ours(embedding))
        .isInstanceOf(AvroRuntimeException.class)
        .hasMessage("field vector of io.residua.schema.LatentEmbedding must not be null");
    assertThatThrownBy(() -> ours(new ScoredRecord()))
        .isInstanceOf(AvroRuntimeException.class)
        .hasMessage("field detector of io.residua.schema.ScoredRecord must not be null");
  }

  @Test
  void refusesASchemaThatIsNotLikeOurs() {
    Schema map =
        SchemaBuilder.record("Other")
            .fields()
            .name("m")
            .type()
            .map()
            .values()
            .intType()
            .noDefault()
            .endRecord();

    assertThatThrownBy(() -> RecordPlan.of(map))
        .isInstanceOf(AvroRuntimeException.class)
        .hasMessage("no plan for the type MAP");
  }

  private static SpecificRecord asOurs(Schema schema, Object generic) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema, new GenericData()).write(generic, encoder);
    encoder.flush();
    byte[] framed = concatenated(AvroFraming.singleObjectHeader(schema), bytes.toByteArray());
    Class<?> found = Class.forName(schema.getFullName());
    Class<? extends SpecificRecord> type = found.asSubclass(SpecificRecord.class);
    return new RecordDecoder<>(type, Optional.empty()).decode(framed);
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] ours(SpecificRecord record) {
    BinaryBuffer buffer = new BinaryBuffer();
    RecordBody.of(record.getSchema()).write(record, buffer);
    return buffer.toByteArray();
  }

  private static byte[] avros(SpecificRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<SpecificRecord>(
            record.getSchema(), SpecificData.getForClass(record.getClass()))
        .write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }
}
