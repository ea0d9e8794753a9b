package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.residua.detector.calibration.Calibration;
import io.residua.detector.calibration.GeneralisedParetoTail;
import io.residua.detector.calibration.NormalScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code calibration.json}: the global part's calibration and, under {@code parts}, the others' in
 * the order of {@code network.json}.
 */
final class CalibrationFormat {
  private static final String PARTS = "parts";
  private static final String RECORDS_PER_DAY = "records_per_day";
  private static final String TAIL = "tail";
  private static final String BODY = "normal_scores";

  private CalibrationFormat() {}

  static byte[] write(ModelParts parts) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    if (Double.isNaN(parts.recordsPerDay())) {
      root.putNull(RECORDS_PER_DAY);
    } else {
      root.put(RECORDS_PER_DAY, parts.recordsPerDay());
    }
    write(parts.global().calibration(), root);
    if (!parts.own().isEmpty()) {
      ArrayNode array = root.putArray(PARTS);
      parts.own().values().forEach(part -> write(part.calibration(), array.addObject()));
    }
    return JsonText.pretty(root);
  }

  private static void write(Calibration calibration, ObjectNode into) {
    calibration.tail().ifPresent(tail -> write(tail, into.putObject(TAIL)));
    ObjectNode body = into.putObject(BODY);
    ArrayNode values = body.putArray("values");
    Arrays.stream(calibration.body().values()).forEach(values::add);
    ArrayNode above = body.putArray("above");
    Arrays.stream(calibration.body().above()).forEach(above::add);
  }

  private static void write(GeneralisedParetoTail tail, ObjectNode into) {
    into.put("threshold", tail.threshold())
        .put("shape", tail.shape())
        .put("scale", tail.scale())
        .put("share", tail.share());
  }

  /**
   * Reads all calibrations, the global one first.
   *
   * @param parts how many there are besides
   */
  static List<Calibration> read(byte[] json, int parts) throws BundleException {
    StrictObject root = StrictObject.parse(BundleFormat.CALIBRATION, json);
    double recordsPerDay = root.numberOrUnknown(RECORDS_PER_DAY);
    List<StrictObject> others = root.has(PARTS) ? root.objects(PARTS) : List.of();
    if (others.size() != parts) {
      throw new BundleException(
          "%s: expected %d parts as in %s, found %d"
              .formatted(BundleFormat.CALIBRATION, parts, BundleFormat.NETWORK, others.size()));
    }
    List<Calibration> calibrations = new ArrayList<>();
    calibrations.add(calibration(root, recordsPerDay));
    for (StrictObject other : others) {
      calibrations.add(calibration(other, recordsPerDay));
    }
    return calibrations;
  }

  private static Calibration calibration(StrictObject from, double recordsPerDay)
      throws BundleException {
    Optional<GeneralisedParetoTail> tail =
        from.has(TAIL) ? Optional.of(readTail(from.object(TAIL))) : Optional.empty();
    StrictObject body = from.object(BODY);
    double[] values = body.numbers("values");
    long[] above = body.integers("above", 1, Long.MAX_VALUE);
    body.done();
    from.done();
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
