package io.residua.detector.network;

import java.util.function.Function;

/**
 * Runs a {@link Network}, one record or many, without allocating. Holds the workspace between
 * layers: one instance per thread.
 */
public final class NetworkRunner {
  private final Network network;
  private final LayersRunner encoder;
  private final LayersRunner decoder;

  public NetworkRunner(Network network) {
    this(network, DenseLayer::packed);
  }

  /** Runs it by a certain kernel. */
  NetworkRunner(Network network, DenseKernel kernel) {
    this(network, kernel::pack);
  }

  private NetworkRunner(Network network, Function<DenseLayer, PackedLayer> packing) {
    this.network = network;
    this.encoder = new LayersRunner(network.encoder(), packing);
    this.decoder = new LayersRunner(network.decoder(), packing);
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
    for (int first = 0; first < records; first += LayersRunner.BLOCK) {
      int some = Math.min(LayersRunner.BLOCK, records - first);
      encoder.block(input, first, some, latent);
      decoder.block(latent, first, some, output);
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
    decoder.run(latent, records, output);
  }
}
