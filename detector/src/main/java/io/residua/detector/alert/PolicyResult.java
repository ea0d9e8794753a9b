package io.residua.detector.alert;

import java.util.List;
import java.util.Optional;

/**
 * What the policy says.
 *
 * @param alerts to tell, in this order
 * @param state to keep; null to forget it; the very array that was given where nothing changed
 * @param suppressedBy the rule that kept an anomaly from being told, or {@code consecutive}, {@code
 *     cooldown} or {@code flapping}
 * @param unreadable why the state that was given could not be read and was begun afresh
 * @param nextTick the event time, in milliseconds, before which a tick has nothing to do; {@link
 *     #NEVER} where no state is kept
 */
public record PolicyResult(
    List<AlertMessage> alerts,
    byte[] state,
    Optional<String> suppressedBy,
    Optional<String> unreadable,
    long nextTick) {
  /** No tick is needed. */
  public static final long NEVER = Long.MAX_VALUE;

  public PolicyResult {
    alerts = List.copyOf(alerts);
  }
}
