package io.residua.trainer.train;

import io.residua.detector.definition.ModelSpec;
import io.residua.trainer.family.AutoencoderPlan;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fits an autoencoder. The same matrices, settings and seed give the same weights, bit by bit, on
 * the same kind of machine.
 *
 * <p>A run whose loss is not finite any more is begun again with a tenth of its learning rate, at
 * most {@value #MOST_RETRIES} times.
 */
public final class AutoencoderFitter {
  static final int MOST_RETRIES = 3;
  private static final double SLOWER = 0.1;

  /** Validation on more rows would say the same and cost more. */
  private static final int VALIDATION_ROWS = 5_000;

  private AutoencoderFitter() {}

  /** Fits one network without labelled anomalies. */
  public static FittedAutoencoder fit(
      ModelSpec spec,
      FeatureMatrix training,
      FeatureMatrix validation,
      long seed,
      TrainingListener listener)
      throws TrainingException {
    return fit(spec, training, validation, Optional.empty(), seed, listener);
  }

  /**
   * Fits one network.
   *
   * @param spec its family and settings
   * @param training rows to fit to, at least one
   * @param validation rows that choose the weights, at least one, of the same width
   * @param anomalies labelled ones, at least one, for the head where the settings ask for it
   * @param seed of the first weights, the order of the rows and the corruption
   * @throws TrainingException when the loss is not finite even with a small learning rate, or there
   *     are fewer clusters than classes
   */
  public static FittedAutoencoder fit(
      ModelSpec spec,
      FeatureMatrix training,
      FeatureMatrix validation,
      Optional<FeatureMatrix> anomalies,
      long seed,
      TrainingListener listener)
      throws TrainingException {
    AutoencoderPlan plan = AutoencoderPlan.of(spec, training);
    requireClusters(plan, training);
    FeatureMatrix checked = validation.first(VALIDATION_ROWS);
    double learningRate = plan.training().learningRate();
    for (int attempt = 0; attempt <= MOST_RETRIES; attempt++, learningRate *= SLOWER) {
      FittingRun run =
          new FittingRun(plan, learningRate, training, checked, anomalies, seed, listener);
      if (run.complete()) {
        FittedAutoencoder fitted = run.fitted(settings(plan, run));
        run.warnings().forEach(listener::message);
        return fitted;
      }
      listener.message(
          "the loss grew without bound at learning rate %s; trying a tenth of it"
              .formatted(learningRate));
    }
    throw new TrainingException(
        "training diverged: the loss is not finite even at learning rate %.1g; expected features"
                .formatted(learningRate / SLOWER)
            + " of moderate size, as the standard or robust transform makes them");
  }

  private static void requireClusters(AutoencoderPlan plan, FeatureMatrix training)
      throws TrainingException {
    if (plan.clusters() > 0 && training.classCount() > plan.clusters()) {
      throw new TrainingException(
          "model.clusters: expected at least as many as the data have classes, %d, found %d"
              .formatted(training.classCount(), plan.clusters()));
    }
  }

  private static Map<String, String> settings(AutoencoderPlan plan, FittingRun run) {
    Map<String, String> settings = new TreeMap<>(plan.settings());
    settings.put("learning-rate", String.valueOf(run.history().learningRate()));
    settings.put("best-step", String.valueOf(run.history().bestStep()));
    return settings;
  }
}
