package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.detector.network.Layer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Dense layers one after the other; none is allowed, and gives its input.
 *
 * @param layers each reads what the one before gives
 */
public record TrainableStack(List<TrainableDense> layers) implements Encoder {
  public TrainableStack {
    layers = List.copyOf(layers);
  }

  /**
   * @param widths of the input and of every layer's output
   * @param inner activation of all layers but the last
   * @param last activation of the last layer
   */
  public static TrainableStack of(
      List<Integer> widths, Activation inner, Activation last, SplittableRandom random) {
    List<TrainableDense> layers = new ArrayList<>();
    for (int i = 1; i < widths.size(); i++) {
      Activation activation = i == widths.size() - 1 ? last : inner;
      layers.add(new TrainableDense(widths.get(i - 1), widths.get(i), activation, random));
    }
    return new TrainableStack(layers);
  }

  @Override
  public List<Node> all(Tape tape, Node input) {
    List<Node> outputs = new ArrayList<>();
    Node current = input;
    for (TrainableDense layer : layers) {
      current = layer.of(tape, current);
      outputs.add(current);
    }
    return outputs;
  }

  @Override
  public Parameters parameters() {
    return new Parameters(layers.stream().flatMap(layer -> layer.parameters().stream()).toList());
  }

  @Override
  public List<Layer> exported() {
    return layers.stream().<Layer>map(TrainableDense::exported).toList();
  }
}
