package io.residua.trainer.family;

import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.List;
import java.util.Optional;

/** An autoencoder in training. Not thread-safe. */
public interface TrainableAutoencoder {
  /** What is trained by itself before the whole, in this order. */
  default List<Stage> stages() {
    return List.of();
  }

  /** In the order of their turns; the autoencoder's own is the last one. */
  List<Objective> objectives();

  /** Everything that {@link #network} is made of. */
  Parameters parameters();

  /** What {@link #network} would make of rows. */
  Node reconstruction(Tape tape, Node input);

  /**
   * What chooses among weights: the mean squared error over observed entries, unless the family has
   * a better judge.
   *
   * @param tape for the computation; the caller clears it
   * @param rows that are not trained on
   */
  default double heldOutLoss(Tape tape, FeatureMatrix rows) {
    float[] output = reconstruction(tape, tape.constant(rows.width(), rows.values())).values();
    double sum = 0;
    long entries = 0;
    for (int i = 0; i < output.length; i++) {
      if (rows.observed()[i]) {
        double residual = rows.values()[i] - output[i];
        sum += residual * residual;
        entries++;
      }
    }
    return sum / entries;
  }

  /** The network as data, with the weights as they are. */
  Network network();

  /**
   * The layers from a record to the logarithm of its posterior's variance, where the latent vector
   * is drawn from a normal distribution; the mean is what the network's encoder gives.
   */
  default Optional<List<Layer>> logVariance() {
    return Optional.empty();
  }

  /** Standard deviation of each feature around the decoder's output, where it is learned. */
  default Optional<float[]> noise() {
    return Optional.empty();
  }

  /**
   * The layers from the latent vector to the log-odds of an anomaly, where labelled ones were
   * trained with.
   */
  default Optional<List<Layer>> head() {
    return Optional.empty();
  }

  /**
   * What went wrong in a training that did not diverge, one sentence each: dead latent numbers, a
   * posterior that collapsed, a rival that won outright.
   *
   * @param rows that were not trained on
   */
  List<String> warnings(FeatureMatrix rows);
}
