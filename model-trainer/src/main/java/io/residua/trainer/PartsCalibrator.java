package io.residua.trainer;

import io.residua.detector.bundle.ModelPart;
import io.residua.detector.bundle.ModelParts;
import io.residua.trainer.TrainedParts.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Calibrates each part of a model by the held-out rows that it will score, so that the budget holds
 * in each. Scores are smoothed first, over the rows of all parts: a key's events may belong to
 * several, and the job smooths them as they come.
 */
final class PartsCalibrator {
  private final TrainingRequest request;
  private final int[] heldOut;
  private final FittedParts fitted;
  private final double recordsPerDay;

  /**
   * @param heldOut the held-out rows in the request's table
   */
  PartsCalibrator(
      TrainingRequest request, int[] heldOut, FittedParts fitted, double recordsPerDay) {
    this.request = request;
    this.heldOut = heldOut;
    this.fitted = fitted;
    this.recordsPerDay = recordsPerDay;
  }

  TrainedParts calibrated() {
    double[] scores = smoothed(scores());
    List<Group> groups = new ArrayList<>();
    SortedMap<String, ModelPart> own = new TreeMap<>();
    fitted
        .own()
        .forEach(
            (value, each) -> {
              double[] judged = Group.pick(scores, each.heldOut());
              own.put(value, each.part().calibrated(judged, recordsPerDay));
              groups.add(new Group(own.get(value), each.heldOut()));
            });
    int[] rest = rest();
    ModelPart global = fitted.global().calibrated(globalScores(scores, rest), recordsPerDay);
    groups.add(new Group(global, rest));
    return new TrainedParts(
        new ModelParts(request.definition().model().per(), global, own),
        fitted.global().autoencoder(),
        scores,
        outputs(),
        groups,
        fitted.global().comparison());
  }

  /** One for each held-out row, by its own part. */
  private double[] scores() {
    double[] scores = fitted.global().scores().values().clone();
    for (FittedParts.Own each : fitted.own().values()) {
      for (int i = 0; i < each.heldOut().length; i++) {
        scores[each.heldOut()[i]] = each.part().scores().values()[i];
      }
    }
    return scores;
  }

  private Reconstructions outputs() {
    Reconstructions outputs = fitted.global().heldOut();
    for (FittedParts.Own each : fitted.own().values()) {
      outputs = outputs.with(each.heldOut(), each.part().heldOut());
    }
    return outputs;
  }

  /** The rows whose value has no part of its own. */
  private int[] rest() {
    boolean[] taken = new boolean[heldOut.length];
    fitted
        .own()
        .values()
        .forEach(each -> IntStream.of(each.heldOut()).forEach(i -> taken[i] = true));
    return IntStream.range(0, taken.length).filter(row -> !taken[row]).toArray();
  }

  /** Those of the rest, which are often harder; of all rows where the rest are too few. */
  private double[] globalScores(double[] scores, int[] rest) {
    return rest.length >= ValueRows.FEWEST_HELD_OUT
        ? Group.pick(scores, rest)
        : smoothed(fitted.global().scores().values());
  }

  private double[] smoothed(double[] values) {
    return new HeldOutScores(fitted.global().scores().score(), values)
        .smoothed(request.definition(), request.events(), heldOut)
        .values();
  }
}
