package io.residua.trainer.train;

import io.residua.detector.network.Network;
import io.residua.detector.network.Prior;
import io.residua.trainer.family.AutoencoderPlan;
import io.residua.trainer.family.Families;
import io.residua.trainer.family.TrainableAutoencoder;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** One run of the optimiser, from first weights to the best ones. */
final class FittingRun {
  private static final int STEPS_BETWEEN_VALIDATIONS = 200;
  private static final int STEPS_BETWEEN_REPORTS = 50;

  private final AutoencoderPlan plan;
  private final CosineDecay learningRate;
  private final FeatureMatrix validation;

  /**
   * Of the clusters: no numbers where there are none; empty where latent vectors follow no prior.
   */
  private final Optional<float[]> priorShares;

  private final TrainingListener listener;
  private final TrainableAutoencoder autoencoder;
  private final Preparation preparation;
  private final List<Player> players;
  private final Batches batches;
  private final Batch batch;
  private final SplittableRandom noise;
  private final EarlyStopping stopping;
  private final Tape tape = new Tape();
  private final Tape judging = Tape.withoutGradients();
  private final List<LossPoint> points = new ArrayList<>();
  private final long started = System.nanoTime();

  FittingRun(
      AutoencoderPlan plan,
      double learningRate,
      FeatureMatrix training,
      FeatureMatrix validation,
      Optional<FeatureMatrix> anomalies,
      long seed,
      TrainingListener listener) {
    this.plan = plan;
    this.learningRate = new CosineDecay(learningRate, plan.training().steps());
    this.validation = validation;
    this.priorShares = plan.priorShares(training);
    this.listener = listener;
    SplittableRandom random = new SplittableRandom(seed);
    this.batches = new Batches(training.rows(), random.split());
    this.batch = new Batch(plan, training);
    this.noise = random.split();
    this.stopping = new EarlyStopping(plan.training().patience(), plan.stopsEarly());
    this.preparation = new Preparation(plan, learningRate, batches, batch, noise);
    this.autoencoder = Families.of(plan, training, anomalies, random.split());
    this.players = autoencoder.objectives().stream().map(Player::new).toList();
  }

  /** Runs to the end; false when the loss is not finite any more. */
  boolean complete() {
    if (!prepare()) {
      return false;
    }
    double sum = 0;
    int since = 0;
    int steps = plan.training().steps();
    for (int step = 1; step <= steps; step++) {
      double loss = step(step);
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

  /** Trains what is trained before the whole; false when a loss is not finite any more. */
  boolean prepare() {
    return preparation.complete(autoencoder.stages(), tape, listener);
  }

  /** All players' turns; the loss is the last one's. */
  private double step(int step) {
    batch.next(batches, noise);
    double loss = 0;
    for (Player player : players) {
      double done = (double) step / plan.training().steps();
      loss = player.move(batch.step(tape, noise, done), learningRate.at(step - 1));
      if (!Double.isFinite(loss)) {
        return loss;
      }
    }
    return loss;
  }

  private boolean validate(int step, double loss) {
    double validationLoss = validationLoss();
    points.add(new LossPoint(step, loss, validationLoss));
    if (!Double.isFinite(validationLoss)) {
      return false;
    }
    stopping.seen(step, validationLoss, autoencoder.parameters());
    return true;
  }

  /** Of held-out rows, with the weights as they are. */
  double validationLoss() {
    double loss = autoencoder.heldOutLoss(judging, validation);
    judging.clear();
    return loss;
  }

  private void report(int step, double loss) {
    double seconds = (System.nanoTime() - started) / 1e9;
    int steps = plan.training().steps();
    Duration left = Duration.ofMillis((long) (1000 * seconds / step * (steps - step)));
    double last = points.isEmpty() ? Double.NaN : points.get(points.size() - 1).validationLoss();
    listener.progress(new TrainingProgress(step, steps, loss, last, left));
  }

  /** What the best weights give. */
  FittedAutoencoder fitted(Map<String, String> settings) {
    autoencoder.parameters().restore(stopping.bestWeights());
    Network network = autoencoder.network();
    float[] spread = autoencoder.noise().orElse(new float[network.width()]);
    Optional<Prior> prior = priorShares.map(shares -> new Prior(spread, shares));
    return new FittedAutoencoder(
        network, autoencoder.logVariance(), prior, autoencoder.head(), history(), settings);
  }

  /** What went wrong without making the run fail. */
  List<String> warnings() {
    return autoencoder.warnings(validation);
  }

  TrainingHistory history() {
    return new TrainingHistory(
        points, stopping.bestStep(), stopping.bestLoss(), learningRate.start());
  }
}
