package io.residua.trainer.train;

import io.residua.detector.definition.ModelSpec.CorruptionSpec;
import java.util.SplittableRandom;

/**
 * What happens to a batch before the network sees it; the target stays the clean batch (Vincent et
 * al., "Extracting and Composing Robust Features with Denoising Autoencoders", 2008).
 */
@FunctionalInterface
interface Corruptor {
  /** Leaves the batch as it is. */
  Corruptor NONE = (batch, random) -> {};

  /** Changes features in place. */
  void corrupt(float[] batch, SplittableRandom random);

  static Corruptor of(CorruptionSpec spec) {
    return switch (spec.kind()) {
      case GAUSSIAN -> gaussian(spec.level());
      case MASKING -> masking(spec.level());
    };
  }

  private static Corruptor gaussian(double deviation) {
    return (batch, random) -> {
      for (int i = 0; i < batch.length; i++) {
        batch[i] += (float) (deviation * random.nextGaussian());
      }
    };
  }

  private static Corruptor masking(double share) {
    return (batch, random) -> {
      for (int i = 0; i < batch.length; i++) {
        if (random.nextDouble() < share) {
          batch[i] = 0;
        }
      }
    };
  }
}
