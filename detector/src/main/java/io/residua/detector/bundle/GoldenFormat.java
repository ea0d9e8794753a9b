package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.event.EventJson;
import io.residua.detector.event.EventLayout;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code golden.jsonl}: one golden record a line. */
final class GoldenFormat {
  private GoldenFormat() {}

  static byte[] write(List<GoldenRecord> records, EventLayout layout) {
    EventJson events = new EventJson(layout);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (GoldenRecord golden : records) {
      ObjectNode line = JsonNodeFactory.instance.objectNode();
      line.set("event", events.write(golden.event()));
      putAll(line.putArray("features"), golden.features());
      line.put("score", golden.score());
      putAll(line.putArray("embedding"), golden.embedding());
      lines.writeBytes(JsonText.compact(line));
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  private static void putAll(ArrayNode array, float[] values) {
    for (float value : values) {
      array.add(value);
    }
  }

  static List<GoldenRecord> read(byte[] jsonLines, EventLayout layout) throws BundleException {
    String[] lines = JsonText.text(BundleFormat.GOLDEN, jsonLines).split("\n");
    if (lines.length > BundleFormat.MOST_GOLDEN) {
      throw new BundleException(
          "%s: expected at most %d records, found %d"
              .formatted(BundleFormat.GOLDEN, BundleFormat.MOST_GOLDEN, lines.length));
    }
    EventJson events = new EventJson(layout);
    List<GoldenRecord> records = new ArrayList<>();
    for (String line : lines) {
      records.add(record(BundleFormat.GOLDEN + " line " + (records.size() + 1), line, events));
    }
    return records;
  }

  private static GoldenRecord record(String where, String line, EventJson events)
      throws BundleException {
    StrictObject from = StrictObject.parse(where, line.getBytes(StandardCharsets.UTF_8));
    JsonNode event = from.value("event");
    float[] features = floats(from.numbers("features"));
    double score = from.number("score");
    float[] embedding = floats(from.numbers("embedding"));
    from.done();
    return new GoldenRecord(events.read(event), features, score, embedding);
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
