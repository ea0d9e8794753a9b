package io.residua.detector.event;

import java.io.IOException;
import java.util.Collection;

/** A record's fields, one after the other. Made before its fields, which may lead back to it. */
final class AvroRecordStep implements AvroStep {
  private AvroStep[] fields = {};

  void setFields(Collection<AvroStep> steps) {
    fields = steps.stream().filter(step -> step != NOTHING).toArray(AvroStep[]::new);
  }

  @Override
  public Rejection run(AvroInput in, Event into) throws IOException {
    in.enter();
    for (AvroStep field : fields) {
      Rejection rejection = field.run(in, into);
      if (rejection != null) {
        return rejection;
      }
    }
    in.leave();
    return null;
  }
}
