package io.residua.trainer;

import io.residua.detector.Detector;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.bundle.Provenance;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.trainer.evaluate.CrossFittedPValues;
import io.residua.trainer.evaluate.Evaluation;
import io.residua.trainer.report.FieldError;
import io.residua.trainer.report.LossPoint;
import io.residua.trainer.report.ReportData;
import io.residua.trainer.report.ReportPage;
import io.residua.trainer.train.TrainingHistory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a training has to report, as the report's page wants it. */
final class TrainingReport {
  private static final int FOLDS = 5;

  private final ModelBundle model;
  private final TrainingHistory history;
  private final Reconstructions heldOut;
  private final double[] scores;
  private final Optional<Evaluation> evaluation;
  private final List<String> warnings;

  TrainingReport(
      ModelBundle model,
      TrainingHistory history,
      Reconstructions heldOut,
      double[] scores,
      Optional<Evaluation> evaluation,
      List<String> warnings) {
    this.model = model;
    this.history = history;
    this.heldOut = heldOut;
    this.scores = scores;
    this.evaluation = evaluation;
    this.warnings = warnings;
  }

  String html() {
    Detector detector = new Detector(model);
    return ReportPage.html(
        new ReportData(
            detector.name(),
            detector.version(),
            model.provenance().trainingRows(),
            losses(),
            scores,
            CrossFittedPValues.of(scores, FOLDS),
            detector.threshold(),
            detector.significance(),
            fieldErrors(),
            evaluation,
            model.provenance().settings(),
            provenance(),
            warnings));
  }

  private List<LossPoint> losses() {
    return history.points().stream()
        .map(point -> new LossPoint(point.step(), point.loss(), point.validationLoss()))
        .toList();
  }

  private List<FieldError> fieldErrors() {
    FeaturePipeline features = model.features();
    return IntStream.range(0, features.fields())
        .mapToObj(
            field ->
                new FieldError(
                    features.field(field),
                    heldOut.meanSquaredResidual(
                        features.firstFeature(field), features.firstFeature(field + 1))))
        .toList();
  }

  private Map<String, String> provenance() {
    Provenance from = model.provenance();
    Map<String, String> lines = new TreeMap<>();
    lines.put("seed", String.valueOf(from.seed()));
    lines.put("data fingerprint", from.dataFingerprint());
    lines.put("training rows", String.valueOf(from.trainingRows()));
    lines.put("held-out rows", String.valueOf(from.calibrationRows()));
    from.libraries().forEach((library, version) -> lines.put(library + " version", version));
    from.metrics().forEach((name, value) -> lines.put(name, String.valueOf(value)));
    return lines;
  }
}
