package io.residua.detector.feature;

import io.residua.detector.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A point in time as the features of one or more encodings side by side. */
final class TimeEncoder implements FieldEncoder {
  private final String field;
  private final int index;
  private final TimePart[] parts;
  private final int[] offsets;

  /**
   * @param parts at least one
   */
  TimeEncoder(String field, int index, List<TimePart> parts) {
    this.field = field;
    this.index = index;
    this.parts = parts.toArray(new TimePart[0]);
    this.offsets = new int[parts.size() + 1];
    for (int i = 0; i < this.parts.length; i++) {
      offsets[i + 1] = offsets[i] + this.parts[i].width();
    }
  }

  @Override
  public String field() {
    return field;
  }

  List<TimePart> parts() {
    return List.of(parts);
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public int width() {
    return offsets[parts.length];
  }

  @Override
  public String featureName(int feature) {
    int part = 0;
    while (offsets[part + 1] <= feature) {
      part++;
    }
    return field + " " + parts[part].featureName(feature - offsets[part]);
  }

  @Override
  public boolean encode(Event event, float[] into, int offset) {
    double millis = event.number(index);
    boolean present = !Double.isNaN(millis);
    for (int i = 0; i < parts.length; i++) {
      if (present) {
        parts[i].encode((long) millis, into, offset + offsets[i]);
      } else {
        parts[i].encodeTypical(into, offset + offsets[i]);
      }
    }
    return present;
  }

  @Override
  public FieldDecoder decoder() {
    return new TimeDecoder(index, parts());
  }

  @Override
  public Optional<String> inexact() {
    return Optional.of(
        "%s: a day from %d to %d that suits the features stands for all such days"
            .formatted(field, TimeDecoder.FIRST_YEAR, TimeDecoder.LAST_YEAR));
  }

  @Override
  public String observed(Event event) {
    double millis = event.number(index);
    return Double.isNaN(millis) ? null : TimeWords.of((long) millis, parts());
  }

  @Override
  public String expected(float[] reconstruction, int offset) {
    return IntStream.range(0, parts.length)
        .mapToObj(i -> parts[i].expected(reconstruction, offset + offsets[i]))
        .collect(Collectors.joining(", "));
  }

  @Override
  public Direction direction(Event event, float[] reconstruction, int offset) {
    return Double.isNaN(event.number(index)) || unexpected(event, reconstruction, offset).isEmpty()
        ? Direction.UNKNOWN
        : Direction.DIFFERENT;
  }

  @Override
  public Optional<String> sentence(Event event, float[] reconstruction, int offset) {
    if (Double.isNaN(event.number(index))) {
      return Optional.empty();
    }
    List<TimePart> unexpected = unexpected(event, reconstruction, offset);
    return unexpected.size() == 1 && unexpected.get(0) instanceof HolidayFlag holiday
        ? Optional.of(field + " " + TimeWords.of((long) event.number(index), holiday))
        : Optional.empty();
  }

  /** The parts of which the reconstruction says something else. */
  private List<TimePart> unexpected(Event event, float[] reconstruction, int offset) {
    float[] features = new float[width()];
    encode(event, features, 0);
    return IntStream.range(0, parts.length)
        .filter(
            i ->
                !parts[i]
                    .expected(features, offsets[i])
                    .equals(parts[i].expected(reconstruction, offset + offsets[i])))
        .mapToObj(i -> parts[i])
        .toList();
  }
}
