package io.residua.trainer.family;

import io.residua.detector.network.Layer;
import io.residua.detector.network.SelectionLayer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.SequenceLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Brings the features into the order of their sequence, reads that by one layer, and goes on with
 * dense ones.
 *
 * @param layout where the sequence stands among the features
 * @param layer reads it
 * @param dense what follows; none is allowed
 */
record SequenceEncoder(SequenceLayout layout, SequenceLayer layer, TrainableStack dense)
    implements Encoder {
  /** One with first weights. */
  static SequenceEncoder of(SequencePlan sequence, AutoencoderPlan plan, SplittableRandom random) {
    SequenceLayer layer =
        sequence.recurrent()
            ? TrainableLstm.of(sequence.lstm(), random)
            : TrainableConvolution.of(sequence.convolution(), plan.hiddenActivation(), random);
    TrainableStack dense = Families.stack(sequence.outputs(), plan, random);
    return new SequenceEncoder(sequence.layout(), layer, dense);
  }

  @Override
  public List<Node> all(Tape tape, Node input) {
    List<Node> outputs = new ArrayList<>();
    Node read = layer.of(tape, input.selected(layout.columns()));
    outputs.add(read);
    outputs.addAll(dense.all(tape, read));
    return outputs;
  }

  @Override
  public Parameters parameters() {
    return layer.parameters().and(dense.parameters());
  }

  @Override
  public List<Layer> exported() {
    List<Layer> layers = new ArrayList<>();
    layers.add(new SelectionLayer(layout.width(), layout.columns()));
    layers.add(layer.exported());
    layers.addAll(dense.exported());
    return layers;
  }
}
