package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Adversarial autoencoders (Makhzani et al., "Adversarial Autoencoders", 2016): the squared error,
 * and a discriminator that tells latent vectors from draws of the prior until it cannot any more.
 * The encoder learns from both at once and not by turns, as in the paper: one optimiser then weighs
 * the two, instead of stepping as far for a gradient that has faded. Where the data name classes,
 * each has a region of the prior (section 2.3).
 *
 * <p>With clusters, a second discriminator sees to the shares that a record has in them (section 5,
 * "unsupervised clustering"), and classes are the first clusters, which records of a known class
 * are taught (section 2.4, "semi-supervised"); there are no regions then.
 */
final class Adversarial {
  /**
   * Of fooling the clusters' discriminator, against 1 of the other one. A softmax that has settled
   * has next to no slope, so that clusters must come apart before reconstruction joins them.
   */
  private static final double CLUSTER_WEIGHT = 3;

  private Adversarial() {}

  static Composition of(AutoencoderPlan plan, FeatureMatrix training, SplittableRandom random) {
    return plan.clusters() > 0 ? clustering(plan, training, random) : whole(plan, training, random);
  }

  private static Composition whole(
      AutoencoderPlan plan, FeatureMatrix training, SplittableRandom random) {
    int width = training.width();
    LatentPrior prior =
        training.classified()
            ? new ClassRegions(training.classCount())
            : LatentPrior.STANDARD_NORMAL;
    int told = training.classified() ? training.classCount() + 1 : 0;
    Composition autoencoder = composition(plan, width, UnaryOperator.identity(), random);
    Discriminator judge = Discriminator.of(plan.latent() + told, random);
    return judged(autoencoder, new LatentAdversary(judge, prior, 1));
  }

  private static Composition clustering(
      AutoencoderPlan plan, FeatureMatrix training, SplittableRandom random) {
    int width = training.width();
    int clusters = plan.clusters();
    CategoricalPrior prior = CategoricalPrior.of(clusters, training);
    Composition autoencoder =
        composition(plan, width, code -> new ClusterCode(code, prior), random);
    Composition style =
        judged(
            autoencoder,
            new LatentAdversary(
                Discriminator.of(plan.latent(), random),
                LatentPrior.STANDARD_NORMAL,
                1,
                new LatentAdversary.Part(clusters, plan.codeWidth(), "latent vectors")));
    Composition whole =
        judged(
            style,
            new LatentAdversary(
                Discriminator.of(clusters, random),
                prior,
                CLUSTER_WEIGHT,
                new LatentAdversary.Part(0, clusters, "shares in clusters")));
    return training.classified() ? whole.with(new ClassEntropy(prior.classes())) : whole;
  }

  private static Composition judged(Composition autoencoder, LatentAdversary adversary) {
    return autoencoder.with(adversary).against(adversary.objective(autoencoder));
  }

  private static Composition composition(
      AutoencoderPlan plan, int width, UnaryOperator<LatentCode> as, SplittableRandom random) {
    return new Composition(
        Families.encoder(plan, width, random),
        as.apply(code(plan, plan.featureWidth(width), random)),
        Families.decoder(plan, width, random),
        List.of(new SquaredError()),
        List.of());
  }

  private static LatentCode code(AutoencoderPlan plan, int features, SplittableRandom random) {
    int width = plan.codeWidth();
    return switch (AdversarialSettings.of(plan.own()).posterior()) {
      case DETERMINISTIC ->
          new DeterministicCode(new TrainableDense(features, width, Activation.IDENTITY, random));
      case GAUSSIAN -> GaussianCode.of(features, width, 1, "posterior: deterministic", random);
      case NOISE -> NoiseFedCode.of(features, width, plan.hiddenActivation(), random);
    };
  }
}
