package io.residua.detector.explain;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.KeyedSpec;
import io.residua.detector.definition.KeyedSpec.Deviation;
import io.residua.detector.definition.KeyedSpec.Earlier;
import io.residua.detector.definition.KeyedSpec.Elapsed;
import io.residua.detector.definition.KeyedSpec.Novelty;
import io.residua.detector.event.FieldKind;
import io.residua.detector.feature.FeaturePipeline;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which field of the record a feature is made of, and how its findings are worded. */
final class Wordings {
  private final FeaturePipeline features;
  private final Map<String, KeyedSpec> keyed = new HashMap<>();
  private final Optional<String> timeField;

  Wordings(DetectorDefinition definition, FeaturePipeline features) {
    this.features = features;
    this.timeField = definition.input().time();
    definition.keyed().forEach(number -> keyed.put(number.name(), number));
  }

  /** The record's field of which a field of the pipeline is made, over any number of steps. */
  String recordField(int index) {
    String field = features.field(index);
    // What a number reads stands before it in the definition, so this ends.
    for (KeyedSpec number = keyed.get(field); number != null; number = keyed.get(field)) {
      field = number.field().or(() -> timeField).orElse(field);
    }
    return field;
  }

  Wording of(int index) {
    KeyedSpec number = keyed.get(features.field(index));
    if (number == null) {
      return ofField(index);
    } else if (number instanceof Deviation deviation) {
      return DeviationWording.ofNow(features, index, deviation);
    } else if (number instanceof Novelty novelty) {
      int text = features.layout().indexOf(novelty.looked(), FieldKind.TEXT);
      return new NoveltyWording(features, index, text, novelty);
    } else if (number instanceof Elapsed elapsed) {
      String since = "since the previous event of " + Owner.of(elapsed.by());
      return ofNumber(index, NumberWords.ofSeconds(elapsed.words(), since));
    }
    return recalled(number)
        .<Wording>map(
            it -> DeviationWording.ofEarlier(features, index, it, wordsOfField(number, it)))
        .orElseGet(() -> ofNumber(index, NumberWords.ofFeature(number.words(), "")));
  }

  /** The deviation of which a number is the value at an earlier event. */
  private Optional<Deviation> recalled(KeyedSpec number) {
    return number instanceof Earlier earlier
            && !earlier.difference()
            && keyed.get(earlier.recalled()) instanceof Deviation deviation
        ? Optional.of(deviation)
        : Optional.empty();
  }

  /** As if the field itself were recalled. */
  private static String wordsOfField(KeyedSpec number, Deviation deviation) {
    Earlier earlier = (Earlier) number;
    return new Earlier(
            deviation.compared(),
            earlier.by(),
            false,
            earlier.steps(),
            earlier.every(),
            Optional.empty())
        .words();
  }

  private Wording ofField(int index) {
    return features.isNumber(index)
        ? ofNumber(index, NumberWords.ofField(features.field(index), ""))
        : new ValueWording(features, index);
  }

  private Wording ofNumber(int index, NumberWords words) {
    return (event, reconstruction) ->
        words.find(
            features.number(index, event),
            features.expectedNumber(index, reconstruction),
            features.normal(index));
  }
}
