package io.residua.detector.feature;

import io.residua.detector.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A point in time as the features of one or more cycles side by side. */
final class TimeEncoder implements FieldEncoder {
  private final String field;
  private final int index;
  private final CyclicTime[] cycles;

  /**
   * @param cycles at least one
   */
  TimeEncoder(String field, int index, List<CyclicTime> cycles) {
    this.field = field;
    this.index = index;
    this.cycles = cycles.toArray(new CyclicTime[0]);
  }

  @Override
  public String field() {
    return field;
  }

  List<CyclicTime> cycles() {
    return List.of(cycles);
  }

  @Override
  public int width() {
    return CyclicTime.WIDTH * cycles.length;
  }

  @Override
  public String featureName(int feature) {
    String part = feature % CyclicTime.WIDTH == 0 ? " sine" : " cosine";
    return field + " " + cycles[feature / CyclicTime.WIDTH].unit().id() + part;
  }

  @Override
  public boolean encode(Event event, float[] into, int offset) {
    double millis = event.number(index);
    boolean present = !Double.isNaN(millis);
    for (int i = 0; i < cycles.length; i++) {
      int at = offset + CyclicTime.WIDTH * i;
      if (present) {
        cycles[i].encode((long) millis, into, at);
      } else {
        cycles[i].encodeTypical(into, at);
      }
    }
    return present;
  }

  @Override
  public String observed(Event event) {
    double millis = event.number(index);
    if (Double.isNaN(millis)) {
      return null;
    }
    String instant = Instant.ofEpochMilli((long) millis).truncatedTo(ChronoUnit.SECONDS).toString();
    for (CyclicTime cycle : cycles) {
      if (cycle.unit() == CyclicUnit.DAY_OF_WEEK) {
        return instant + " " + cycle.unit().name((int) cycle.unit().position((long) millis));
      }
    }
    return instant;
  }

  @Override
  public String expected(float[] reconstruction, int offset) {
    return IntStream.range(0, cycles.length)
        .mapToObj(i -> cycles[i].expected(reconstruction, offset + CyclicTime.WIDTH * i))
        .collect(Collectors.joining(", "));
  }

  @Override
  public Direction direction(Event event, float[] reconstruction, int offset) {
    float[] features = new float[width()];
    return encode(event, features, 0)
            && !expected(features, 0).equals(expected(reconstruction, offset))
        ? Direction.DIFFERENT
        : Direction.UNKNOWN;
  }
}
