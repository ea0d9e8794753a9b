package io.residua.benchmarks.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.trainer.matrix.FeatureMatrix;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentPartsTest {
  @TempDir Path folder;

  @Test
  void everyRowTestsOnce() {
    Folds folds = Folds.of(23, 5, 1);

    int[] tested =
        IntStream.range(0, 5).flatMap(fold -> IntStream.of(folds.test(fold))).sorted().toArray();

    assertThat(tested).isEqualTo(IntStream.range(0, 23).toArray());
    assertThat(folds.training(2)).hasSize(23 - folds.test(2).length);
  }

  @Test
  void imagesHavePixelsFromZeroToOneAndTheirDigits() throws IOException {
    write(2, new int[] {0, 255, 51, 102, 255, 0, 0, 0}, 7, 3);

    FeatureMatrix images = DigitImages.read(folder, "train", 10);

    assertThat(images.width()).isEqualTo(4);
    assertThat(images.values())
        .containsExactly(new float[] {0, 1, 0.2f, 0.4f, 1, 0, 0, 0}, within(1e-6f));
    assertThat(images.classOf(0)).isEqualTo(7);
    assertThat(images.classOf(1)).isEqualTo(3);
  }

  @Test
  void aFileThatIsCutShortIsRefused() throws IOException {
    write(2, new int[] {0, 255, 51}, 7, 3);

    assertThatThrownBy(() -> DigitImages.read(folder, "train", 10))
        .isInstanceOf(IOException.class)
        .hasMessage("train-images-idx3-ubyte.gz: expected 8 as bytes of pixels, found 3");
  }

  @Test
  void aConstantFeatureIsStandardisedToZero() {
    FeatureMatrix rows =
        new FeatureMatrix(2, new float[] {1, 5, 3, 5}, new boolean[] {true, true, true, true});

    assertThat(Standardised.of(rows).apply(rows).values()).containsExactly(-1, 0, 1, 0);
  }

  @Test
  void theEnergyDistanceOfEqualPointsIsZeroAndGrowsWithTheirDistance() {
    float[] here = {0, 0, 1, 1};
    float[] near = {1, 0, 2, 1};
    float[] far = {9, 0, 10, 1};

    assertThat(PriorMatching.energyDistance(here, here)).isZero();
    assertThat(PriorMatching.energyDistance(here, near))
        .isBetween(0.01, PriorMatching.energyDistance(here, far));
  }

  private void write(int images, int[] pixels, int... digits) throws IOException {
    try (DataOutputStream out = gzip("train-images-idx3-ubyte.gz")) {
      out.writeInt(0x803);
      out.writeInt(images);
      out.writeInt(2);
      out.writeInt(2);
      for (int pixel : pixels) {
        out.writeByte(pixel);
      }
    }
    try (DataOutputStream out = gzip("train-labels-idx1-ubyte.gz")) {
      out.writeInt(0x801);
      out.writeInt(digits.length);
      for (int digit : digits) {
        out.writeByte(digit);
      }
    }
  }

  private DataOutputStream gzip(String name) throws IOException {
    return new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(folder.resolve(name))));
  }
}
