package io.residua.benchmarks.peers;

import io.residua.detector.definition.Family;
import io.residua.trainer.train.TrainingException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Rows of training a second of a 30-64-16-64-30 network on one thread, Adam and the squared error:
 * our whole fitting, of which beginning and validation are a part, and DL4J's steps alone, whose
 * batches are made beforehand.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class TrainingBenchmark {
  @Param({"256", "1024"})
  public int batch;

  private TrainingRows rows;

  /** Rows, so that batches of different sizes compare. */
  @AuxCounters
  @State(Scope.Thread)
  public static class Counted {
    public long records;
  }

  public static void main(String[] arguments) throws Exception {
    TrainingTable.print(arguments);
  }

  @Setup
  public void prepare() {
    rows = new TrainingRows();
  }

  /** DL4J's network and batches. */
  @State(Scope.Thread)
  public static class Library {
    private MultiLayerNetwork network;
    private INDArray[] batches;
    private int next;

    @Setup
    public void prepare(TrainingBenchmark of) {
      network = network();
      float[] values = of.rows.values();
      int size = of.batch * TrainingRows.FIELDS;
      batches = new INDArray[values.length / size];
      for (int i = 0; i < batches.length; i++) {
        float[] part = Arrays.copyOfRange(values, i * size, (i + 1) * size);
        batches[i] = Nd4j.create(part, new long[] {of.batch, TrainingRows.FIELDS}, 'c');
      }
    }
  }

  @Benchmark
  public double ours(Counted counted) throws TrainingException {
    double loss = rows.fit(Family.UNDERCOMPLETE, batch);
    counted.records += (long) TrainingRows.STEPS * batch;
    return loss;
  }

  @Benchmark
  public double dl4j(Library library, Counted counted) {
    INDArray rows = library.batches[library.next];
    library.next = (library.next + 1) % library.batches.length;
    library.network.fit(rows, rows);
    counted.records += batch;
    return library.network.score();
  }

  private static MultiLayerNetwork network() {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(TrainingRows.SEED)
            .updater(new Adam(TrainingRows.LEARNING_RATE))
            .weightInit(WeightInit.XAVIER)
            .list();
    int[] widths = TrainingRows.WIDTHS;
    for (int i = 1; i < widths.length - 1; i++) {
      layers.layer(
          new DenseLayer.Builder()
              .nIn(widths[i - 1])
              .nOut(widths[i])
              .activation(Activation.TANH)
              .build());
    }
    layers.layer(
        new OutputLayer.Builder(new LossMSE())
            .nIn(widths[widths.length - 2])
            .nOut(widths[widths.length - 1])
            .activation(Activation.IDENTITY)
            .build());
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }
}
