package io.residua.detector.alert;

/**
 * Where a record was read: what alerts are named after.
 *
 * @param topic 1 to {@value #LONGEST_TOPIC} ASCII characters, as Kafka has them
 * @param partition from 0
 * @param offset in the partition; -1 for the partition as a whole
 */
public record RecordPosition(String topic, int partition, long offset) {
  static final int LONGEST_TOPIC = 249;

  public RecordPosition {
    if (topic.isEmpty() || topic.length() > LONGEST_TOPIC || !isAscii(topic)) {
      throw new IllegalArgumentException(
          "expected a topic of 1 to %d ASCII characters, got %s".formatted(LONGEST_TOPIC, topic));
    }
    if (partition < 0 || offset < -1) {
      throw new IllegalArgumentException(
          "expected a partition from 0 and an offset from -1, got %d and %d"
              .formatted(partition, offset));
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /**
   * The name of an event that this record opens, {@code DETECTOR/TOPIC/PARTITION/OFFSET}: the same
   * record told twice is one alert.
   */
  public String alertId(String detector) {
    return detector + "/" + topic + "/" + partition + "/" + offset;
  }
}
