package io.residua.cli.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;

/** Writes rows of one table as text lines. */
@FunctionalInterface
interface RowWriter {
  void write(List<?> row) throws IOException;

  /** Rows as CSV (RFC 4180); null is an empty cell. */
  static RowWriter csv(Writer writer) {
    return row -> {
      for (int i = 0; i < row.size(); i++) {
        writer.write(i == 0 ? "" : ",");
        Object cell = row.get(i);
        writer.write(cell == null ? "" : quoted(plain(cell)));
      }
      writer.write('\n');
    };
  }

  /** Rows as one JSON object a line. */
  static RowWriter json(Writer writer, List<String> columns) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(writer);
    json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM).setRootValueSeparator(null);
    return row -> {
      json.writeStartObject();
      for (int i = 0; i < columns.size(); i++) {
        json.writeFieldName(columns.get(i));
        writeCell(json, row.get(i));
      }
      json.writeEndObject();
      json.flush();
      writer.write('\n');
    };
  }

  private static void writeCell(JsonGenerator json, Object cell) throws IOException {
    if (cell instanceof Double number) {
      json.writeNumber(number);
    } else if (cell instanceof Long number) {
      json.writeNumber(number);
    } else {
      json.writeString((String) cell);
    }
  }

  /** Numbers without an exponent: not every reader of CSV knows it. */
  private static String plain(Object cell) {
    return cell instanceof Double number
        ? BigDecimal.valueOf(number).toPlainString()
        : cell.toString();
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
