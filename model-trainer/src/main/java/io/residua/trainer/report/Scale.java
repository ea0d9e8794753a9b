package io.residua.trainer.report;

import java.util.List;

/** Where a value lies along an axis, and which values are worth a mark. */
interface Scale {
  /**
   * The value's place, 0 at the axis's start and 1 at its end; what lies outside is moved there.
   */
  double place(double value);

  /** Round values inside the axis, rising; at least one, at most about ten. */
  List<Double> ticks();
}
