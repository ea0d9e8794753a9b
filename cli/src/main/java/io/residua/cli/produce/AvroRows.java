package io.residua.cli.produce;

import io.residua.schema.wire.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MessageEncoder;
import org.apache.avro.message.RawMessageEncoder;

/** Rows as Avro, by a schema of their columns. */
public final class AvroRows implements RowEncoder {
  private final Schema schema;
  private final RecordShape shape;
  private final byte[] header;
  private final MessageEncoder<GenericRecord> encoder;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private AvroRows(
      Schema schema,
      List<TableColumn> columns,
      byte[] header,
      MessageEncoder<GenericRecord> encoder) {
    this.schema = schema;
    this.shape = RecordShape.of(columns);
    this.header = header;
    this.encoder = encoder;
  }

  /** In Avro's single-object encoding. */
  public static AvroRows singleObject(Schema schema, List<TableColumn> columns) {
    MessageEncoder<GenericRecord> encoder = new BinaryMessageEncoder<>(GenericData.get(), schema);
    return new AvroRows(schema, columns, new byte[0], encoder);
  }

  /** In the Confluent framing; registers the schema for the topic's values. */
  public static AvroRows confluent(
      Schema schema, List<TableColumn> columns, String topic, SchemaRegistry registry) {
    int id = registry.register(SchemaRegistry.valueSubject(topic), schema);
    byte[] header = ByteBuffer.allocate(1 + Integer.BYTES).put((byte) 0).putInt(id).array();
    return new AvroRows(
        schema, columns, header, new RawMessageEncoder<>(GenericData.get(), schema));
  }

  @Override
  public byte[] encode(Object[] row) {
    bytes.reset();
    bytes.writeBytes(header);
    try {
      encoder.encode(record(schema, shape, row), bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static GenericRecord record(Schema schema, RecordShape shape, Object[] row) {
    GenericRecord record = new GenericData.Record(schema);
    int position = 0;
    for (Map.Entry<String, RecordShape.Member> entry : shape.members().entrySet()) {
      Schema.Field field = schema.getFields().get(position);
      if (entry.getValue() instanceof RecordShape.Cell cell) {
        record.put(position, value(cell.type().convert(row[cell.column()])));
      } else {
        RecordShape nested = ((RecordShape.Nested) entry.getValue()).shape();
        record.put(position, record(field.schema(), nested, row));
      }
      position++;
    }
    return record;
  }

  private static Object value(Object cell) {
    return cell instanceof Instant instant ? (Object) instant.toEpochMilli() : cell;
  }
}
