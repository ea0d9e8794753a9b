package io.residua.trainer.family;

import io.residua.detector.network.Layer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import java.util.List;
import java.util.Optional;

/** How the encoder's last hidden layer becomes a latent vector. */
public interface LatentCode {
  /**
   * In training, with what is drawn.
   *
   * @param features rows × the encoder's width
   */
  Code draw(Step step, Node features);

  /** Without drawing: rows × latent, as {@link #exported} gives it. */
  Node mean(Tape tape, Node features);

  /** What the decoder reads of a mean when nothing is drawn. */
  default Node read(Tape tape, Node mean) {
    return mean;
  }

  Parameters parameters();

  /** What went wrong with the latent vectors of rows that were not trained on, in sentences. */
  default List<String> warnings(Tape tape, Node features) {
    Node latent = mean(tape, features);
    return DeadLatents.of(latent.values(), latent.columns());
  }

  /** The layers from features to the mean. */
  List<Layer> exported();

  /** The layers from features to the logarithm of a Gaussian posterior's variance. */
  default Optional<List<Layer>> exportedLogVariance() {
    return Optional.empty();
  }

  /** The layers from the mean to what the decoder reads. */
  default List<Layer> exportedReading() {
    return List.of();
  }
}
