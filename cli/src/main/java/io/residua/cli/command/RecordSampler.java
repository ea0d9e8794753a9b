package io.residua.cli.command;

import io.residua.cli.CommandFailure;
import io.residua.cli.simulate.TableWriter;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventField;
import io.residua.detector.event.FieldKind;
import io.residua.detector.feature.FeatureInverse;
import io.residua.detector.network.NetworkRunner;
import io.residua.detector.network.Prior;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws records of a model's global network, and writes them as rows. */
final class RecordSampler {
  /** Records in memory at a time. */
  private static final int MOST = 1024;

  private final Prior prior;
  private final NetworkRunner runner;
  private final FeatureInverse inverse;
  private final Event event;
  private final SplittableRandom random;

  private RecordSampler(ModelBundle model, Prior prior, long seed) {
    this.prior = prior;
    this.runner = new NetworkRunner(model.global().network());
    this.inverse = model.features().inverse();
    this.event = new Event(model.features().layout());
    this.random = new SplittableRandom(seed);
  }

  /**
   * @throws CommandFailure when the model has no prior, or no feature is a field of a record
   */
  static RecordSampler of(ModelBundle model, String name, long seed) throws CommandFailure {
    Prior prior =
        model
            .global()
            .prior()
            .orElseThrow(
                () ->
                    new CommandFailure(
                        ("no records can be drawn from model %s, of family %s: its latent vectors follow"
                                + " no known distribution; train one of family variational")
                            .formatted(name, model.definition().model().family().id())));
    RecordSampler sampler = new RecordSampler(model, prior, seed);
    if (sampler.inverse.fields().isEmpty()) {
      throw new CommandFailure(
          "no records can be drawn from model %s: all of its features are made from earlier events"
              .formatted(name));
    }
    return sampler;
  }

  /** What the records do not tell, one sentence each. */
  List<String> notes() {
    return inverse.notes();
  }

  /** Writes the next records. */
  void write(long count, Path out) throws IOException {
    List<String> columns = inverse.fields().stream().map(EventField::path).toList();
    try (TableWriter writer = new TableWriter(out, columns)) {
      for (long left = count; left > 0; left -= MOST) {
        int some = (int) Math.min(left, MOST);
        float[] features = prior.draw(runner, some, random);
        for (int row = 0; row < some; row++) {
          inverse.invert(features, row * prior.width(), event);
          writer.write(row());
        }
      }
      writer.finish();
    }
  }

  private List<Object> row() {
    List<Object> row = new ArrayList<>();
    for (EventField field : inverse.fields()) {
      row.add(cell(field));
    }
    return row;
  }

  private Object cell(EventField field) {
    int index = event.layout().indexOf(field.path(), field.kind());
    if (field.kind() == FieldKind.TEXT) {
      return event.text(index);
    }
    double number = event.number(index);
    return field.kind() == FieldKind.TIME ? Instant.ofEpochMilli((long) number).toString() : number;
  }
}
