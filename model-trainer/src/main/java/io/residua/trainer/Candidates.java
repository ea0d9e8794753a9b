package io.residua.trainer;

import io.residua.detector.definition.Family;
import io.residua.detector.definition.FamilySettings;
import io.residua.detector.definition.ModelSpec;
import io.residua.detector.definition.ModelSpec.Corruption;
import io.residua.detector.definition.ModelSpec.CorruptionSpec;
import io.residua.detector.definition.ModelSpec.HiddenActivation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Networks that family {@code auto} tries beside its recipe, in this order: first families of the
 * size that they have by default, from those that are kept from copying in another way than the
 * recipe, by a narrow latent vector or a corruption of another kind, to those that are closer to a
 * plain autoencoder or simpler; then the same with hidden layers as wide as the recipe's; then with
 * a latent vector of half the width. Sizes shrink with the recipe's.
 */
final class Candidates {
  /** As in a definition that does not say. */
  private static final CorruptionSpec MASKING = new CorruptionSpec(Corruption.MASKING, 0.15);

  private static final List<Family> SIZED =
      List.of(
          Family.UNDERCOMPLETE,
          Family.DENOISING,
          Family.MEMORY,
          Family.WASSERSTEIN,
          Family.VARIATIONAL);

  private Candidates() {}

  /**
   * @param spec whose training they share
   * @param hidden width of the recipe's hidden layers
   * @param width how many features
   */
  static List<Candidate> of(ModelSpec spec, int hidden, int width) {
    int latent = (width + 1) / 2;
    List<Candidate> all = new ArrayList<>();
    for (Family family : SIZED) {
      all.add(sized(spec, family, hidden / 2, latent));
      if (family == Family.DENOISING) {
        all.add(unsized(spec, Family.AUTOREGRESSIVE));
      }
    }
    all.add(unsized(spec, Family.CONTRACTIVE));
    all.add(unsized(spec, Family.LINEAR));
    SIZED.forEach(family -> all.add(sized(spec, family, hidden, latent)));
    if (latent > 1) {
      SIZED.forEach(family -> all.add(sized(spec, family, hidden / 2, (latent + 1) / 2)));
    }
    return all;
  }

  private static Candidate sized(ModelSpec spec, Family family, int hidden, int latent) {
    return new Candidate(
        "%s %d-%d".formatted(family.id(), hidden, latent),
        spec(spec, family, List.of(hidden), Optional.of(latent)));
  }

  private static Candidate unsized(ModelSpec spec, Family family) {
    return new Candidate(family.id(), spec(spec, family, List.of(), Optional.empty()));
  }

  private static ModelSpec spec(
      ModelSpec definition, Family family, List<Integer> hidden, Optional<Integer> latent) {
    return new ModelSpec(
            family,
            hidden,
            latent,
            Optional.<HiddenActivation>empty(),
            MASKING,
            Optional.empty(),
            definition.training())
        .withSettings(FamilySettings.defaults(family));
  }

  /**
   * A network to train.
   *
   * @param name family and widths, for people
   */
  record Candidate(String name, ModelSpec spec) {}
}
