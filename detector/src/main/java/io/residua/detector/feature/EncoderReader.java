package io.residua.detector.feature;

import io.residua.detector.definition.EncodingSpec.Hash;
import io.residua.detector.definition.HolidayCalendar;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import io.residua.detector.feature.NumberEncoder.Range;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads one field's encoder. Every error names the member's path. */
final class EncoderReader {
  private static final int MOST_STEPS = 100;

  private EncoderReader() {}

  static FieldEncoder read(StrictJson json, EventLayout layout) {
    String field = json.text("field");
    String kind = json.text("kind");
    FieldEncoder encoder =
        checked(
            json,
            object ->
                switch (kind) {
                  case "number" -> number(object, field, number(field, layout));
                  case "category" -> category(object, field, index(field, FieldKind.TEXT, layout));
                  case "time" -> time(object, field, index(field, FieldKind.TIME, layout));
                  default ->
                      throw new IllegalArgumentException(
                          "expected the kind number, category or time, found "
                              + ValueText.text(kind));
                });
    json.end();
    return encoder;
  }

  /** A number is a field of the event, or made from the key's earlier events. */
  private static int number(String field, EventLayout layout) {
    int derived = layout.indexOf(field, FieldKind.DERIVED);
    return derived >= 0 ? derived : index(field, FieldKind.NUMBER, layout);
  }

  private static int index(String field, FieldKind kind, EventLayout layout) {
    int index = layout.indexOf(field, kind);
    if (index < 0) {
      throw new IllegalArgumentException(
          "the definition does not read field %s as %s".formatted(ValueText.text(field), kind));
    }
    return index;
  }

  private static FieldEncoder number(StrictJson json, String field, int index) {
    Optional<Interval> normal =
        json.has("normal-low")
            ? Optional.of(new Interval(json.number("normal-low"), json.number("normal-high")))
            : Optional.empty();
    Range range = new Range(json.number("typical"), json.number("min"), json.number("max"), normal);
    return new NumberEncoder(
        field, index, each(json, "transforms", EncoderReader::transform), range);
  }

  private static FieldEncoder category(StrictJson json, String field, int index) {
    List<CategoryEncoding> encodings = each(json, "encodings", EncoderReader::encoding);
    requireSome(encodings);
    return new CategoryEncoder(field, index, encodings, json.text("typical"));
  }

  private static FieldEncoder time(StrictJson json, String field, int index) {
    List<TimePart> parts = each(json, "encodings", EncoderReader::timePart);
    requireSome(parts);
    return new TimeEncoder(field, index, parts);
  }

  private static void requireSome(List<?> encodings) {
    if (encodings.isEmpty()) {
      throw new IllegalArgumentException("expected at least one encoding, found none");
    }
  }

  private static NumberTransform transform(StrictJson json) {
    String type = json.text("type");
    return switch (type) {
      case "standard" -> linear(json, Linear.Kind.STANDARD);
      case "robust" -> linear(json, Linear.Kind.ROBUST);
      case "minmax" -> linear(json, Linear.Kind.MINMAX);
      case "log1p" -> new SignedLog();
      case "clip" -> new Clip(json.number("low"), json.number("high"));
      case "quantile" ->
          new NormalQuantiles(
              json.numbers("values", NormalQuantiles.MOST_KNOTS),
              json.numbers("normals", NormalQuantiles.MOST_KNOTS),
              json.number("tail-scale"));
      default -> throw unknown("transform", type);
    };
  }

  private static NumberTransform linear(StrictJson json, Linear.Kind kind) {
    return new Linear(kind, json.number("centre"), json.number("scale"));
  }

  private static CategoryEncoding encoding(StrictJson json) {
    String type = json.text("type");
    return switch (type) {
      case "one-hot" -> new OneHot(json.texts("categories", OneHot.MOST_CATEGORIES));
      case "hash" -> new HashSlots(json.textsOrNulls("examples", Hash.MOST));
      case "frequency" ->
          new Frequency(
              each(json, "categories", Frequency.MOST_CATEGORIES, EncoderReader::count),
              json.integer("rows"));
      default -> throw unknown("encoding", type);
    };
  }

  private static CategoryCount count(StrictJson json) {
    return new CategoryCount(json.text("category"), json.integer("rows"));
  }

  private static TimePart timePart(StrictJson json) {
    String type = json.text("type");
    if (type.equals("holiday")) {
      return new HolidayFlag(calendar(json), json.number("typical"));
    }
    for (CyclicUnit unit : CyclicUnit.values()) {
      if (unit.id().equals(type)) {
        return new CyclicTime(unit, json.number("typical-sine"), json.number("typical-cosine"));
      }
    }
    throw unknown("encoding of a time", type);
  }

  private static HolidayCalendar calendar(StrictJson json) {
    List<String> dates = json.texts("days", HolidayCalendar.MOST);
    List<String> names = json.texts("names", HolidayCalendar.MOST);
    SortedMap<LocalDate, String> days = new TreeMap<>();
    for (int i = 0; i < Math.min(dates.size(), names.size()); i++) {
      days.put(date(dates.get(i)), names.get(i));
    }
    if (days.size() != dates.size() || days.size() != names.size()) {
      throw new IllegalArgumentException(
          "expected as many names as different days, found %d days and %d names"
              .formatted(dates.size(), names.size()));
    }
    return new HolidayCalendar(days);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expected a date, found " + ValueText.text(text), e);
    }
  }

  private static IllegalArgumentException unknown(String what, String type) {
    return new IllegalArgumentException("unknown " + what + " " + ValueText.text(type));
  }

  private static <T> List<T> each(StrictJson json, String name, Function<StrictJson, T> reader) {
    return each(json, name, MOST_STEPS, reader);
  }

  private static <T> List<T> each(
      StrictJson json, String name, int most, Function<StrictJson, T> reader) {
    List<T> all = new ArrayList<>();
    for (StrictJson element : json.objects(name, most)) {
      all.add(checked(element, reader));
      element.end();
    }
    return all;
  }

  /** Puts the path before what a constructor has to say. */
  private static <T> T checked(StrictJson json, Function<StrictJson, T> reader) {
    try {
      return reader.apply(json);
    } catch (IllegalArgumentException e) {
      boolean placed = e.getMessage().startsWith(json.path());
      throw placed ? e : new IllegalArgumentException(json.path() + ": " + e.getMessage(), e);
    }
  }
}
