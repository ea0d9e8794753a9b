package io.residua.benchmarks.experiments;

import io.residua.detector.definition.Family;
import io.residua.detector.network.Network;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.AutoencoderFitter;
import io.residua.trainer.train.TrainingException;
import io.residua.trainer.train.TrainingListener;

/**
 * How much of an image a few numbers keep (Hinton and Salakhutdinov, "Reducing the Dimensionality
 * of Data with Neural Networks", 2006): the mean squared distance between test images and what is
 * made of their latent vectors, by a deep autoencoder and by as many principal components.
 *
 * @param training images that both are fitted to
 * @param validation images that end the training
 * @param test images that neither has seen
 */
record DimensionReduction(FeatureMatrix training, FeatureMatrix validation, FeatureMatrix test) {
  double squaredError(Family family, Networks networks, long seed) throws TrainingException {
    Network network =
        AutoencoderFitter.fit(
                networks.spec(Variant.of(family)),
                training,
                validation,
                seed,
                TrainingListener.SILENT)
            .network();
    return Encoded.squaredError(network, test);
  }
}
