package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.network.Layer;
import io.residua.detector.network.Network;
import io.residua.detector.score.ExponentialTail;
import io.residua.detector.score.ResidualScore;
import io.residua.detector.score.SupervisedScore;
import java.util.List;
import java.util.Map;

/**
 * A supervised score's saved form: the score of the residual as the member {@code residual}, the
 * head's shapes as {@code head} with the tensors {@code score.head.N.…}, and {@code residual_tail}
 * and {@code head_tail}, each a {@code location} and a {@code scale}.
 */
final class SupervisedFormat {
  private static final String RESIDUAL = "residual";
  private static final String HEAD = "head";
  private static final String LAYERS = "score.head.";
  private static final String RESIDUAL_TAIL = "residual_tail";
  private static final String HEAD_TAIL = "head_tail";
  private static final String LOCATION = "location";
  private static final String SCALE = "scale";

  private SupervisedFormat() {}

  static void write(SupervisedScore score, ObjectNode into, Map<String, Tensor> tensors) {
    ScoreFormat.write(RESIDUAL, score.residual(), into, tensors);
    NetworkFormat.layers(HEAD, LAYERS, score.head(), into, tensors);
    write(RESIDUAL_TAIL, score.residualTail(), into);
    write(HEAD_TAIL, score.headTail(), into);
  }

  private static void write(String key, ExponentialTail tail, ObjectNode into) {
    into.putObject(key).put(LOCATION, tail.location()).put(SCALE, tail.scale());
  }

  static SupervisedScore read(StrictObject from, Network network, Tensors tensors)
      throws BundleException {
    StrictObject member = from.object(RESIDUAL);
    ResidualScore residual = ScoreFormat.unsupervised(member, network, tensors);
    member.done();
    List<Layer> head = NetworkFormat.layers(HEAD, LAYERS, from, tensors);
    return new SupervisedScore(residual, head, tail(from, RESIDUAL_TAIL), tail(from, HEAD_TAIL));
  }

  private static ExponentialTail tail(StrictObject from, String key) throws BundleException {
    StrictObject member = from.object(key);
    ExponentialTail tail = new ExponentialTail(member.number(LOCATION), member.number(SCALE));
    member.done();
    return tail;
  }
}
