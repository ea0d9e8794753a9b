package io.residua.detector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.event.Event;
import io.residua.detector.fixture.Fixtures;
import io.residua.detector.fixture.PerFixtures;
import io.residua.detector.network.Activation;
import io.residua.detector.network.ConvolutionLayer;
import io.residua.detector.network.DenseLayer;
import io.residua.detector.network.LstmLayer;
import io.residua.detector.network.MemoryLayer;
import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.detector.network.SelectionLayer;
import io.residua.detector.score.CombinedScore;
import io.residua.detector.score.CombinedScore.Part;
import io.residua.detector.score.ExponentialTail;
import io.residua.detector.score.GaussianMixture;
import io.residua.detector.score.LatentDensity;
import io.residua.detector.score.MeanSquaredResidual;
import io.residua.detector.score.MultiScaleResidual;
import io.residua.detector.score.PrototypeDistance;
import io.residua.detector.score.ReconstructionProbability;
import io.residua.detector.score.ResidualScore;
import io.residua.detector.score.StandardisedResidual;
import io.residua.detector.score.SupervisedScore;
import io.residua.detector.score.WhitenedPrototypeDistance;
import io.residua.detector.score.WhitenedResidual;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationTest {
  private static final int RECORDS = 20_000;
  private static final ModelBundle MODEL = Fixtures.smallModel();
  private static final float[] INPUT = {1, 1, 0, 0};
  private static final boolean[] OBSERVED = {true, true, true, true};

  private static final float[] ONES = {1, 1, 1, 1};
  private static final float[] TWO = {1, 1};
  private static final float[] EIGHT = {1, 1, 1, 1, 1, 1, 1, 1};
  private static final float[] FACTORS = {1, 0, 1, 1, 1, 0, 1, 1};

  private double sum;

  @Test
  void aForwardPassAllocatesNothing() {
    NetworkRunner runner = new NetworkRunner(MODEL.global().network());
    float[] latent = new float[2];
    float[] output = new float[4];

    assertThat(bytesARecord(() -> runner.run(INPUT, 1, latent, output))).isLessThan(1);
  }

  @Test
  void noLayerAllocatesForARecord() {
    Network network =
        new Network(
            List.of(
                new SelectionLayer(4, 3, 2, 1, 0),
                new ConvolutionLayer(
                    new ConvolutionLayer.Shape(3, 1, 2, 1, 2, 1), ONES, TWO, Activation.RELU),
                new LstmLayer(new LstmLayer.Shape(3, 2, 1, 1), new float[12], new float[4]),
                new MemoryLayer(2, ONES, new MemoryLayer.Addressing(1, 0, 1e-12)),
                new DenseLayer(2, 4, new float[8], new float[4], Activation.TANH)),
            3);
    NetworkRunner runner = new NetworkRunner(network);
    float[] latent = new float[2];
    float[] output = new float[4];

    assertThat(bytesARecord(() -> runner.run(INPUT, 1, latent, output))).isLessThan(1);
  }

  @Test
  void aScoreOfAnyKindAndItsPValueAllocateNothing() {
    Network network = MODEL.global().network();
    List<ResidualScore> scores =
        List.of(
            new MeanSquaredResidual(4),
            new StandardisedResidual(new float[] {1, 2, 3, 4}),
            new WhitenedResidual(4, new float[16]),
            new LatentDensity(2, new GaussianMixture(2, TWO, ONES, FACTORS), ONES),
            new MultiScaleResidual(network, TWO, new float[12], EIGHT),
            new ReconstructionProbability(network, network.encoder(), ONES, new float[6]),
            new SupervisedScore(
                new StandardisedResidual(ONES),
                List.of(new DenseLayer(2, 1, new float[2], new float[1], Activation.IDENTITY)),
                new ExponentialTail(0, 1),
                new ExponentialTail(0, 1)),
            new CombinedScore(
                List.of(
                    new Part(new PrototypeDistance(ONES, new float[400]), 1),
                    new Part(new WhitenedPrototypeDistance(4, new float[16], new float[400]), 1))));
    float[] reconstruction = new float[4];
    float[] latent = new float[2];
    for (ResidualScore shared : scores) {
      ResidualScore score = shared.forOneThread();
      Runnable scoring =
          () ->
              sum +=
                  MODEL
                      .global()
                      .calibration()
                      .pValue(score.score(INPUT, latent, reconstruction, OBSERVED));

      assertThat(bytesARecord(scoring)).as("%s", score.kind()).isLessThan(1);
    }
  }

  @Test
  void scoringARecordAllocatesNothing() {
    Scorer scorer = new Detector(MODEL).newScorer();
    Event event = Fixtures.event(50, "food");

    assertThat(bytesARecord(() -> scorer.score(event))).isLessThan(1);
  }

  @Test
  void choosingTheNetworkOfAValueAllocatesNothing() {
    Scorer scorer = new Detector(PerFixtures.model()).newScorer();
    Event own = PerFixtures.event(50, "AT");
    Event none = PerFixtures.event(50, null);

    assertThat(bytesARecord(() -> scorer.score(own))).isLessThan(1);
    assertThat(bytesARecord(() -> scorer.score(none))).isLessThan(1);
  }

  /** The lowest of some rounds: others hold what the compiler and the class loader allocate. */
  private static double bytesARecord(Runnable record) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double lowest = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < RECORDS; i++) {
        record.run();
      }
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      lowest = Math.min(lowest, allocated / (double) RECORDS);
    }
    return lowest;
  }
}
