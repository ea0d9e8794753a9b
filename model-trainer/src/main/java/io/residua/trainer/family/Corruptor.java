package io.residua.trainer.family;

import io.residua.detector.definition.ModelSpec.CorruptionSpec;
import java.util.SplittableRandom;

/**
 * What happens to a batch before the network sees it; the target stays the clean batch (Vincent et
 * al., "Extracting and Composing Robust Features with Denoising Autoencoders", 2008).
 */
@FunctionalInterface
public interface Corruptor {
  /** Leaves the batch as it is. */
  Corruptor NONE = (batch, width, into, random) -> System.arraycopy(batch, 0, into, 0, into.length);

  /**
   * Corrupts a batch.
   *
   * @param batch rows of {@code width} features, row-major; only read
   * @param into receives the corrupted batch, of the same length
   */
  void corrupt(float[] batch, int width, float[] into, SplittableRandom random);

  static Corruptor of(CorruptionSpec spec) {
    return switch (spec.kind()) {
      case GAUSSIAN -> gaussian(spec.level());
      case MASKING -> masking(spec.level());
      case SWAP -> swap(spec.level());
    };
  }

  private static Corruptor gaussian(double deviation) {
    return (batch, width, into, random) -> {
      for (int i = 0; i < into.length; i++) {
        into[i] = batch[i] + (float) (deviation * random.nextGaussian());
      }
    };
  }

  private static Corruptor masking(double share) {
    return (batch, width, into, random) -> {
      for (int i = 0; i < into.length; i++) {
        into[i] = random.nextDouble() < share ? 0 : batch[i];
      }
    };
  }

  /**
   * Takes features from another row of the batch, chosen anew for each: what a feature may be stays
   * as it was, what belongs together does not. So it suits numbers of any distribution, and
   * categories, as no noise of one size does (Jahrer, "Porto Seguro's Safe Driver Prediction", 1st
   * place, 2017).
   */
  static Corruptor swap(double share) {
    return (batch, width, into, random) -> {
      int others = batch.length / width - 1;
      for (int i = 0; i < into.length; i++) {
        boolean swapped = others > 0 && random.nextDouble() < share;
        int from = swapped ? i + width * (1 + random.nextInt(others)) : i;
        into[i] = batch[from < batch.length ? from : from - batch.length];
      }
    };
  }
}
