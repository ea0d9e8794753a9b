package io.residua.trainer.family;

import io.residua.detector.definition.ModelSpec;
import io.residua.detector.definition.ModelSpec.EncoderKind;
import io.residua.detector.network.ConvolutionLayer;
import io.residua.detector.network.LstmLayer;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.SequenceLayout;
import java.util.Optional;

/**
 * How an encoder reads a sequence.
 *
 * @param kind an LSTM or a convolution
 * @param units width of the LSTM's state, or number of the convolution's filters
 * @param layout where the sequence stands
 */
public record SequencePlan(EncoderKind kind, int units, SequenceLayout layout) {
  /** An LSTM costs the square of this at every step. */
  static final int UNITS = 32;

  static final int FILTERS = 16;

  /** The narrowest kernel that sees a value, the one before and the one after it. */
  private static final int KERNEL = 3;

  /**
   * Windows overlap by a step; half as many steps come out (Springenberg et al., "Striving for
   * Simplicity", 2015).
   */
  private static final int STRIDE = 2;

  /** Empty for a dense encoder. */
  static Optional<SequencePlan> of(ModelSpec spec, FeatureMatrix training) {
    if (spec.encoder() == EncoderKind.DENSE) {
      return Optional.empty();
    }
    int byDefault = spec.encoder() == EncoderKind.LSTM ? UNITS : FILTERS;
    SequenceLayout layout =
        training
            .sequence()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "encoder %s reads a sequence; expected rows with one"
                            .formatted(Lower.name(spec.encoder()))));
    return Optional.of(
        new SequencePlan(
            spec.encoder(), spec.hidden().stream().findFirst().orElse(byDefault), layout));
  }

  boolean recurrent() {
    return kind == EncoderKind.LSTM;
  }

  LstmLayer.Shape lstm() {
    return new LstmLayer.Shape(layout.steps(), layout.channels(), units, layout.passing());
  }

  ConvolutionLayer.Shape convolution() {
    int steps = layout.steps();
    return new ConvolutionLayer.Shape(
        steps,
        layout.channels(),
        Math.min(KERNEL, steps),
        Math.min(STRIDE, steps),
        units,
        layout.passing());
  }

  /** Width of what comes out, with what passes through. */
  int outputs() {
    return recurrent() ? lstm().outputs() : convolution().outputs();
  }

  /** For the record. */
  String words() {
    return "%s, %d %s, %d steps of %d"
        .formatted(
            Lower.name(kind),
            units,
            recurrent() ? "units" : "filters",
            layout.steps(),
            layout.channels());
  }
}
