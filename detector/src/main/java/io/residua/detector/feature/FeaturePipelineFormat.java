package io.residua.detector.feature;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.event.EventLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The saved form of a {@link FeaturePipeline}: {@code features.json}. A pipeline that was written
 * and read transforms every event to the same bits. Numbers are written in the shortest form that
 * reads back as the same double.
 */
public final class FeaturePipelineFormat {
  /** The version that is written, and the only one that is read. */
  public static final int VERSION = 1;

  private static final String NAME = "features.json";
  private static final int MOST_FIELDS = 10_000;
  private static final int WIDEST = 65_536;

  private FeaturePipelineFormat() {}

  public static String write(FeaturePipeline pipeline) {
    ObjectNode root = StrictJson.MAPPER.createObjectNode();
    root.put("version", VERSION);
    ArrayNode fields = root.putArray("fields");
    pipeline.encoders().forEach(encoder -> EncoderWriter.write(encoder, fields.addObject()));
    return StrictJson.text(root);
  }

  /**
   * @param layout the definition's layout
   * @throws IllegalArgumentException when the text is not a saved pipeline of this version for this
   *     layout: one sentence, naming where
   */
  public static FeaturePipeline read(String json, EventLayout layout) {
    StrictJson root = StrictJson.parse(json, NAME);
    long version = root.integer("version");
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "%s: this program reads version %d, found version %d".formatted(NAME, VERSION, version));
    }
    List<FieldEncoder> encoders = new ArrayList<>();
    long width = 0;
    for (StrictJson field : root.objects("fields", MOST_FIELDS)) {
      encoders.add(EncoderReader.read(field, layout));
      width += encoders.get(encoders.size() - 1).width();
    }
    root.end();
    if (width < 1 || width > WIDEST) {
      throw new IllegalArgumentException(
          "%s: expected 1 to %d features, found %d".formatted(NAME, WIDEST, width));
    }
    return new FeaturePipeline(layout, encoders);
  }
}
