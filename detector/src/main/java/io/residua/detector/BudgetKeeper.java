package io.residua.detector;

import io.residua.detector.calibration.FalseDiscoveryControl;
import io.residua.detector.calibration.Recalibration;
import io.residua.detector.calibration.StateBytes;
import io.residua.detector.calibration.TrafficRate;
import io.residua.detector.definition.Budget;
import io.residua.detector.definition.CalibrationSpec;
import io.residua.detector.event.Event;
import java.io.IOException;
import java.util.Optional;

/**
 * From p-values to alerts, record after record, as the definition's section {@code calibration}
 * says: the p-value is adjusted to drift where the definition asks for that, and then held against
 * the budget. One task's; not thread-safe.
 *
 * <p>A budget per day is shared by the tasks, each by its share of the expected traffic: a task
 * that reads more than that lets a smaller share of its records alert, within a factor of {@value
 * TrafficRate#LARGEST_FACTOR}. A false discovery rate is kept over the windows of each task.
 */
public final class BudgetKeeper {
  private static final byte VERSION = 1;
  private static final int LARGEST_PART = 8 << 20;
  private static final double LARGEST_SIGNIFICANCE = 0.5;
  private static final double LARGEST_LEVEL = 0.89;

  private final double significance;
  private final double alertsPerDay;
  private final Optional<TrafficRate> traffic;
  private final Optional<Recalibration> recalibration;
  private final Optional<FalseDiscoveryControl> discoveries;

  private BudgetKeeper(Detector detector, Optional<Double> share) {
    CalibrationSpec spec = detector.definition().calibration();
    Budget budget = spec.budget();
    this.significance = detector.significance();
    this.traffic =
        share
            .filter(part -> budget instanceof Budget.PerDay)
            .map(part -> new TrafficRate(part * detector.model().parts().recordsPerDay()));
    this.alertsPerDay =
        budget instanceof Budget.PerDay perDay ? share.orElse(1.0) * perDay.alerts() : 0;
    this.discoveries =
        budget instanceof Budget.FalseDiscovery discovery
            ? Optional.of(new FalseDiscoveryControl(discovery.rate(), discovery.records()))
            : Optional.empty();
    double level = budget.largestPValue(detector.model().parts().recordsPerDay());
    this.recalibration =
        spec.recalibrate()
            .map(
                settings ->
                    new Recalibration(
                        Math.min(LARGEST_LEVEL, level), settings.over(), settings.atMost()));
  }

  /** For a task that sees traffic like the training data's. */
  public static BudgetKeeper of(Detector detector) {
    return new BudgetKeeper(detector, Optional.empty());
  }

  /**
   * For a task that watches its traffic.
   *
   * @param share of the detector's traffic that the task expects: 1 / partitions for a partition;
   *     above 0 and at most 1
   */
  public static BudgetKeeper watching(Detector detector, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a share is above 0 and at most 1, got " + share);
    }
    return new BudgetKeeper(detector, Optional.of(share));
  }

  /** The next record's p-value, adjusted to drift. */
  double adjusted(double pValue) {
    return recalibration.isEmpty() ? pValue : recalibration.get().adjust(pValue);
  }

  /**
   * Whether the next record alerts.
   *
   * @param adjusted what {@link #adjusted} gave for it
   * @param time its event time or {@link Event#NO_TIME}
   */
  boolean alerts(double adjusted, long time) {
    if (traffic.isPresent() && time != Event.NO_TIME) {
      traffic.get().seen(time);
    }
    return discoveries.isEmpty() ? adjusted <= significance() : discoveries.get().accept(adjusted);
  }

  /**
   * The share of normal records that may alert now; of a false discovery rate, where nothing is
   * strange.
   */
  public double significance() {
    return traffic.isEmpty()
        ? significance
        : Math.min(LARGEST_SIGNIFICANCE, alertsPerDay / traffic.get().perDay());
  }

  /** By how much p-values at the budget are adjusted to drift; 1 where they are not. */
  public double driftFactor() {
    return recalibration.map(Recalibration::factor).orElse(1.0);
  }

  /** Whether there is anything to store: without state, each record is judged by itself. */
  public boolean hasState() {
    return traffic.isPresent() || recalibration.isPresent() || discoveries.isPresent();
  }

  /** What it has seen, for {@link #restore}. */
  public byte[] state() {
    return StateBytes.write(
        VERSION,
        out -> {
          for (byte[] part :
              new byte[][] {
                traffic.map(TrafficRate::state).orElse(new byte[0]),
                recalibration.map(Recalibration::state).orElse(new byte[0]),
                discoveries.map(FalseDiscoveryControl::state).orElse(new byte[0])
              }) {
            out.writeInt(part.length);
            out.write(part);
          }
        });
  }

  /**
   * Goes on from a state, of which is taken what this budget has a use for.
   *
   * @throws IllegalArgumentException when the bytes are no such state
   */
  public void restore(byte[] state) {
    StateBytes.read("the budget", VERSION, state, this::read);
  }

  private void read(StateBytes.Input in) throws IOException {
    byte[] seenTraffic = in.block(LARGEST_PART);
    byte[] seenDrift = in.block(LARGEST_PART);
    byte[] seenWindow = in.block(LARGEST_PART);
    traffic.filter(it -> seenTraffic.length > 0).ifPresent(it -> it.restore(seenTraffic));
    recalibration.filter(it -> seenDrift.length > 0).ifPresent(it -> it.restore(seenDrift));
    discoveries.filter(it -> seenWindow.length > 0).ifPresent(it -> it.restore(seenWindow));
  }
}
