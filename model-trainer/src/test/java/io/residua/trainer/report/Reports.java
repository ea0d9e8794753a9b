package io.residua.trainer.report;

import io.residua.detector.Detector;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.fixture.Fixtures;
import io.residua.trainer.evaluate.CrossFittedPValues;
import io.residua.trainer.evaluate.Evaluation;
import io.residua.trainer.evaluate.Evaluator;
import io.residua.trainer.latent.LatentSpace;
import io.residua.trainer.trial.TrialTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Report data as a training would give it, and the cases at its edges. */
final class Reports {
  private static final double[] NONE = {};
  private static final LatentSpace LATENT = LatentSpace.without("Nothing was mapped.");

  private Reports() {}

  /** A training of two thousand steps on seeded random numbers. */
  static ReportData full() {
    Random random = new Random(11);
    double[] scores = random.doubles(4000).map(u -> 0.2 * Math.pow(-Math.log(u), 1.4)).toArray();
    return new ReportData(
        "card-fraud",
        3,
        16_000,
        losses(random),
        scores,
        CrossFittedPValues.of(scores, 5),
        3.75,
        1 / 2000.,
        fields(12),
        Map.of(),
        Map.of(),
        Optional.empty(),
        LATENT,
        Optional.of(evaluation()),
        Map.of("family", "undercomplete", "seed", "42", "batch", "256", "latent", "6"),
        Map.of("data fingerprint", "3f".repeat(32), "created", "2026-01-01T00:00:00Z"),
        List.of("the label column is_fraud was among the features"));
  }

  /** A page of held-out scores only. */
  static ReportData ofScores(double threshold, double... scores) {
    return new ReportData(
        "card-fraud",
        3,
        16,
        List.of(),
        scores,
        NONE,
        threshold,
        0.01,
        List.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        LATENT,
        Optional.empty(),
        Map.of(),
        Map.of(),
        List.of());
  }

  static ReportData ofLosses(LossPoint... losses) {
    ReportData base = ofScores(1, 0.5);
    return like(base, List.of(losses), Optional.empty(), base.latentSpace());
  }

  static ReportData ofTrials(TrialTable tried) {
    ReportData base = ofScores(1, 0.5);
    return like(base, base.losses(), Optional.of(tried), base.latentSpace());
  }

  static ReportData ofLatentSpace(LatentSpace latentSpace) {
    ReportData base = ofScores(1, 0.5);
    return like(base, base.losses(), Optional.empty(), latentSpace);
  }

  private static ReportData like(
      ReportData base,
      List<LossPoint> losses,
      Optional<TrialTable> tried,
      LatentSpace latentSpace) {
    return new ReportData(
        base.detector(),
        base.version(),
        base.trainingRows(),
        losses,
        base.heldOutScores(),
        base.pValues(),
        base.threshold(),
        base.budget(),
        base.fieldErrors(),
        base.networks(),
        base.trials(),
        tried,
        latentSpace,
        base.evaluation(),
        base.settings(),
        base.provenance(),
        base.warnings());
  }

  static ReportData ofFields(List<FieldError> fields) {
    return named("card-fraud", fields, Map.of(), List.of());
  }

  static ReportData named(
      String detector, List<FieldError> fields, Map<String, String> texts, List<String> warnings) {
    return new ReportData(
        detector,
        1,
        16,
        List.of(),
        new double[] {0.5},
        new double[] {0.5},
        1,
        0.01,
        fields,
        Map.of(),
        Map.of(),
        Optional.empty(),
        LATENT,
        Optional.empty(),
        texts,
        texts,
        warnings);
  }

  static List<FieldError> fields(int count) {
    List<FieldError> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fields.add(new FieldError("field_" + i, (i * 7 % count) / (double) count));
    }
    return fields;
  }

  /** Labels that hold no anomaly. */
  static Evaluation withoutAnomalies() {
    EventTable table = new EventTable(new Detector(Fixtures.smallModel()).layout());
    table.append(Fixtures.event(50, "food"));
    return Evaluator.evaluate(new Detector(Fixtures.smallModel()), table, new boolean[1]);
  }

  static Evaluation evaluation() {
    Detector detector = new Detector(Fixtures.smallModel());
    EventTable table = Fixtures.table(detector.layout());
    Random random = new Random(5);
    boolean[] labels = new boolean[table.rows() + 60];
    for (int row = table.rows(); row < labels.length; row++) {
      Event event = Fixtures.event(50 + 60 * random.nextGaussian(), "food");
      event.setTime(Fixtures.FIRST_TIME + row * 60_000L);
      table.append(event);
      labels[row] = true;
    }
    return Evaluator.evaluate(detector, table, labels);
  }

  private static List<LossPoint> losses(Random random) {
    List<LossPoint> losses = new ArrayList<>();
    for (int step = 100; step <= 2000; step += 100) {
      double training = 0.05 + Math.exp(-step / 250.0);
      double overfit = Math.max(0, step - 1400) * 1e-4;
      losses.add(
          new LossPoint(step, training, training * 1.15 + overfit + 0.004 * random.nextDouble()));
    }
    return losses;
  }
}
