package io.residua.trainer.family;

import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.List;
import java.util.Optional;

/**
 * An autoencoder with stages before its training.
 *
 * @param whole the autoencoder
 * @param stages in their order
 */
record Staged(TrainableAutoencoder whole, List<Stage> stages) implements TrainableAutoencoder {
  Staged {
    stages = List.copyOf(stages);
  }

  @Override
  public List<Objective> objectives() {
    return whole.objectives();
  }

  @Override
  public Parameters parameters() {
    return whole.parameters();
  }

  @Override
  public Node reconstruction(Tape tape, Node input) {
    return whole.reconstruction(tape, input);
  }

  @Override
  public double heldOutLoss(Tape tape, FeatureMatrix rows) {
    return whole.heldOutLoss(tape, rows);
  }

  @Override
  public Network network() {
    return whole.network();
  }

  @Override
  public Optional<List<Layer>> head() {
    return whole.head();
  }

  @Override
  public List<String> warnings(FeatureMatrix rows) {
    return whole.warnings(rows);
  }
}
