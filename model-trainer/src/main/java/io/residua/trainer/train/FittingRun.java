package io.residua.trainer.train;

import io.residua.detector.network.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One run of the optimiser, from first weights to the best ones. */
final class FittingRun implements AutoCloseable {
  private static final int STEPS_BETWEEN_VALIDATIONS = 200;
  private static final int STEPS_BETWEEN_REPORTS = 50;

  private final AutoencoderPlan plan;
  private final double learningRate;
  private final FeatureMatrix validation;
  private final TrainingListener listener;
  private final TrainableNetwork network;
  private final Batches batches;
  private final SplittableRandom noise;
  private final EarlyStopping stopping;
  private final List<LossPoint> points = new ArrayList<>();
  private final float[] clean;
  private final float[] corrupted;
  private final float[] observed;
  private final boolean complete;
  private final long started = System.nanoTime();

  FittingRun(
      AutoencoderPlan plan,
      double learningRate,
      FeatureMatrix training,
      FeatureMatrix validation,
      long seed,
      TrainingListener listener) {
    this.plan = plan;
    this.learningRate = learningRate;
    this.validation = validation;
    this.listener = listener;
    SplittableRandom random = new SplittableRandom(seed);
    this.batches = new Batches(training, random.split());
    this.noise = random.split();
    this.stopping = new EarlyStopping(plan.training().patience(), plan.stopsEarly());
    this.network = TrainableNetwork.of(plan, training.width(), learningRate, seed);
    int rows = Math.min(plan.training().batch(), training.rows());
    this.clean = new float[rows * training.width()];
    this.corrupted = new float[clean.length];
    this.observed = new float[clean.length];
    this.complete = training.complete();
  }

  /** Runs to the end; false when the loss is not finite any more. */
  boolean complete() {
    double sum = 0;
    int since = 0;
    int steps = plan.training().steps();
    for (int step = 1; step <= steps; step++) {
      double loss = step();
      if (!Double.isFinite(loss)) {
        return false;
      }
      sum += loss;
      since++;
      if (step % STEPS_BETWEEN_REPORTS == 0 || step == steps) {
        report(step, sum / since);
      }
      if (step % STEPS_BETWEEN_VALIDATIONS == 0 || step == steps) {
        if (!validate(step, sum / since)) {
          return false;
        }
        if (stopping.exhausted()) {
          report(steps, sum / since);
          return true;
        }
        sum = 0;
        since = 0;
      }
    }
    return true;
  }

  private double step() {
    batches.next(clean, observed);
    plan.corruption().corrupt(clean, validation.width(), corrupted, noise);
    return network.step(corrupted, clean, complete ? null : observed);
  }

  private boolean validate(int step, double loss) {
    double validationLoss = meanSquaredError(network.reconstruct(validation.values()));
    points.add(new LossPoint(step, loss, validationLoss));
    if (!Double.isFinite(validationLoss)) {
      return false;
    }
    stopping.seen(step, validationLoss, network);
    return true;
  }

  private double meanSquaredError(float[] reconstruction) {
    double sum = 0;
    long entries = 0;
    for (int i = 0; i < reconstruction.length; i++) {
      if (validation.observed()[i]) {
        double residual = validation.values()[i] - reconstruction[i];
        sum += residual * residual;
        entries++;
      }
    }
    return sum / entries;
  }

  private void report(int step, double loss) {
    double seconds = (System.nanoTime() - started) / 1e9;
    int steps = plan.training().steps();
    Duration left = Duration.ofMillis((long) (1000 * seconds / step * (steps - step)));
    double last = points.isEmpty() ? Double.NaN : points.get(points.size() - 1).validationLoss();
    listener.progress(new TrainingProgress(step, steps, loss, last, left));
  }

  /** The network with the best weights. */
  Network network() {
    network.restore(stopping.bestWeights());
    return NetworkExport.of(network.network(), network.encoderLayers());
  }

  TrainingHistory history() {
    return new TrainingHistory(points, stopping.bestStep(), stopping.bestLoss(), learningRate);
  }

  @Override
  public void close() {
    network.close();
  }
}
