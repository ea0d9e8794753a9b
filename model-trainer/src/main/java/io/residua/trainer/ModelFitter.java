package io.residua.trainer;

import io.residua.detector.definition.Family;
import io.residua.detector.definition.ModelSpec;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.FittedAutoencoder;
import io.residua.trainer.train.TrainingException;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits network and score to a matrix of features: the ones that the definition names, or with
 * family {@code auto} those of {@link AutoRecipe}.
 */
final class ModelFitter {
  private final TrainingRequest request;
  private final ModelSpec spec;
  private final FeatureMatrix training;
  private final FeatureMatrix heldOut;
  private final LabelledSplit labelled;

  /**
   * @param request for its definition, seed and listener
   * @param spec the definition's, or one that differs in its latent width
   * @param training rows to fit to
   * @param heldOut rows that stop the training and give the score's statistics
   * @param labelled rows by which family {@code auto} may choose, and a supervised head learns
   */
  ModelFitter(
      TrainingRequest request,
      ModelSpec spec,
      FeatureMatrix training,
      FeatureMatrix heldOut,
      LabelledSplit labelled) {
    this.request = request;
    this.spec = spec;
    this.training = training;
    this.heldOut = heldOut;
    this.labelled = labelled;
  }

  /**
   * @throws TrainingException when the loss grows without bound, or the definition asks for what so
   *     many features do not allow
   */
  FittedPart fit() throws TrainingException {
    return spec.family() == Family.AUTO
        ? new AutoFitter(request, spec, training, heldOut, labelled.choosing()).fit()
        : named();
  }

  private FittedPart named() throws TrainingException {
    List<ScoreFit> score = ScoreChoice.of(request.definition(), training, request.seed());
    return scored(
        AutoencoderFitter.fit(
            spec,
            training,
            heldOut,
            labelled.head().map(HeadRows::features),
            request.seed(),
            request.listener()),
        score,
        training,
        heldOut);
  }

  /**
   * Fits scores to what a network makes of the held-out rows.
   *
   * @param fits of several, one score is made
   */
  static FittedPart scored(
      FittedAutoencoder autoencoder,
      List<ScoreFit> fits,
      FeatureMatrix training,
      FeatureMatrix heldOut) {
    Reconstructions reconstructions = Reconstructions.of(autoencoder.network(), heldOut);
    List<HeldOutScores> scores = new ArrayList<>();
    for (ScoreFit fit : fits) {
      scores.add(
          HeldOutScores.of(
              fit.after(autoencoder), autoencoder.network(), training, reconstructions));
    }
    HeldOutScores left = scores.size() == 1 ? scores.get(0) : HeldOutScores.combined(scores);
    return new FittedPart(
        autoencoder,
        autoencoder.head().map(head -> left.beside(head, reconstructions)).orElse(left),
        reconstructions,
        Comparison.NONE);
  }
}
