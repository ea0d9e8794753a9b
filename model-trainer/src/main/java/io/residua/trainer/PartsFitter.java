package io.residua.trainer;

import io.residua.detector.bundle.BundleFormat;
import io.residua.detector.bundle.ModelParts;
import io.residua.detector.definition.ModelSpec;
import io.residua.detector.network.Network;
import io.residua.trainer.matrix.FeatureMatrix;
import io.residua.trainer.train.TrainingException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fits a model's networks: the global one to all rows and, where the definition asks for one
 * network per value of a field, those of the most frequent values to their rows. All share the
 * features and the split, so that none is judged by rows that any of them was fitted to.
 */
final class PartsFitter {
  private final TrainingRequest request;
  private final RowSplit split;
  private final ModelSpec spec;
  private final FeatureMatrix training;
  private final FeatureMatrix heldOut;
  private final LabelledSplit labelled;

  /**
   * @param labelled who chooses, judges and trains a head, of all values
   */
  PartsFitter(
      TrainingRequest request,
      RowSplit split,
      FeatureMatrix training,
      FeatureMatrix heldOut,
      LabelledSplit labelled) {
    this.request = request;
    this.split = split;
    this.spec = request.definition().model();
    this.training = training;
    this.heldOut = heldOut;
    this.labelled = labelled;
  }

  FittedParts fit() throws TrainingException {
    FittedPart fitted = new ModelFitter(request, spec, training, heldOut, labelled).fit();
    FittedPart global =
        fitted.compared(
            BaselineComparison.of(fitted, training, heldOut, labelled.judging(), request.seed()));
    Optional<PerField> per =
        spec.per().map(field -> new PerField(field, ValueRows.of(request.events(), field, split)));
    return new FittedParts(global, per, per.isEmpty() ? new TreeMap<>() : own(global, per.get()));
  }

  private SortedMap<String, FittedParts.Own> own(FittedPart global, PerField field)
      throws TrainingException {
    int most = (int) Math.min(ModelParts.MOST, BundleFormat.MOST_BYTES / 2 / global.bytes());
    List<String> values = field.rows().enough(most);
    if (!values.isEmpty()) {
      request.listener().message(field.sentence(values));
    }
    Network network = global.autoencoder().network();
    ModelSpec same = spec.withLatent(network.latentWidth() - network.clusters());
    SortedMap<String, FittedParts.Own> own = new TreeMap<>();
    for (String value : values) {
      own.put(value, own(same, field, value, own.size() + 2, values.size() + 1));
    }
    return own;
  }

  private FittedParts.Own own(
      ModelSpec same, PerField field, String value, int number, int networks)
      throws TrainingException {
    int[] fitted = field.rows().training(value);
    int[] judged = field.rows().heldOut(value);
    request
        .listener()
        .message(
            "network %d of %d, for %s: %,d rows"
                .formatted(number, networks, field.named(value), fitted.length));
    return new FittedParts.Own(part(field.named(value), same, fitted, judged), judged);
  }

  private FittedPart part(String name, ModelSpec same, int[] fitted, int[] judged)
      throws TrainingException {
    try {
      return new ModelFitter(
              request,
              same,
              training.select(fitted),
              heldOut.select(judged),
              LabelledSplit.none(judged.length))
          .fit();
    } catch (TrainingException e) {
      throw new TrainingException("the network for %s: %s".formatted(name, e.getMessage()), e);
    }
  }
}
