package io.residua.trainer.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.network.Network;
import io.residua.detector.network.NetworkRunner;
import io.residua.trainer.gradient.Tape;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.Samples;
import io.residua.trainer.matrix.SequenceLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SequenceShapesTest {
  private static final int ROWS = 5;

  /** Odd and even steps, one step, features in any order, with or without others. */
  @Property(tries = 60)
  void theExportedNetworkGivesWhatTrainingSees(
      @ForAll boolean lstm,
      @ForAll @IntRange(min = 1, max = 7) int steps,
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll @IntRange(max = 2) int passing,
      @ForAll long seed) {
    FeatureMatrix rows = rows(steps, channels, passing, seed);
    String encoder = lstm ? "lstm" : "convolution";
    AutoencoderPlan plan =
        AutoencoderPlan.of(
            Sequences.spec("encoder: %s, hidden: [3, 4], latent: 2".formatted(encoder)), rows);
    Composition autoencoder = Families.plain(plan, rows.width(), new SplittableRandom(seed));

    Network exported = autoencoder.network();

    float[] output = new float[rows.values().length];
    new NetworkRunner(exported).run(rows.values(), ROWS, new float[ROWS * 2], output);
    Tape tape = new Tape();
    assertThat(output)
        .containsExactly(
            autoencoder.reconstruction(tape, tape.constant(rows.width(), rows.values())).values(),
            within(1e-5f));
  }

  private static FeatureMatrix rows(int steps, int channels, int passing, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int width = steps * channels + passing;
    float[] values = new float[ROWS * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    List<Integer> columns = new ArrayList<>(IntStream.range(0, width).boxed().toList());
    Collections.shuffle(columns, new Random(seed));
    return Samples.complete(width, values)
        .withSequence(new SequenceLayout(steps, channels, columns));
  }
}
