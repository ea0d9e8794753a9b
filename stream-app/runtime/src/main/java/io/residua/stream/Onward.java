package io.residua.stream;

import io.residua.detector.Detector;
import io.residua.detector.event.Event;
import io.residua.detector.event.Rejection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** From one place to the next that records visit. Immutable. */
final class Onward {
  private final Place next;
  private final RecordPassage passage;

  private Onward(Place next, RecordPassage passage) {
    this.next = next;
    this.passage = passage;
  }

  static Onward from(Detector detector, Place place, RecordPassage passage) {
    List<Place> places = Route.of(detector);
    int after = places.indexOf(place) + 1;
    return new Onward(places.get(Math.min(after, places.size() - 1)), passage);
  }

  /** Why a record's key at the next place is too large; null when it is not. */
  Rejection check(Event event) {
    return RecordLimits.checkKey(next.key(event).orElse(null));
  }

  /** Records without the key are spread: there is no state that they need. */
  Outcome.Passed pass(SourceRecord record, Event event, boolean late) {
    Optional<String> key = next.key(event);
    byte[] bytes =
        key.isPresent()
            ? key.get().getBytes(StandardCharsets.UTF_8)
            : ByteBuffer.allocate(Long.BYTES).putLong(record.offset()).array();
    return new Outcome.Passed(bytes, passage.write(record, event, late));
  }
}
