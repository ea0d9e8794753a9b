package io.residua.trainer.family;

import io.residua.detector.network.Layer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import java.util.List;

/**
 * The latent vector is a function of the record: one dense layer.
 *
 * @param layer from features to latent vector
 */
record DeterministicCode(TrainableDense layer) implements LatentCode {
  @Override
  public Code draw(Step step, Node features) {
    return Code.of(mean(step.tape(), features));
  }

  @Override
  public Node mean(Tape tape, Node features) {
    return layer.of(tape, features);
  }

  @Override
  public Parameters parameters() {
    return new Parameters(layer.parameters());
  }

  @Override
  public List<Layer> exported() {
    return List.of(layer.exported());
  }
}
