package io.residua.trainer.family;

import io.residua.detector.network.Layer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import java.util.List;
import java.util.Optional;

/**
 * The decoder reads what a memory of typical latent vectors makes of a record's own (Gong et al.,
 * "Memorizing Normality to Detect Anomaly", 2019, equations 3 to 7).
 *
 * @param layer from features to latent vector
 * @param memory from latent vector to what the decoder reads
 */
record MemoryCode(TrainableDense layer, Memory memory) implements LatentCode {
  @Override
  public Code draw(Step step, Node features) {
    Node latent = mean(step.tape(), features);
    Node weights = memory.weights(step.tape(), latent);
    return new Code(
        memory.read(step.tape(), weights), latent, Optional.empty(), Optional.of(weights));
  }

  @Override
  public Node mean(Tape tape, Node features) {
    return layer.of(tape, features);
  }

  @Override
  public Node read(Tape tape, Node mean) {
    return memory.read(tape, memory.weights(tape, mean));
  }

  @Override
  public Parameters parameters() {
    return new Parameters(layer.parameters()).and(new Parameters(List.of(memory.items())));
  }

  @Override
  public List<Layer> exported() {
    return List.of(layer.exported());
  }

  @Override
  public List<Layer> exportedReading() {
    return List.of(memory.exported());
  }
}
