package io.residua.detector.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step of a key's state, while it is made. */
final class Change {
  final KeyState state;
  final List<AlertMessage> alerts = new ArrayList<>(2);
  final Optional<String> unreadable;
  Optional<String> suppressedBy = Optional.empty();

  private Change(KeyState state, Optional<String> unreadable) {
    this.state = state;
    this.unreadable = unreadable;
  }

  /** A state that cannot be read must not stop a job: the key begins afresh, and it is said. */
  static Change of(byte[] stateOrNull) {
    if (stateOrNull == null) {
      return new Change(new KeyState(), Optional.empty());
    }
    try {
      return new Change(KeyStateFormat.read(stateOrNull), Optional.empty());
    } catch (UnreadableStateException e) {
      return new Change(new KeyState(), Optional.of(e.getMessage()));
    }
  }
}
