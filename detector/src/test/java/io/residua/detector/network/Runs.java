package io.residua.detector.network;

import java.util.Arrays;
import java.util.function.Function;

/** Runs one layer. */
final class Runs {
  private Runs() {}

  /** What a layer makes of records, row by row. */
  static float[] of(Layer layer, float... input) {
    return of(layer, DenseLayer::packed, input);
  }

  static float[] of(Layer layer, Function<DenseLayer, PackedLayer> packing, float... input) {
    PackedLayer packed = layer.pack(packing);
    int records = input.length / layer.inputs();
    float[] rows = new float[packed.room(records)];
    packed.run(input, 0, layer.inputs(), records, rows);
    return Arrays.copyOf(rows, records * layer.outputs());
  }
}
