package io.residua.detector.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Runs layers one after the other, one record or many, without allocating once as many records have
 * passed together as ever will. Holds the workspace between layers: one instance per thread.
 */
public final class LayersRunner {
  /** Records that pass all layers together: what lies between layers stays in the nearer caches. */
  static final int BLOCK = 64;

  private final PackedLayer[] layers;
  private final int inputs;
  private final int outputs;
  private int room;
  private float[] current = new float[0];
  private float[] next = new float[0];

  /**
   * @param layers at least one; each one's inputs are the outputs of the one before
   * @throws IllegalArgumentException when they do not fit
   */
  public LayersRunner(List<Layer> layers) {
    this(layers, DenseLayer::packed);
  }

  LayersRunner(List<Layer> layers, Function<DenseLayer, PackedLayer> packing) {
    Network.requireChain(layers);
    this.layers = layers.stream().map(layer -> layer.pack(packing)).toArray(PackedLayer[]::new);
    this.inputs = layers.get(0).inputs();
    this.outputs = layers.get(layers.size() - 1).outputs();
  }

  /**
   * Runs records.
   *
   * @param input {@code records} rows of the first layer's inputs, row-major
   * @param records how many, at least 1
   * @param output receives {@code records} rows of the last layer's outputs; another array
   */
  public void run(float[] input, int records, float[] output) {
    for (int first = 0; first < records; first += BLOCK) {
      block(input, first, Math.min(BLOCK, records - first), output);
    }
  }

  /**
   * Runs some of the records.
   *
   * @param first the first one's number in both arrays
   * @param records how many, at most {@link #BLOCK}
   */
  void block(float[] input, int first, int records, float[] output) {
    reserve(records);
    float[] from = input;
    int at = first * inputs;
    int stride = inputs;
    for (PackedLayer layer : layers) {
      float[] to = from == current ? next : current;
      layer.run(from, at, stride, records, to);
      from = to;
      at = 0;
      stride = layer.outputs();
    }
    System.arraycopy(from, 0, output, first * outputs, records * outputs);
  }

  private void reserve(int records) {
    if (records <= room) {
      return;
    }
    int floats = Arrays.stream(layers).mapToInt(layer -> layer.room(records)).max().orElseThrow();
    current = new float[floats];
    next = new float[floats];
    room = records;
  }
}
