package io.residua.detector.network;

/**
 * Runs a {@link Network}, one record or many, without allocating. Holds the workspace between
 * layers: one instance per thread.
 */
public final class NetworkRunner {
  private static final DenseKernel KERNEL = new ScalarKernel();

  private final Network network;
  private final DenseLayer[] layers;
  private final int widest;
  private float[] current = new float[0];
  private float[] next = new float[0];

  public NetworkRunner(Network network) {
    this.network = network;
    this.layers = network.layers().toArray(new DenseLayer[0]);
    this.widest = network.layers().stream().mapToInt(DenseLayer::outputs).max().orElseThrow();
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
    reserve(records);
    float[] from = input;
    for (int i = 0; i < layers.length; i++) {
      boolean last = i == layers.length - 1;
      float[] to = last ? output : i == network.encoderLayers() - 1 ? latent : spare(from);
      KERNEL.run(layers[i], from, records, to);
      from = to;
    }
  }

  private float[] spare(float[] inUse) {
    return inUse == current ? next : current;
  }

  private void reserve(int records) {
    int needed = Math.multiplyExact(widest, records);
    if (current.length < needed) {
      current = new float[needed];
      next = new float[needed];
    }
  }
}
