package io.residua.trainer;

import io.residua.detector.Detector;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.bundle.Provenance;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.trainer.TrainedParts.Group;
import io.residua.trainer.evaluate.CrossFittedPValues;
import io.residua.trainer.evaluate.Evaluation;
import io.residua.trainer.latent.LatentSpace;
import io.residua.trainer.report.FieldError;
import io.residua.trainer.report.LossPoint;
import io.residua.trainer.report.ReportData;
import io.residua.trainer.report.ReportPage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a training has to report, as the report's page wants it. */
final class TrainingReport {
  private static final int FOLDS = 5;

  private final ModelBundle model;
  private final Detector detector;
  private final TrainedParts parts;
  private final Map<String, String> networks;
  private final LatentSpace latentSpace;
  private final Optional<Evaluation> evaluation;
  private final List<String> warnings;

  TrainingReport(
      ModelBundle model,
      TrainedParts parts,
      Map<String, String> networks,
      LatentSpace latentSpace,
      Optional<Evaluation> evaluation,
      List<String> warnings) {
    this.model = model;
    this.detector = new Detector(model);
    this.parts = parts;
    this.networks = networks;
    this.latentSpace = latentSpace;
    this.evaluation = evaluation;
    this.warnings = warnings;
  }

  String html() {
    return ReportPage.html(
        new ReportData(
            detector.name(),
            detector.version(),
            model.provenance().trainingRows(),
            losses(),
            scores(),
            pValues(),
            detector.threshold(),
            detector.significance(),
            fieldErrors(),
            networks,
            parts.comparison().lines(),
            parts.comparison().trials(),
            latentSpace,
            evaluation,
            model.provenance().settings(),
            provenance(),
            warnings));
  }

  private List<LossPoint> losses() {
    return parts.autoencoder().history().points().stream()
        .map(point -> new LossPoint(point.step(), point.loss(), point.validationLoss()))
        .toList();
  }

  /** As the detector tells them: on one scale for all parts. */
  private double[] scores() {
    double[] scores = parts.scores().clone();
    for (Group group : parts.groups()) {
      double scale = detector.scale(group.part());
      IntStream.of(group.rows()).forEach(row -> scores[row] *= scale);
    }
    return scores;
  }

  /** Each part's by its own scores. */
  private double[] pValues() {
    return parts.groups().stream()
        .map(group -> CrossFittedPValues.of(Group.pick(parts.scores(), group.rows()), FOLDS))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private List<FieldError> fieldErrors() {
    FeaturePipeline features = model.features();
    return IntStream.range(0, features.fields())
        .mapToObj(
            field ->
                new FieldError(
                    features.field(field),
                    parts
                        .heldOut()
                        .meanSquaredResidual(
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
