package io.residua.trainer;

import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import io.residua.detector.score.LatentDensityFitter;
import io.residua.detector.score.MultiScaleFitter;
import io.residua.detector.score.PrototypeFitter;
import io.residua.detector.score.ReconstructionProbabilityFitter;
import io.residua.detector.score.ResidualKind;
import io.residua.detector.score.ResidualScore;
import io.residua.detector.score.ResidualScoreFitter;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.FittedAutoencoder;
import java.util.List;

/** How one score is fitted to rows. */
sealed interface ScoreFit {
  /**
   * The score of these rows; those of a network's residual want rows that are new to it.
   *
   * @param network the model's, which the rows have passed where the score looks at that
   */
  ResidualScore fit(Network network, Reconstructions rows);

  /** The same, once the network is trained. */
  default ScoreFit after(FittedAutoencoder trained) {
    return this;
  }

  /** A score of the network's residual alone. */
  record OfResidual(ResidualKind kind) implements ScoreFit {
    @Override
    public ResidualScore fit(Network network, Reconstructions rows) {
      return ResidualScoreFitter.fit(
          kind, rows.width(), rows.inputs().values(), rows.outputs(), rows.inputs().observed());
    }
  }

  /** A score that is known. */
  record Known(ResidualScore score) implements ScoreFit {
    @Override
    public ResidualScore fit(Network network, Reconstructions rows) {
      return score;
    }
  }

  /**
   * Prototypes of the rows, whatever a network makes of them.
   *
   * @param whitened whether they are whitened
   * @param count how many at most
   * @param scale one above 0 a feature
   */
  record OfPrototypes(boolean whitened, int count, float[] scale, long seed) implements ScoreFit {
    @Override
    public ResidualScore fit(Network network, Reconstructions rows) {
      FeatureMatrix inputs = rows.inputs();
      int width = inputs.width();
      return whitened
          ? PrototypeFitter.whitened(width, inputs.values(), inputs.observed(), scale, count, seed)
          : PrototypeFitter.plain(width, inputs.values(), inputs.observed(), scale, count, seed);
    }
  }

  /**
   * A density of the latent vectors, and of how well the rows were rebuilt.
   *
   * @param components of the mixture, at most
   */
  record OfLatentDensity(int components, long seed) implements ScoreFit {
    @Override
    public ResidualScore fit(Network network, Reconstructions rows) {
      FeatureMatrix inputs = rows.inputs();
      return LatentDensityFitter.fit(
          inputs.width(),
          inputs.values(),
          rows.latents(),
          rows.outputs(),
          inputs.observed(),
          true,
          components,
          seed);
    }
  }

  /**
   * What the network leaves over of the rows with noise.
   *
   * @param unit one above 0 a feature, in which the noise is measured
   * @param vectors of noise, each at every level
   */
  record OfMultiScale(float[] unit, int vectors, long seed) implements ScoreFit {
    @Override
    public ResidualScore fit(Network network, Reconstructions rows) {
      FeatureMatrix inputs = rows.inputs();
      return MultiScaleFitter.fit(network, inputs.values(), inputs.observed(), unit, vectors, seed);
    }
  }

  /**
   * What the decoder leaves over of the rows, from samples of their posterior.
   *
   * @param logVariance of the posterior; no layers before the network is trained
   * @param samples for each row
   */
  record OfReconstructionProbability(List<Layer> logVariance, int samples, long seed)
      implements ScoreFit {
    @Override
    public ScoreFit after(FittedAutoencoder trained) {
      return new OfReconstructionProbability(trained.logVariance().orElseThrow(), samples, seed);
    }

    @Override
    public ResidualScore fit(Network network, Reconstructions rows) {
      FeatureMatrix inputs = rows.inputs();
      return ReconstructionProbabilityFitter.fit(
          network, logVariance, inputs.values(), rows.latents(), inputs.observed(), samples, seed);
    }
  }
}
