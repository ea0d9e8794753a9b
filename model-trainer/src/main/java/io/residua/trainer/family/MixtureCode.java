package io.residua.trainer.family;

import io.residua.detector.network.Layer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import java.util.List;

/**
 * A latent vector that is a function of the record, and beside it the network that sorts records
 * into the components of a mixture (Zong et al., "Deep Autoencoding Gaussian Mixture Model for
 * Unsupervised Anomaly Detection", 2018, section 3.3; without the dropout of its experiments).
 * Scoring does without the latter: the mixture is fitted again to what the trained encoder makes of
 * normal records.
 *
 * @param latent the code itself
 * @param estimation from latent vector and quality of the reconstruction to one number a component
 */
record MixtureCode(DeterministicCode latent, TrainableStack estimation) implements LatentCode {
  @Override
  public Code draw(Step step, Node features) {
    return latent.draw(step, features);
  }

  @Override
  public Node mean(Tape tape, Node features) {
    return latent.mean(tape, features);
  }

  int components() {
    return estimation.layers().get(estimation.layers().size() - 1).outputs();
  }

  /** Each row's share in each component: rows × components. */
  Node memberships(Tape tape, Node points) {
    return estimation.of(tape, points).softmax();
  }

  @Override
  public Parameters parameters() {
    return latent.parameters().and(estimation.parameters());
  }

  @Override
  public List<Layer> exported() {
    return latent.exported();
  }
}
