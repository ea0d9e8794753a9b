package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.calibration.Calibration;
import io.residua.detector.calibration.GeneralisedParetoTail;
import io.residua.detector.calibration.NormalScores;
import java.util.Arrays;
import java.util.Optional;

/** {@code calibration.json}. */
final class CalibrationFormat {
  private CalibrationFormat() {}

  static byte[] write(Calibration calibration) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    if (Double.isNaN(calibration.recordsPerDay())) {
      root.putNull("records_per_day");
    } else {
      root.put("records_per_day", calibration.recordsPerDay());
    }
    calibration.tail().ifPresent(tail -> write(tail, root.putObject("tail")));
    ObjectNode body = root.putObject("normal_scores");
    ArrayNode values = body.putArray("values");
    Arrays.stream(calibration.body().values()).forEach(values::add);
    ArrayNode above = body.putArray("above");
    Arrays.stream(calibration.body().above()).forEach(above::add);
    return JsonText.pretty(root);
  }

  private static void write(GeneralisedParetoTail tail, ObjectNode into) {
    into.put("threshold", tail.threshold())
        .put("shape", tail.shape())
        .put("scale", tail.scale())
        .put("share", tail.share());
  }

  static Calibration read(byte[] json) throws BundleException {
    StrictObject root = StrictObject.parse(BundleFormat.CALIBRATION, json);
    double recordsPerDay = root.numberOrUnknown("records_per_day");
    Optional<GeneralisedParetoTail> tail =
        root.has("tail") ? Optional.of(readTail(root.object("tail"))) : Optional.empty();
    StrictObject body = root.object("normal_scores");
    double[] values = body.numbers("values");
    long[] above = body.integers("above", 1, Long.MAX_VALUE);
    body.done();
    root.done();
    return new Calibration(new NormalScores(values, above), tail, recordsPerDay);
  }

  private static GeneralisedParetoTail readTail(StrictObject tail) throws BundleException {
    double threshold = tail.number("threshold");
    double shape = tail.number("shape");
    double scale = tail.number("scale");
    double share = tail.number("share");
    tail.done();
    return new GeneralisedParetoTail(threshold, shape, scale, share);
  }
}
