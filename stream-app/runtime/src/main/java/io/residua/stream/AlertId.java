package io.residua.stream;

import io.residua.schema.SourcePosition;

/**
 * The name of an alert: {@code DETECTOR/TOPIC/PARTITION/OFFSET}. It derives from where the record
 * was read, so that the same record told twice is one alert.
 */
public final class AlertId {
  private AlertId() {}

  public static String of(String detector, SourcePosition source) {
    return detector
        + "/"
        + source.getTopic()
        + "/"
        + source.getPartition()
        + "/"
        + source.getOffset();
  }
}
