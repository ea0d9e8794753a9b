package io.residua.detector.alert;

import io.residua.detector.definition.AlertSpec;
import io.residua.detector.definition.FlappingSpec;
import java.util.Arrays;
import java.util.Optional;

/** Opens, continues and closes the events of one key. Immutable. */
final class Events {
  static final Optional<String> CONSECUTIVE = Optional.of("consecutive");
  static final Optional<String> COOLDOWN = Optional.of("cooldown");
  static final Optional<String> FLAPPING = Optional.of("flapping");

  private final AlertSpec spec;
  private final Messages messages;
  private final Suppression suppression;
  private final long closeAfter;
  private final long updateEvery;
  private final long cooldown;
  private final long historyMask;

  Events(AlertSpec spec, Messages messages) {
    this.spec = spec;
    this.messages = messages;
    this.suppression = new Suppression(spec.suppress());
    this.closeAfter = spec.closeAfter().toMillis();
    this.updateEvery = spec.updateEvery().toMillis();
    this.cooldown = spec.cooldown().toMillis();
    this.historyMask = -1L >>> (Long.SIZE - spec.consecutive().records());
  }

  /** Closes the event for which the time is over, and forgets what is too old to matter. */
  void expire(Change change, AlertScope scope, long now) {
    KeyState state = change.state;
    if (state.event != null && now >= closesAt(state.event)) {
      close(change, scope);
    }
    if (state.quietUntil <= now) {
      state.quietUntil = KeyState.NONE;
    }
    if (now >= Times.plus(state.newest, AlertPolicy.FORGOTTEN_AFTER_MILLIS)) {
      state.history = 0;
    }
    state.openings = recent(state.openings, now);
  }

  /** Closes the event that is open, if one is. */
  void close(Change change, AlertScope scope) {
    OpenEvent event = change.state.event;
    if (event == null) {
      return;
    }
    boolean flapping = event.kind() == AlertKind.FLAPPING;
    String reason =
        flapping ? Sentences.calm(event, span(event)) : Sentences.closed(event, span(event));
    change.alerts.add(messages.closed(event, scope, reason));
    change.state.event = null;
    if (!flapping && cooldown > 0) {
      change.state.quietUntil = Times.plus(closesAt(event), cooldown);
    }
  }

  /** Takes one record in. */
  void record(Change change, AlertInput input) {
    Explained explained = new Explained(input);
    if (input.anomaly()) {
      change.suppressedBy = suppression.by(input, explained);
    }
    boolean counts = input.anomaly() && change.suppressedBy.isEmpty();
    OpenEvent event = change.state.event;
    if (event != null && event.kind() == AlertKind.ANOMALY) {
      if (counts) {
        join(change, event.with(input), input, explained);
      }
      return;
    }
    int anomalies = remember(change.state, counts);
    if (counts && anomalies < spec.consecutive().anomalies()) {
      change.suppressedBy = CONSECUTIVE;
    } else if (counts) {
      change.state.history = 0;
      open(change, input, explained, anomalies);
    }
  }

  /** Adds a record to the history. Returns how many of the last ones were anomalies. */
  private int remember(KeyState state, boolean anomaly) {
    if (spec.consecutive().records() > 1) {
      state.history = (state.history << 1 | (anomaly ? 1 : 0)) & historyMask;
      return Long.bitCount(state.history);
    }
    state.history = 0;
    return anomaly ? 1 : 0;
  }

  private void join(Change change, OpenEvent event, AlertInput input, Explained explained) {
    boolean rises =
        spec.levels().of(event.peakSeverity()).compareTo(spec.levels().of(event.toldSeverity()))
            > 0;
    boolean due = updateEvery == 0 || Times.between(event.told(), input.eventTime()) >= updateEvery;
    if (rises || due) {
      change.alerts.add(messages.told(event, AlertState.UPDATE, input, explained));
      change.state.event = event.toldAt(input.eventTime());
    } else {
      change.state.event = event;
    }
  }

  private void open(Change change, AlertInput input, Explained explained, int anomalies) {
    KeyState state = change.state;
    if (state.event != null) {
      state.event = state.event.with(input);
      change.suppressedBy = FLAPPING;
    } else if (input.eventTime() < state.quietUntil) {
      change.suppressedBy = COOLDOWN;
    } else {
      state.event = OpenEvent.of(opening(state, input.eventTime()), input, anomalies);
      change.alerts.add(messages.told(state.event, AlertState.OPEN, input, explained));
    }
  }

  /** Whether this event is one of its own or the one too many. */
  private AlertKind opening(KeyState state, long eventTime) {
    if (spec.flapping().isEmpty()) {
      return AlertKind.ANOMALY;
    }
    long[] before = recent(state.openings, eventTime);
    if (before.length >= spec.flapping().get().events()) {
      state.openings = KeyState.NO_TIMES;
      return AlertKind.FLAPPING;
    }
    state.openings = Arrays.copyOf(before, before.length + 1);
    state.openings[before.length] = eventTime;
    return AlertKind.ANOMALY;
  }

  /** The openings that still count for flapping. */
  private long[] recent(long[] openings, long now) {
    if (openings.length == 0 || spec.flapping().isEmpty()) {
      return KeyState.NO_TIMES;
    }
    FlappingSpec flapping = spec.flapping().get();
    long within = flapping.within().toMillis();
    long[] recent =
        Arrays.stream(openings).filter(time -> Times.plus(time, within) > now).toArray();
    int most = flapping.events();
    return recent.length <= most
        ? recent
        : Arrays.copyOfRange(recent, recent.length - most, recent.length);
  }

  /** The event time at which time has something to do; never where it has not. */
  long due(KeyState state) {
    long due = PolicyResult.NEVER;
    if (state.event != null) {
      due = closesAt(state.event);
    }
    if (state.quietUntil != KeyState.NONE) {
      due = Math.min(due, state.quietUntil);
    }
    if (state.history != 0) {
      due = Math.min(due, Times.plus(state.newest, AlertPolicy.FORGOTTEN_AFTER_MILLIS));
    }
    for (long opening : state.openings) {
      due = Math.min(due, Times.plus(opening, spec.flapping().orElseThrow().within().toMillis()));
    }
    return due;
  }

  private long closesAt(OpenEvent event) {
    return Times.plus(event.last(), span(event));
  }

  /** For how long it must be calm that the event is over. */
  private long span(OpenEvent event) {
    return event.kind() == AlertKind.FLAPPING && spec.flapping().isPresent()
        ? spec.flapping().get().within().toMillis()
        : closeAfter;
  }
}
