package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.score.MeanSquaredResidual;
import io.residua.detector.score.ResidualKind;
import io.residua.detector.score.ResidualScore;
import io.residua.detector.score.StandardisedResidual;
import io.residua.detector.score.WhitenedResidual;
import java.util.Map;

/**
 * A score's saved form: its kind as the member {@code score} of {@code network.json}, its numbers
 * as the tensor {@code score.scale} or {@code score.whitening}.
 */
final class ScoreFormat {
  private static final String SCALE = "score.scale";
  private static final String WHITENING = "score.whitening";

  private ScoreFormat() {}

  static void write(ResidualScore score, ObjectNode into, Map<String, Tensor> tensors) {
    into.putObject("score").put("kind", score.kind().id());
    if (score instanceof StandardisedResidual standardised) {
      tensors.put(SCALE, Tensor.vector(standardised.scale()));
    } else if (score instanceof WhitenedResidual whitened) {
      int width = whitened.width();
      tensors.put(WHITENING, Tensor.matrix(width, width, whitened.whitening()));
    }
  }

  static ResidualScore read(StrictObject from, int width, Tensors tensors) throws BundleException {
    StrictObject score = from.object("score");
    ResidualKind kind = score.choice("kind", ResidualKind.values(), ResidualKind::id);
    score.done();
    return switch (kind) {
      case MEAN_SQUARED -> new MeanSquaredResidual(width);
      case STANDARDISED -> new StandardisedResidual(tensors.take(SCALE, width));
      case WHITENED -> new WhitenedResidual(width, tensors.take(WHITENING, width, width));
    };
  }
}
