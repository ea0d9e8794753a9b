package io.residua.detector.event;

import java.util.Objects;

/**
 * Why one record is set aside: a value, never an exception.
 *
 * @param reason the code
 * @param detail one sentence: what was expected, what was found, and where; no record contents
 *     beyond the offending value, cut to 100 characters
 */
public record Rejection(RejectReason reason, String detail) {
  public Rejection {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(detail, "detail");
  }
}
