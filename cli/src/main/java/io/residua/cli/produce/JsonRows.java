package io.residua.cli.produce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Rows as JSON objects. */
public final class JsonRows implements RowEncoder {
  private static final JsonFactory JSON = new JsonFactory();

  private final RecordShape shape;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public JsonRows(List<TableColumn> columns) {
    this.shape = RecordShape.of(columns);
  }

  @Override
  public byte[] encode(Object[] row) {
    bytes.reset();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      writeObject(json, shape, row);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void writeObject(JsonGenerator json, RecordShape shape, Object[] row)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, RecordShape.Member> entry : shape.members().entrySet()) {
      json.writeFieldName(entry.getKey());
      if (entry.getValue() instanceof RecordShape.Cell cell) {
        writeCell(json, cell.type().convert(row[cell.column()]));
      } else {
        writeObject(json, ((RecordShape.Nested) entry.getValue()).shape(), row);
      }
    }
    json.writeEndObject();
  }

  private static void writeCell(JsonGenerator json, Object cell) throws IOException {
    if (cell == null) {
      json.writeNull();
    } else if (cell instanceof Double number) {
      json.writeNumber(number);
    } else if (cell instanceof Long number) {
      json.writeNumber(number);
    } else if (cell instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (cell instanceof Instant instant) {
      json.writeString(instant.toString());
    } else {
      json.writeString((String) cell);
    }
  }
}
