package io.residua.detector.network;

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
    float[] rows = new float[records * packed.stride()];
    packed.run(input, 0, layer.inputs(), records, rows);
    float[] output = new float[records * layer.outputs()];
    for (int i = 0; i < records; i++) {
      System.arraycopy(rows, i * packed.stride(), output, i * layer.outputs(), layer.outputs());
    }
    return output;
  }
}
