package io.residua.trainer;

import io.residua.detector.bundle.ModelPart;
import io.residua.detector.bundle.ModelParts;
import io.residua.detector.calibration.Calibration;
import io.residua.detector.definition.Budget;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.FieldSequence;
import io.residua.detector.feature.FeatureFitter;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.feature.FittedFeatures;
import io.residua.detector.feature.UnusableDataException;
import io.residua.trainer.data.Classes;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.matrix.SequenceLayout;
import io.residua.trainer.train.TrainingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Trains a model: normal rows, split, features, network, residual score, calibration. The same
 * request gives the same model, bit by bit, on the same kind of machine.
 *
 * <p>The held-out rows stop the network's training, give the residual's statistics and calibrate
 * the p-values: small tables cannot afford a share for each. Where they are fewer than {@value
 * #ROWS_PER_FEATURE} a feature, all rows give the residual's statistics.
 */
public final class ModelTrainer {
  private static final int FEW_ROWS = 200;

  private TrainingRequest request;
  private final DetectorDefinition definition;
  private final List<String> warnings = new ArrayList<>();

  private ModelTrainer(TrainingRequest request) {
    this.request = request;
    this.definition = request.definition();
  }

  /**
   * Trains one model.
   *
   * @throws TrainingException when the rows are too few, no field varies, the budget is per day and
   *     the rows have no time, too few anomalies are labelled for a supervised head, or the loss
   *     grows without bound
   */
  public static TrainedModel train(TrainingRequest request) throws TrainingException {
    return new ModelTrainer(request).train();
  }

  private TrainedModel train() throws TrainingException {
    double recordsPerDay = recordsPerDay();
    int[] normal = NormalRows.of(request);
    if (normal.length < FEW_ROWS) {
      warn("%d normal rows are few; expect rough scores and thresholds".formatted(normal.length));
    }
    Replay replay = Replay.of(definition, request.events(), normal);
    request = request.withEvents(replay.events());
    FeaturePipeline features = features(split(normal));
    RowSplit split = split(NormalRows.scorable(normal, features, request));
    FeatureMatrix training = matrix(features, split.training());
    FeatureMatrix heldOut = matrix(features, split.heldOut());
    LabelledSplit labelled = LabelledSplit.of(request, features, split);
    FittedParts fitted = new PartsFitter(request, split, training, heldOut, labelled).fit();
    TrainedParts parts =
        new PartsCalibrator(request, split.heldOut(), fitted, recordsPerDay).calibrated();
    warnOf(fitted, parts.model());
    SizeCheck.warning(
            definition.model(),
            fitted.global().autoencoder().network().parameters(),
            training.rows(),
            training.width())
        .ifPresent(this::warn);
    return new TrainedModel(
        request, features, replay.fitted(), parts, fitted.lines(), split, labelled, warnings);
  }

  private FeatureMatrix matrix(FeaturePipeline features, int[] rows) {
    FeatureMatrix plain = FeatureMatrix.of(features, request.events(), rows);
    FeatureMatrix matrix =
        FieldSequence.only(definition.features())
            .map(sequence -> plain.withSequence(SequenceLayout.of(sequence, features)))
            .orElse(plain);
    return request
        .classes()
        .map(Classes::numbers)
        .map(all -> matrix.withClasses(IntStream.of(rows).map(row -> all[row]).toArray()))
        .orElse(matrix);
  }

  private void warnOf(FittedParts fitted, ModelParts parts) {
    fitted
        .per()
        .filter(field -> fitted.own().isEmpty())
        .ifPresent(field -> warn(field.sentence(Set.of())));
    parts
        .own()
        .forEach(
            (value, part) ->
                warnIfSilent("record of " + fitted.per().orElseThrow().named(value), part));
    warnIfSilent("record", parts.global());
  }

  private double recordsPerDay() throws TrainingException {
    double recordsPerDay = Traffic.recordsPerDay(request.events(), request.rowsInData());
    if (definition.calibration().budget() instanceof Budget.PerDay && Double.isNaN(recordsPerDay)) {
      throw new TrainingException(
          "the budget is per day; expected input.time to name a field that every row has");
    }
    return recordsPerDay;
  }

  private RowSplit split(int[] rows) {
    double share = definition.model().training().validation();
    return RowSplit.of(request.events(), rows, share, request.seed());
  }

  /**
   * Features know the training rows only; what is held out must be as new to them as the stream.
   */
  private FeaturePipeline features(RowSplit split) throws TrainingException {
    try {
      FittedFeatures fitted =
          FeatureFitter.fit(definition, request.events().select(split.training()));
      fitted.warnings().forEach(this::warn);
      return fitted.pipeline();
    } catch (UnusableDataException e) {
      throw new TrainingException(e.getMessage(), e);
    }
  }

  private void warnIfSilent(String record, ModelPart part) {
    Calibration calibration = part.calibration();
    long heldOut = calibration.body().count();
    double significance =
        definition.calibration().budget().largestPValue(calibration.recordsPerDay());
    if (Double.isInfinite(calibration.scoreAt(significance))) {
      warn(
          "no %s will be an anomaly: the budget allows 1 in %,.0f, and %,d held-out rows cannot"
                  .formatted(record, 1 / significance, heldOut)
              + " tell so rare a score; train on more rows or allow more");
    }
  }

  private void warn(String warning) {
    warnings.add(warning);
    request.listener().message(warning);
  }
}
