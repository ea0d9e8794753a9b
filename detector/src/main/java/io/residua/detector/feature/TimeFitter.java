package io.residua.detector.feature;

import io.residua.detector.definition.EncodingSpec;
import io.residua.detector.definition.FeatureSpec;
import io.residua.detector.event.EventTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Fits a time's encodings: there is nothing to learn but the middle of the data. */
final class TimeFitter {
  private TimeFitter() {}

  static Optional<FieldEncoder> fit(
      FeatureSpec feature, int index, EventTable table, Findings findings) {
    long[] present =
        IntStream.range(0, table.rows())
            .mapToDouble(row -> table.number(row, index))
            .filter(Double::isFinite)
            .mapToLong(millis -> (long) millis)
            .toArray();
    if (!findings.present(feature.field(), present.length)) {
      return Optional.empty();
    }
    findings.varies(
        feature.field(),
        Arrays.stream(present).anyMatch(millis -> millis != present[0]),
        Instant.ofEpochMilli(present[0]).toString(),
        "any other time is one that was never seen");
    List<TimePart> parts =
        feature.encodings().stream()
            .map(spec -> part(feature.field(), spec, present, findings))
            .toList();
    return Optional.of(new TimeEncoder(feature.field(), index, parts));
  }

  private static TimePart part(String field, EncodingSpec spec, long[] present, Findings findings) {
    if (!spec.isTime()) {
      throw new IllegalArgumentException(spec + " does not encode a time");
    }
    return spec instanceof EncodingSpec.Holiday holiday
        ? HolidayFitter.fit(field, holiday.calendar(), present, findings)
        : cycle(CyclicUnit.valueOf(((EncodingSpec.Simple) spec).name()), present);
  }

  private static CyclicTime cycle(CyclicUnit unit, long[] present) {
    double sine = 0;
    double cosine = 0;
    for (long millis : present) {
      sine += CyclicTime.sine(unit, millis);
      cosine += CyclicTime.cosine(unit, millis);
    }
    return new CyclicTime(unit, within(sine / present.length), within(cosine / present.length));
  }

  /** Rounding can carry a mean past the circle. */
  private static double within(double mean) {
    return Math.max(-1, Math.min(1, mean));
  }
}
