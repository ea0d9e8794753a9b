package io.residua.detector.definition;

/**
 * Which records an output is written for: {@code all}, {@code none} or {@code 1 in N}. Anomalies
 * are written wherever not {@code none}. Sampling is by source offset, so a replay chooses the same
 * ones.
 *
 * @param oneIn 0 for none, 1 for all, N for one in N
 */
public record OutputShare(int oneIn) {
  public static final OutputShare ALL = new OutputShare(1);
  public static final OutputShare NONE = new OutputShare(0);

  public OutputShare {
    if (oneIn < 0) {
      throw new IllegalArgumentException("a share of 1 in " + oneIn + " does not exist");
    }
  }

  /** Whether the record at this source offset is in the share. */
  public boolean includes(long offset) {
    return oneIn != 0 && Math.floorMod(offset, (long) oneIn) == 0;
  }
}
