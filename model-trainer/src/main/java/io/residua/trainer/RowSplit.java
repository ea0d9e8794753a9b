package io.residua.trainer;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Rows to fit to and rows held out. Where every row has a time the newest are held out, as in
 * service the model meets only newer ones; else a seeded choice is.
 *
 * @param training row numbers to fit to
 * @param heldOut row numbers for early stopping, residual statistics and calibration; small tables
 *     cannot afford a share for each
 * @param byTime whether the newest are held out
 */
record RowSplit(int[] training, int[] heldOut, boolean byTime) {

  /**
   * @param rows row numbers to split, at least two
   * @param share of the rows held out, in (0, 1); at least one row goes to either side
   */
  static RowSplit of(EventTable table, int[] rows, double share, long seed) {
    boolean byTime = Arrays.stream(rows).allMatch(row -> table.time(row) != Event.NO_TIME);
    int[] order = byTime ? oldestFirst(table, rows) : shuffled(rows, new SplittableRandom(seed));
    int held = Math.max(1, Math.min(rows.length - 1, (int) Math.round(share * rows.length)));
    int[] training = Arrays.copyOf(order, rows.length - held);
    int[] heldOut = Arrays.copyOfRange(order, rows.length - held, rows.length);
    if (!byTime) {
      Arrays.sort(training);
      Arrays.sort(heldOut);
    }
    return new RowSplit(training, heldOut, byTime);
  }

  private static int[] oldestFirst(EventTable table, int[] rows) {
    return IntStream.of(rows)
        .boxed()
        .sorted(Comparator.comparingLong(table::time))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int[] shuffled(int[] rows, SplittableRandom random) {
    int[] order = rows.clone();
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }
}
