package io.residua.detector.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The network and its training. An empty list or optional means that the trainer chooses by the
 * number of features.
 *
 * @param family how the autoencoder is kept from copying
 * @param encoder what the encoder begins with
 * @param hidden widths of the encoder's hidden layers; those of dense ones are mirrored in the
 *     decoder
 * @param latent width of the latent vector
 * @param activation of the hidden layers
 * @param latentActivation of the latent vector
 * @param settings of this family alone
 * @param corruption what the denoising family does to its input; ignored by the others
 * @param score how a residual becomes a score
 * @param maxCost of family auto: most multiply-adds of one record's score, at least 1
 * @param trials of family auto: what it may spend on further candidates
 * @param training the optimiser's settings
 * @param classField path of the field of the training data that names each record's class; it is no
 *     feature, and events need not have it
 * @param per path of the field whose values have networks of their own, beside the one of all
 */
public record ModelSpec(
    Family family,
    EncoderKind encoder,
    List<Integer> hidden,
    Optional<Integer> latent,
    Optional<HiddenActivation> activation,
    Optional<LatentActivation> latentActivation,
    FamilySettings settings,
    CorruptionSpec corruption,
    Optional<ScoreKind> score,
    Optional<Integer> maxCost,
    TrialSpec trials,
    TrainingSpec training,
    Optional<String> classField,
    Optional<String> per) {
  public ModelSpec {
    Objects.requireNonNull(family, "family");
    Objects.requireNonNull(encoder, "encoder");
    hidden = List.copyOf(hidden);
    Objects.requireNonNull(latent, "latent");
    Objects.requireNonNull(activation, "activation");
    Objects.requireNonNull(latentActivation, "latentActivation");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(corruption, "corruption");
    Objects.requireNonNull(score, "score");
    Objects.requireNonNull(maxCost, "maxCost");
    Objects.requireNonNull(trials, "trials");
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(classField, "classField");
    Objects.requireNonNull(per, "per");
  }

  /**
   * One network for all events, a dense encoder, no bound of its cost, the latent activation that
   * goes with it, and the family's own settings at their defaults.
   */
  public ModelSpec(
      Family family,
      List<Integer> hidden,
      Optional<Integer> latent,
      Optional<HiddenActivation> activation,
      CorruptionSpec corruption,
      Optional<ScoreKind> score,
      TrainingSpec training) {
    this(
        family,
        EncoderKind.DENSE,
        hidden,
        latent,
        activation,
        Optional.empty(),
        FamilySettings.defaults(family),
        corruption,
        score,
        Optional.empty(),
        TrialSpec.NONE,
        training,
        Optional.empty(),
        Optional.empty());
  }

  /** The same with a latent vector of a given width. */
  public ModelSpec withLatent(int width) {
    return new ModelSpec(
        family,
        encoder,
        hidden,
        Optional.of(width),
        activation,
        latentActivation,
        settings,
        corruption,
        score,
        maxCost,
        trials,
        training,
        classField,
        per);
  }

  /** The same with other settings of the family. */
  public ModelSpec withSettings(FamilySettings others) {
    return new ModelSpec(
        family,
        encoder,
        hidden,
        latent,
        activation,
        latentActivation,
        others,
        corruption,
        score,
        maxCost,
        trials,
        training,
        classField,
        per);
  }

  /**
   * Whether training ends when the held-out rows' loss falls no more. Not with swap noise, where
   * that loss tells how well a network copies, not with families that do not mean to copy, and not
   * with a supervised head: these rows are normal ones, and do not tell how far it has learned.
   */
  public boolean stopsEarly() {
    boolean swaps = family == Family.DENOISING && corruption.kind() == Corruption.SWAP;
    return family.stopsEarly() && !swaps && !settings.supervised();
  }

  /** How a residual becomes a score. */
  public enum ScoreKind {
    /** The mean of the squared residuals, each feature in its own units. */
    MEAN_SQUARED,
    /** Each residual over its usual size. */
    STANDARDISED,
    /** Residuals over their usual size in every direction, correlations included. */
    WHITENED,
    /** The squared distance to the nearest of the rows' centroids. */
    PROTOTYPES,
    /** The same, over its usual size in every direction. */
    WHITENED_PROTOTYPES,
    /** How unlikely the latent vector is, and how well it is rebuilt, by a mixture of normals. */
    LATENT_DENSITY,
    /** What the network leaves over of the record with noise of several levels. */
    MULTI_SCALE,
    /** How improbable the record is to a decoder that sees samples of the posterior. */
    RECONSTRUCTION_PROBABILITY,
    /** The score of the network's residual, and both of prototypes: their geometric mean. */
    COMBINED
  }

  /** What an encoder begins with. */
  public enum EncoderKind {
    /** Dense layers: the order of the features means nothing. */
    DENSE,
    /** An LSTM that reads the definition's sequence step by step. */
    LSTM,
    /** A convolution over the definition's sequence. */
    CONVOLUTION
  }

  /** Activations of hidden layers. */
  public enum HiddenActivation {
    TANH,
    RELU,
    SIGMOID
  }

  /** Activations of the latent vector. */
  public enum LatentActivation {
    /** That of the hidden layers. */
    HIDDEN,
    /** None: its numbers have no bound. */
    LINEAR
  }

  /** Corruptions of the denoising family. */
  public enum Corruption {
    /** Adds normal noise; the level is its standard deviation in feature units. */
    GAUSSIAN,
    /** Sets features to zero; the level is the share of features. */
    MASKING,
    /** Takes features from another row of the batch; the level is the share of features. */
    SWAP;

    /** Where its level must stay below. */
    int levelBelow() {
      return this == GAUSSIAN ? 10 : 1;
    }
  }

  /**
   * @param kind which corruption
   * @param level how much of it, above 0; below 1 where it is a share of features
   */
  public record CorruptionSpec(Corruption kind, double level) {
    public CorruptionSpec {
      Objects.requireNonNull(kind, "kind");
      if (!(level > 0) || level >= kind.levelBelow()) {
        throw new IllegalArgumentException("corruption level out of range: " + level);
      }
    }
  }

  /**
   * @param steps most optimiser steps, at least 1
   * @param batch rows a step, at least 1
   * @param learningRate Adam's, above 0
   * @param validation share of the training rows held out for early stopping and calibration
   * @param patience validations without improvement after which training stops
   */
  public record TrainingSpec(
      int steps, int batch, double learningRate, double validation, int patience) {
    public TrainingSpec {
      if (steps < 1 || batch < 1 || patience < 1) {
        throw new IllegalArgumentException("steps, batch and patience must be at least 1");
      }
      if (!(learningRate > 0 && learningRate <= 1)) {
        throw new IllegalArgumentException("learning rate must be in (0, 1], got " + learningRate);
      }
      if (!(validation > 0 && validation < 0.9)) {
        throw new IllegalArgumentException("validation must be in (0, 0.9), got " + validation);
      }
    }
  }
}
