package io.residua.detector.history;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.KeyedSpec;
import io.residua.detector.definition.KeyedStages;
import io.residua.detector.event.EventLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the stages of a definition: what shares a key shares a state. */
final class StageCompiler {
  private final DetectorDefinition definition;
  private final EventLayout layout;
  private final FittedHistory fitted;

  StageCompiler(DetectorDefinition definition, EventLayout layout, FittedHistory fitted) {
    this.definition = definition;
    this.layout = layout;
    this.fitted = fitted;
  }

  List<HistoryStage> stages() {
    List<HistoryStage> stages = new ArrayList<>();
    for (KeyedStages.Stage stage : KeyedStages.of(definition)) {
      int number = stages.size();
      stages.add(stage(stage.by(), stage.numbers(), key -> fitted.snapshot().state(number, key)));
    }
    return stages;
  }

  private HistoryStage stage(
      List<String> by, List<KeyedSpec> numbers, Function<String, Optional<byte[]>> snapshot) {
    KeyReader key = KeyReader.of(by, definition, layout);
    List<Tracker> trackers =
        new TrackerCompiler(layout, fitted.populations(), key).trackers(numbers);
    String kept = by + numbers.stream().map(KeyedSpec::words).collect(Collectors.joining("|"));
    return new HistoryStage(
        by, key, trackers, kept, definition.state().timeToLive(), snapshot, smoothing(by));
  }

  private Optional<ScoreSmoothing> smoothing(List<String> by) {
    return definition
        .calibration()
        .smooth()
        .filter(weight -> definition.isOwnKey(by))
        .map(ScoreSmoothing::new);
  }
}
