package io.residua.detector.network;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Runs a {@link Network}, one record or many, without allocating. Holds the workspace between
 * layers: one instance per thread.
 */
public final class NetworkRunner {
  /** Records that pass all layers together: what lies between layers stays in the nearer caches. */
  private static final int BLOCK = 64;

  private final Network network;
  private final PackedLayer[] layers;
  private final int widest;
  private float[] current = new float[0];
  private float[] next = new float[0];

  public NetworkRunner(Network network) {
    this(network, DenseLayer::packed);
  }

  /** Runs it by a certain kernel. */
  NetworkRunner(Network network, DenseKernel kernel) {
    this(network, kernel::pack);
  }

  private NetworkRunner(Network network, Function<DenseLayer, PackedLayer> packing) {
    this.network = network;
    this.layers =
        network.layers().stream().map(layer -> layer.pack(packing)).toArray(PackedLayer[]::new);
    this.widest = Arrays.stream(layers).mapToInt(PackedLayer::stride).max().orElseThrow();
  }

  public Network network() {
    return network;
  }

  /**
   * Encodes and reconstructs records.
   *
   * @param input {@code records} rows of {@code width}, row-major
   * @param records how many, at least 1
   * @param latent receives {@code records} rows of {@code latentWidth}
   * @param output receives {@code records} rows of {@code width}
   */
  public void run(float[] input, int records, float[] latent, float[] output) {
    reserve(Math.min(records, BLOCK));
    for (int first = 0; first < records; first += BLOCK) {
      block(input, first, Math.min(BLOCK, records - first), latent, output);
    }
  }

  /**
   * Decodes latent vectors.
   *
   * @param latent {@code records} rows of {@code latentWidth}, row-major
   * @param records how many, at least 1
   * @param output receives {@code records} rows of {@code width}
   */
  public void decode(float[] latent, int records, float[] output) {
    reserve(Math.min(records, BLOCK));
    for (int first = 0; first < records; first += BLOCK) {
      int count = Math.min(BLOCK, records - first);
      int width = network.latentWidth();
      decoded(latent, first * width, width, first, count, output);
    }
  }

  private void block(float[] input, int first, int records, float[] latent, float[] output) {
    float[] from = input;
    int at = first * network.width();
    int stride = network.width();
    for (int i = 0; i < network.encoderLayers(); i++) {
      float[] to = from == current ? next : current;
      layers[i].run(from, at, stride, records, to);
      from = to;
      at = 0;
      stride = layers[i].stride();
    }
    copy(from, stride, records, latent, first, network.latentWidth());
    decoded(from, 0, stride, first, records, output);
  }

  /** What the decoder makes of latent rows that begin at {@code at}. */
  private void decoded(float[] rows, int at, int stride, int first, int records, float[] output) {
    float[] from = rows;
    int start = at;
    int width = stride;
    for (int i = network.encoderLayers(); i < layers.length; i++) {
      float[] to = from == current ? next : current;
      layers[i].run(from, start, width, records, to);
      from = to;
      start = 0;
      width = layers[i].stride();
    }
    copy(from, width, records, output, first, network.width());
  }

  private static void copy(
      float[] rows, int stride, int records, float[] to, int first, int width) {
    for (int i = 0; i < records; i++) {
      System.arraycopy(rows, i * stride, to, (first + i) * width, width);
    }
  }

  private void reserve(int records) {
    int needed = Math.multiplyExact(widest, records);
    if (current.length < needed) {
      current = new float[needed];
      next = new float[needed];
    }
  }
}
