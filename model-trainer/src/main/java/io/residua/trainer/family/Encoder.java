package io.residua.trainer.family;

import io.residua.detector.network.Layer;
import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import io.residua.trainer.gradient.Tape;
import java.util.List;

/** From the input to the features of which a {@link LatentCode} makes latent vectors. */
public interface Encoder {
  /** Every layer's output, in order; none where the features are the input itself. */
  List<Node> all(Tape tape, Node input);

  /** The features, rows × width. */
  default Node of(Tape tape, Node input) {
    List<Node> outputs = all(tape, input);
    return outputs.isEmpty() ? input : outputs.get(outputs.size() - 1);
  }

  Parameters parameters();

  /** The same as data. */
  List<Layer> exported();
}
