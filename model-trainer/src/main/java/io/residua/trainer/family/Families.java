package io.residua.trainer.family;

import io.residua.detector.network.Activation;
import io.residua.trainer.matrix.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Puts a plan's autoencoder together. */
public final class Families {
  private Families() {}

  /** One that no labelled anomalies are trained with. */
  public static TrainableAutoencoder of(
      AutoencoderPlan plan, FeatureMatrix training, SplittableRandom random) {
    return of(plan, training, Optional.empty(), random);
  }

  /**
   * @param training rows that it will be fitted to, whose statistics may be where weights begin
   * @param anomalies labelled ones for the supervised head, where the plan has one
   * @param random of the first weights
   */
  public static TrainableAutoencoder of(
      AutoencoderPlan plan,
      FeatureMatrix training,
      Optional<FeatureMatrix> anomalies,
      SplittableRandom random) {
    int width = training.width();
    UnaryOperator<Composition> head =
        plain ->
            plan.own().supervised()
                ? SupervisedHead.added(plain, plan, anomalies.orElseThrow(), random)
                : plain;
    return switch (plan.family()) {
      case LINEAR -> head.apply(LinearStart.at(plain(plan, width, random), training));
      case UNDERCOMPLETE, DENOISING, SAME_CLASS, ANY_CLASS ->
          PreTraining.before(head.apply(plain(plan, width, random)), plan);
      case SPARSE_L1 ->
          PreTraining.before(
              head.apply(ActivationPrice.added(plain(plan, width, random), plan.own())), plan);
      case FEATURE_CONSISTENT ->
          FeatureDistance.added(head.apply(plain(plan, width, random)), plan, width, random);
      case CONTRACTIVE ->
          PreTraining.before(
              head.apply(JacobianNorm.added(Tied.plain(plan, width, random), plan.own())), plan);
      case SPARSE_KL ->
          PreTraining.before(
              head.apply(RareActivation.added(plain(plan, width, random), plan.own())), plan);
      case MEMORY -> head.apply(memory(plan, training, random));
      case WASSERSTEIN -> Wasserstein.of(plan, width, random);
      case VARIATIONAL -> Variational.of(plan, training, random);
      case IMPORTANCE_WEIGHTED -> Variational.importanceWeighted(plan, training, random);
      case MIXTURE -> Mixture.of(plan, training, random);
      case AUTOREGRESSIVE -> Autoregressive.of(plan, training, random);
      case ADVERSARIAL -> Adversarial.of(plan, training, random);
      case BIDIRECTIONAL -> Bidirectional.of(plan, width, random);
      case AUTO -> throw new IllegalArgumentException("expected one network's family, got auto");
    };
  }

  /** Deterministic code, squared error, nothing added. */
  static Composition plain(AutoencoderPlan plan, int width, SplittableRandom random) {
    return new Composition(
        encoder(plan, width, random),
        new DeterministicCode(
            new TrainableDense(
                plan.featureWidth(width), plan.latent(), plan.latentActivation(), random)),
        decoder(plan, width, random),
        List.of(new SquaredError()),
        List.of());
  }

  /** A memory that begins with what the encoder, as it was drawn, makes of some records. */
  private static Composition memory(
      AutoencoderPlan plan, FeatureMatrix training, SplittableRandom random) {
    MemorySettings settings = MemorySettings.of(plan.own());
    Composition plain = plain(plan, training.width(), random);
    TrainableDense layer = ((DeterministicCode) plain.code()).layer();
    Memory memory =
        new Memory(
            MemoryStart.items(plain, training, settings.items(), random), settings.addressing());
    return new Composition(
            plain.encoder(),
            new MemoryCode(layer, memory),
            plain.decoder(),
            plain.terms(),
            plain.rivals())
        .with(new AddressingEntropy(settings.entropyWeight()));
  }

  /** What leads to the features of which the latent vector is made. */
  static Encoder encoder(AutoencoderPlan plan, int width, SplittableRandom random) {
    if (plan.sequence().isPresent()) {
      return SequenceEncoder.of(plan.sequence().get(), plan, random);
    }
    return stack(width, plan, random);
  }

  /**
   * The dense hidden layers of a plan.
   *
   * @param width of what they read
   */
  static TrainableStack stack(int width, AutoencoderPlan plan, SplittableRandom random) {
    List<Integer> widths = new ArrayList<>();
    widths.add(width);
    widths.addAll(plan.hidden());
    return TrainableStack.of(widths, plan.hiddenActivation(), plan.hiddenActivation(), random);
  }

  /** From the latent vector through the hidden layers' mirror image to the output. */
  static TrainableStack decoder(AutoencoderPlan plan, int width, SplittableRandom random) {
    List<Integer> widths = new ArrayList<>();
    widths.add(plan.codeWidth());
    for (int i = plan.hidden().size() - 1; i >= 0; i--) {
      widths.add(plan.hidden().get(i));
    }
    widths.add(width);
    return TrainableStack.of(widths, plan.hiddenActivation(), Activation.IDENTITY, random);
  }
}
