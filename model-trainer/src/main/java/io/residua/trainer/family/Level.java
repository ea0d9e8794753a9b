package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import java.util.Optional;

/**
 * One encoder layer and the decoder layer that mirrors it.
 *
 * @param below the encoder's layers before it
 * @param up the encoder layer
 * @param down the decoder layer, from its output to its input
 */
record Level(TrainableStack below, TrainableDense up, TrainableDense down) {
  /** A step that sees what the layers below make of the rows, and then a corruption of that. */
  Step lifted(Step step, Corruptor corruption) {
    if (below.layers().isEmpty()) {
      return step;
    }
    Node clean = below.of(step.tape(), step.target()).detached();
    float[] corrupted = new float[clean.values().length];
    corruption.corrupt(clean.values(), clean.columns(), corrupted, step.random());
    return new Step(
        step.tape(),
        step.tape().constant(clean.columns(), corrupted),
        clean,
        Optional.empty(),
        step.classes(),
        step.random(),
        step.done());
  }

  String name(String kind) {
    return "%s of layer %d, %d to %d"
        .formatted(kind, below.layers().size() + 1, up.inputs(), up.outputs());
  }
}
