package io.residua.detector.feature;

import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import java.util.Arrays;
import java.util.List;

/** Small definitions and tables for tests of this package. */
final class Tables {
  private Tables() {}

  /** A definition with the given entries of {@code features}, in flow style. */
  static DetectorDefinition definition(String... entries) {
    String yaml = "detector: test\ninput: { topic: test }\nfeatures:\n";
    for (String entry : entries) {
      yaml += "  - { " + entry + " }\n";
    }
    return parsed(yaml);
  }

  static DetectorDefinition parsed(String yaml) {
    try {
      return DefinitionParser.parse(yaml, null);
    } catch (DefinitionException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A table of the definition's layout; each row has one value, or null, for each feature. */
  static EventTable table(DetectorDefinition definition, List<Object[]> rows) {
    EventLayout layout = EventLayouts.of(definition);
    EventTable table = new EventTable(layout);
    for (Object[] row : rows) {
      table.append(event(layout, row));
    }
    return table;
  }

  /** A table with one column of numbers. */
  static EventTable numbers(DetectorDefinition definition, double... values) {
    return table(definition, Arrays.stream(values).mapToObj(x -> new Object[] {x}).toList());
  }

  /** A table with one column of texts. */
  static EventTable texts(DetectorDefinition definition, String... values) {
    return table(definition, Arrays.stream(values).map(x -> new Object[] {x}).toList());
  }

  static Event event(EventLayout layout, Object... values) {
    Event event = new Event(layout);
    for (int i = 0; i < values.length; i++) {
      EventField field = layout.field(i);
      if (values[i] != null && field.kind() == FieldKind.TEXT) {
        event.setText(i, (String) values[i]);
      } else if (values[i] != null) {
        event.setNumber(i, ((Number) values[i]).doubleValue());
      }
    }
    return event;
  }

  /** The features of an event. */
  static float[] transform(FeaturePipeline pipeline, Object... values) {
    float[] features = new float[pipeline.width()];
    pipeline.transform(event(pipeline.layout(), values), features, new boolean[features.length], 0);
    return features;
  }

  static FeaturePipeline fit(DetectorDefinition definition, EventTable table) {
    try {
      return FeatureFitter.fit(definition, table).pipeline();
    } catch (UnusableDataException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
