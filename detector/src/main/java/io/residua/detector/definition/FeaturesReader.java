package io.residua.detector.definition;

import io.residua.detector.event.FieldKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the list {@code features}: each entry is one field, or several that are treated alike. */
final class FeaturesReader {
  private static final String EXPECTED = "a list of features, each with a field";

  private final EncodingReader encodings;
  private final Optional<String> ownKey;
  private final Optional<String> ownTime;
  private final List<FeatureSpec> features = new ArrayList<>();
  private final Map<Reading, String> seen = new HashMap<>();

  private record Reading(String field, FieldKind kind) {}

  /**
   * @param input the detector's, for its key and time; empty where it cannot be read
   * @param holidays where holidays are read from
   */
  FeaturesReader(Optional<InputSpec> input, HolidaySource holidays) {
    this.encodings = new EncodingReader(holidays);
    this.ownKey = input.flatMap(InputSpec::key);
    this.ownTime = input.flatMap(InputSpec::time);
  }

  /** The features without problems. */
  List<FeatureSpec> read(Value value) {
    List<Value> entries = value.list(EXPECTED).orElse(List.of());
    if (value.isList() && entries.isEmpty()) {
      value.wrong(EXPECTED);
    }
    entries.forEach(this::readEntry);
    return features;
  }

  private void readEntry(Value entry) {
    Section section = entry.section(Keys.FEATURE);
    if (!section.isReadable()) {
      return;
    }
    Optional<String> kind = KeyedFeatureReader.kind(section);
    if (kind.isPresent()) {
      readKeyed(entry, section, kind.get());
      return;
    }
    refuseKeyed(section);
    List<Value> fields = fields(entry, section);
    requireOneOf(entry, section, "transform", "encode");
    List<TransformSpec> transforms =
        section.value("transform").map(TransformNotation::readAll).orElse(List.of());
    List<EncodingSpec> encoded = section.value("encode").map(encodings::readAll).orElse(List.of());
    for (Value field : fields) {
      FieldPath.read(field).ifPresent(path -> add(field, path, transforms, encoded));
    }
  }

  private void readKeyed(Value entry, Section section, String kind) {
    KeyedFeatureReader reader = new KeyedFeatureReader(entry, section, ownKey, ownTime);
    Optional<List<TransformSpec>> transforms =
        section.value("transform").map(TransformNotation::readAll);
    if (!kind.equals("sequence")) {
      reader.read(kind).forEach(number -> add(entry, number, transforms));
      return;
    }
    reader.readSequence(transforms).forEach(feature -> add(entry, feature));
  }

  private void add(Value where, KeyedSpec number, Optional<List<TransformSpec>> transforms) {
    List<TransformSpec> applied = transforms.orElseGet(() -> Defaults.transforms(number));
    if (!applied.isEmpty()) {
      add(where, FeatureSpec.keyed(number, applied));
    }
  }

  private static void refuseKeyed(Section section) {
    for (String key : Keys.FEATURE.subList(Keys.PLAIN_FEATURE.size(), Keys.FEATURE.size())) {
      section.value(key).ifPresent(value -> value.problem("is for keyed features only"));
    }
  }

  private static List<Value> fields(Value entry, Section section) {
    requireOneOf(entry, section, "field", "fields");
    List<Value> fields = new ArrayList<>();
    section.value("field").ifPresent(fields::add);
    Optional<Value> several = section.value("fields");
    several.flatMap(value -> value.list("a list of fields' paths")).ifPresent(fields::addAll);
    if (several.isPresent() && several.get().isList() && fields.isEmpty()) {
      several.get().wrong("a list of fields' paths");
    }
    return fields;
  }

  private static void requireOneOf(Value entry, Section section, String one, String other) {
    if (section.has(one) == section.has(other)) {
      String found = section.has(one) ? "both" : "neither";
      entry.problem("expected either %s or %s, found %s".formatted(one, other, found));
    }
  }

  private void add(
      Value where, String field, List<TransformSpec> transforms, List<EncodingSpec> encodings) {
    if (transforms.isEmpty() == encodings.isEmpty()) {
      return;
    }
    add(where, new FeatureSpec(field, transforms, encodings));
  }

  private void add(Value where, FeatureSpec feature) {
    Reading reading = new Reading(feature.field(), feature.kind());
    String earlier = seen.putIfAbsent(reading, where.path());
    if (earlier == null) {
      features.add(feature);
    } else {
      where.problem(
          "field %s is read as a %s twice; the first is %s"
              .formatted(Quotes.shortened(feature.field()), word(reading.kind()), earlier));
    }
  }

  private static String word(FieldKind kind) {
    return switch (kind) {
      case NUMBER -> "number";
      case TEXT -> "category";
      case TIME -> "time";
      case DERIVED -> "keyed number";
    };
  }
}
