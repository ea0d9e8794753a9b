package io.residua.trainer.data;

import java.util.Arrays;
import java.util.List;

/**
 * The classes of rows.
 *
 * @param numbers one for each row, from 0, or {@value #UNKNOWN} where its class is unknown; handed
 *     out as they are, not to be written to
 * @param names of the classes, as the data write them, by number
 */
public record Classes(int[] numbers, List<String> names) {
  /** The number of a row whose class is unknown. */
  public static final int UNKNOWN = -1;

  /**
   * @throws IllegalArgumentException when a number has no name
   */
  public Classes {
    names = List.copyOf(names);
    int most = Arrays.stream(numbers).max().orElse(UNKNOWN);
    if (most >= names.size() || Arrays.stream(numbers).anyMatch(number -> number < UNKNOWN)) {
      throw new IllegalArgumentException(
          "expected classes from %d to %d, got others".formatted(UNKNOWN, names.size() - 1));
    }
  }

  /** The names of the classes up to the last one that is among the given rows. */
  public List<String> namesAmong(int[] rows) {
    int last = Arrays.stream(rows).map(row -> numbers[row]).max().orElse(UNKNOWN);
    return names.subList(0, last + 1);
  }
}
