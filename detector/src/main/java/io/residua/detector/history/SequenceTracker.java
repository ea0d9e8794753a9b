package io.residua.detector.history;

import io.residua.detector.event.Event;
import java.util.List;

/** The key's last values of a number, event by event, in a ring. */
final class SequenceTracker implements Tracker {
  private final int field;
  private final int length;
  private final List<Output> outputs;

  /**
   * @param steps how many events earlier, from 1
   * @param difference whether the present value minus the earlier one is written
   * @param index in the event
   */
  record Output(int steps, boolean difference, int index) {
    void write(Event event, int field, double earlier) {
      event.setNumber(index, difference ? event.number(field) - earlier : earlier);
    }
  }

  SequenceTracker(int field, List<Output> outputs) {
    this.field = field;
    this.outputs = List.copyOf(outputs);
    this.length = outputs.stream().mapToInt(Output::steps).max().orElseThrow();
  }

  @Override
  public int words() {
    return 1 + length;
  }

  @Override
  public void read(Event event, long[] state, int at) {
    for (Output output : outputs) {
      output.write(event, field, earlier(output.steps(), state, at));
    }
  }

  private double earlier(int steps, long[] state, int at) {
    long events = state[at];
    return events < steps
        ? Double.NaN
        : Words.get(state, at + 1 + (int) ((events - steps) % length));
  }

  @Override
  public void add(Event event, long[] state, int at) {
    Words.put(state, at + 1 + (int) (state[at] % length), event.number(field));
    state[at]++;
  }
}
