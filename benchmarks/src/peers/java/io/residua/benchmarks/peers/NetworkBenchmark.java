package io.residua.benchmarks.peers;

import ai.onnxruntime.OrtException;
import io.residua.detector.network.Activation;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.Kernels;
import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Forward passes of one network on one thread: ours on vectors and in plain Java, ONNX Runtime, and
 * DL4J's {@code output()}, all with the same weights.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class NetworkBenchmark {
  private static final double TOLERANCE = 1e-4;
  private static final long SEED = 1;

  @Param({"30-16-8-16-30", "784-512-128-32-128-512-784"})
  public String network;

  @Param({"1", "16", "64", "256", "1024"})
  public int batch;

  private Network made;
  private NetworkRunner runner;
  private float[] input;
  private float[] latent;
  private float[] output;

  /** Records, so that batches of different sizes compare. */
  @AuxCounters
  @State(Scope.Thread)
  public static class Counted {
    public long records;
  }

  public static void main(String[] arguments) throws Exception {
    NetworkTable.print(NetworkBenchmark.class, arguments);
  }

  /** ONNX Runtime's network; native libraries of two peers do not get on in one process. */
  @State(Scope.Thread)
  public static class Onnx {
    private OnnxNetwork network;

    @Setup
    public void prepare(NetworkBenchmark ours) throws OrtException {
      network = new OnnxNetwork(ours.made, ours.batch);
      network.setInput(ours.input);
      network.run();
      ours.requireSame("ONNX Runtime", network.output());
    }

    @TearDown
    public void close() throws OrtException {
      network.close();
    }
  }

  /** DL4J's network. */
  @State(Scope.Thread)
  public static class Library {
    private MultiLayerNetwork network;
    private INDArray input;

    @Setup
    public void prepare(NetworkBenchmark ours) {
      network = TrainingLibraryNetwork.of(ours.made);
      input = Nd4j.create(ours.input, new long[] {ours.batch, ours.made.width()}, 'c');
      ours.requireSame("DL4J", network.output(input).dup('c').data().asFloat());
    }
  }

  @Setup
  public void prepare() {
    Random random = new Random(SEED);
    made = network(random);
    runner = new NetworkRunner(made);
    input = gaussian(random, batch * made.width(), 1);
    latent = new float[batch * made.latentWidth()];
    output = new float[input.length];
    runner.run(input, batch, latent, output);
    System.out.println("# ours is computed by " + Kernels.description());
  }

  @Benchmark
  @Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
  public float[] vector(Counted counted) {
    return scalar(counted);
  }

  /** With arguments of its own: it would else inherit the vectors of this program. */
  @Benchmark
  @Fork(value = 1, jvmArgs = "-Xshare:auto")
  public float[] scalar(Counted counted) {
    runner.run(input, batch, latent, output);
    counted.records += batch;
    return output;
  }

  @Benchmark
  public void onnxRuntime(Onnx onnx, Counted counted) throws OrtException {
    onnx.network.run();
    counted.records += batch;
  }

  @Benchmark
  public INDArray dl4j(Library library, Counted counted) {
    counted.records += batch;
    return library.network.output(library.input);
  }

  private Network network(Random random) {
    String[] widths = network.split("-");
    List<Layer> layers = new ArrayList<>();
    for (int i = 1; i < widths.length; i++) {
      int inputs = Integer.parseInt(widths[i - 1]);
      int outputs = Integer.parseInt(widths[i]);
      double scale = 1 / Math.sqrt(inputs);
      layers.add(
          new DenseLayer(
              inputs,
              outputs,
              gaussian(random, inputs * outputs, scale),
              gaussian(random, outputs, scale),
              i == widths.length - 1 ? Activation.IDENTITY : Activation.TANH));
    }
    return new Network(layers, layers.size() / 2);
  }

  private void requireSame(String peer, float[] found) {
    for (int i = 0; i < found.length; i++) {
      if (!(Math.abs(found[i] - output[i]) < TOLERANCE)) {
        throw new IllegalStateException(
            "output %d: %s gives %s, ours %s".formatted(i, peer, found[i], output[i]));
      }
    }
  }

  private static float[] gaussian(Random random, int count, double scale) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (random.nextGaussian() * scale);
    }
    return values;
  }
}
