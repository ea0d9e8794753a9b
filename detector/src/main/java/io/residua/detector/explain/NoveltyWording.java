package io.residua.detector.explain;

import io.residua.detector.definition.KeyedSpec.Novelty;
import io.residua.detector.event.Event;
import io.residua.detector.feature.Direction;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.feature.ValueText;

/** Whether the key had a field's value before: {@code country FR is new for this card}. */
final class NoveltyWording implements Wording {
  private final FeaturePipeline features;
  private final int index;
  private final int text;
  private final Novelty novelty;

  /**
   * @param index of the novelty's field in the pipeline
   * @param text index in the event of the field that is looked at
   */
  NoveltyWording(FeaturePipeline features, int index, int text, Novelty novelty) {
    this.features = features;
    this.index = index;
    this.text = text;
    this.novelty = novelty;
  }

  @Override
  public Finding find(Event event, float[] reconstruction) {
    String observed = event.text(text);
    boolean isNew = features.number(index, event) > 0;
    String sentence =
        observed == null
            ? novelty.looked() + " is missing"
            : "%s %s is %s for %s"
                .formatted(
                    novelty.looked(),
                    ValueText.text(observed),
                    isNew ? "new" : "known",
                    Owner.of(novelty.by()));
    return new Finding(
        novelty.words(),
        observed == null ? null : ValueText.text(observed),
        null,
        isNew ? Direction.DIFFERENT : Direction.UNKNOWN,
        null,
        sentence);
  }
}
