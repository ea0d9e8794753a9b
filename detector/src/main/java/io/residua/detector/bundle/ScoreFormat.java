package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.network.Network;
import io.residua.detector.score.CombinedScore;
import io.residua.detector.score.LatentDensity;
import io.residua.detector.score.MeanSquaredResidual;
import io.residua.detector.score.MultiScaleResidual;
import io.residua.detector.score.PrototypeDistance;
import io.residua.detector.score.ReconstructionProbability;
import io.residua.detector.score.ResidualKind;
import io.residua.detector.score.ResidualScore;
import io.residua.detector.score.StandardisedResidual;
import io.residua.detector.score.SupervisedScore;
import io.residua.detector.score.WhitenedPrototypeDistance;
import io.residua.detector.score.WhitenedResidual;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A score's saved form: its kind as the member {@code score} of {@code network.json}, its numbers
 * as tensors. A combined score has a list of parts, each of another kind, so that a tensor's name
 * says whose it is; a supervised one is as {@link SupervisedFormat} says.
 */
final class ScoreFormat {
  private static final String SCALE = "score.scale";
  private static final String WHITENING = "score.whitening";
  private static final String PROTOTYPES = "score.prototypes";
  private static final String PROTOTYPE_SCALE = "score.prototypes.scale";
  private static final String WHITENED_PROTOTYPES = "score.whitened-prototypes";
  private static final String PROTOTYPE_WHITENING = "score.whitened-prototypes.whitening";
  private static final String COUNT = "prototypes";

  private ScoreFormat() {}

  static void write(ResidualScore score, ObjectNode into, Map<String, Tensor> tensors) {
    write("score", score, into, tensors);
  }

  /**
   * Writes a score as a member.
   *
   * @param key of it
   */
  static void write(String key, ResidualScore score, ObjectNode into, Map<String, Tensor> tensors) {
    one(score, into.putObject(key), tensors);
  }

  private static void one(ResidualScore score, ObjectNode into, Map<String, Tensor> tensors) {
    int width = score.width();
    into.put("kind", score.kind().id());
    if (score instanceof StandardisedResidual standardised) {
      tensors.put(SCALE, Tensor.vector(standardised.scale()));
    } else if (score instanceof WhitenedResidual whitened) {
      tensors.put(WHITENING, Tensor.matrix(width, width, whitened.whitening()));
    } else if (score instanceof PrototypeDistance distance) {
      into.put(COUNT, distance.count());
      tensors.put(PROTOTYPE_SCALE, Tensor.vector(distance.scale()));
      tensors.put(PROTOTYPES, Tensor.matrix(distance.count(), width, distance.prototypes()));
    } else if (score instanceof WhitenedPrototypeDistance distance) {
      into.put(COUNT, distance.count());
      tensors.put(PROTOTYPE_WHITENING, Tensor.matrix(width, width, distance.whitening()));
      tensors.put(
          WHITENED_PROTOTYPES, Tensor.matrix(distance.count(), width, distance.prototypes()));
    } else if (score instanceof LatentDensity density) {
      DensityFormat.write(density, into, tensors);
    } else if (score instanceof MultiScaleResidual multiScale) {
      RunsFormat.write(multiScale, into, tensors);
    } else if (score instanceof ReconstructionProbability probability) {
      RunsFormat.write(probability, into, tensors);
    } else if (score instanceof CombinedScore combined) {
      for (CombinedScore.Part part : combined.parts()) {
        ObjectNode member = into.withArray("parts").addObject();
        one(part.score(), member, tensors);
        member.put("median", part.median());
      }
    } else if (score instanceof SupervisedScore supervised) {
      SupervisedFormat.write(supervised, into, tensors);
    }
  }

  static ResidualScore read(StrictObject from, Network network, Tensors tensors)
      throws BundleException {
    StrictObject score = from.object("score");
    ResidualScore read =
        kind(score) == ResidualKind.SUPERVISED
            ? SupervisedFormat.read(score, network, tensors)
            : unsupervised(score, network, tensors);
    score.done();
    NetworkFormat.requireCheap(network.multiplyAdds() + read.multiplyAdds());
    return read;
  }

  /** One that no labels had a part in. */
  static ResidualScore unsupervised(StrictObject score, Network network, Tensors tensors)
      throws BundleException {
    return kind(score) == ResidualKind.COMBINED
        ? combined(score, network, tensors)
        : single(score, network, tensors);
  }

  private static ResidualScore combined(StrictObject score, Network network, Tensors tensors)
      throws BundleException {
    List<CombinedScore.Part> parts = new ArrayList<>();
    for (StrictObject part : score.objects("parts")) {
      ResidualScore of = single(part, network, tensors);
      parts.add(new CombinedScore.Part(of, part.number("median")));
      part.done();
    }
    return new CombinedScore(parts);
  }

  private static ResidualScore single(StrictObject score, Network network, Tensors tensors)
      throws BundleException {
    int width = network.width();
    return switch (kind(score)) {
      case MEAN_SQUARED -> new MeanSquaredResidual(width);
      case STANDARDISED -> new StandardisedResidual(tensors.take(SCALE, width));
      case WHITENED -> new WhitenedResidual(width, tensors.take(WHITENING, width, width));
      case PROTOTYPES ->
          new PrototypeDistance(
              tensors.take(PROTOTYPE_SCALE, width), tensors.take(PROTOTYPES, count(score), width));
      case WHITENED_PROTOTYPES ->
          new WhitenedPrototypeDistance(
              width,
              tensors.take(PROTOTYPE_WHITENING, width, width),
              tensors.take(WHITENED_PROTOTYPES, count(score), width));
      case LATENT_DENSITY -> DensityFormat.read(score, network, tensors);
      case MULTI_SCALE -> RunsFormat.multiScale(score, network, tensors);
      case RECONSTRUCTION_PROBABILITY -> RunsFormat.probability(score, network, tensors);
      case COMBINED ->
          throw new BundleException(
              BundleFormat.NETWORK + ": a part of a combined score is itself combined");
      case SUPERVISED ->
          throw new BundleException(
              BundleFormat.NETWORK + ": a part of another score is supervised");
    };
  }

  private static ResidualKind kind(StrictObject score) throws BundleException {
    return score.choice("kind", ResidualKind.values(), ResidualKind::id);
  }

  private static int count(StrictObject score) throws BundleException {
    return (int) score.integer(COUNT, 1, PrototypeDistance.MOST);
  }
}
