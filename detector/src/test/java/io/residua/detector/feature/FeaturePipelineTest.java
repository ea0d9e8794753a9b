package io.residua.detector.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.event.Event;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturePipelineTest {
  private static final double SUNDAY_AFTERNOON =
      Instant.parse("2018-07-01T14:00:00Z").toEpochMilli();
  private static final double MONDAY_NIGHT = Instant.parse("2018-07-02T02:00:00Z").toEpochMilli();

  private final DetectorDefinition definition =
      Tables.definition(
          "field: amount, transform: [log1p, robust]",
          "field: category, encode: [one-hot, frequency]",
          "field: merchant, encode: hash:4",
          "field: time, encode: [hour-of-day, day-of-week]");
  private final FeaturePipeline pipeline =
      Tables.fit(
          definition,
          Tables.table(
              definition,
              List.of(
                  new Object[] {10.0, "food", "m1", SUNDAY_AFTERNOON},
                  new Object[] {20.0, "food", "m2", SUNDAY_AFTERNOON},
                  new Object[] {30.0, "fuel", "m1", SUNDAY_AFTERNOON},
                  new Object[] {40.0, "food", "m1", MONDAY_NIGHT})));

  @Test
  void laysFieldsOutOneAfterTheOther() {
    assertThat(pipeline.fields()).isEqualTo(4);
    assertThat(pipeline.width()).isEqualTo(1 + 4 + 4 + 4);
    assertThat(pipeline.firstFeature(1)).isEqualTo(1);
    assertThat(pipeline.firstFeature(4)).isEqualTo(13);
    assertThat(List.of(0, 1, 2, 3, 4, 5, 8, 9, 12))
        .extracting(pipeline::featureName)
        .containsExactly(
            "amount",
            "category=food",
            "category=fuel",
            "category other",
            "category frequency",
            "merchant#0",
            "merchant#3",
            "time hour-of-day sine",
            "time day-of-week cosine");
  }

  @Test
  void takesMissingFieldsForTypicalOnesAndMasksThem() {
    float[] features = new float[15];
    boolean[] observed = new boolean[15];
    Event event = Tables.event(pipeline.layout(), null, "food", null, SUNDAY_AFTERNOON);

    int count = pipeline.transform(event, features, observed, 2);

    float[] typical = Tables.transform(pipeline, 25.0, "food", "m1", SUNDAY_AFTERNOON);
    assertThat(count).isEqualTo(8);
    assertThat(observed)
        .containsExactly(
            false, false, false, true, true, true, true, false, false, false, false, true, true,
            true, true);
    for (int i = 0; i < 9; i++) {
      assertThat(features[2 + i]).isCloseTo(typical[i], within(1e-6f));
    }
  }

  @Test
  void putsUnseenCategoriesIntoTheLastSlot() {
    float[] features = Tables.transform(pipeline, 10.0, "jewels", "m9", MONDAY_NIGHT);

    assertThat(features).startsWith(features[0], 0, 0, 1);
    assertThat(features[4]).isLessThan(Tables.transform(pipeline, 10.0, "fuel", "m1", 0)[4]);
  }

  @Test
  void explainsInTheFieldsOwnUnits() {
    Event event = Tables.event(pipeline.layout(), 4210.5, "jewels", "m2", MONDAY_NIGHT);
    float[] usual = Tables.transform(pipeline, 25.0, "food", "m1", SUNDAY_AFTERNOON);

    assertThat(List.of(0, 1, 2, 3))
        .extracting(field -> pipeline.observed(field, event))
        .containsExactly("4210.5", "jewels", "m2", "2018-07-02T02:00:00Z Monday");
    assertThat(List.of(0, 1, 2, 3))
        .extracting(field -> pipeline.expected(field, usual))
        .containsExactly("25", "food", "m1", "about 14:00, Sunday");
    assertThat(List.of(0, 1, 2, 3))
        .extracting(field -> pipeline.direction(field, event, usual))
        .containsExactly(
            Direction.HIGH, Direction.DIFFERENT, Direction.DIFFERENT, Direction.DIFFERENT);
  }

  @Test
  void hasNothingToCompareWhereAFieldIsMissing() {
    Event event = Tables.event(pipeline.layout(), null, null, null, null);
    float[] usual = Tables.transform(pipeline, 25.0, "food", "m1", SUNDAY_AFTERNOON);

    for (int field = 0; field < 4; field++) {
      assertThat(pipeline.observed(field, event)).isNull();
      assertThat(pipeline.direction(field, event, usual)).isEqualTo(Direction.UNKNOWN);
    }
  }

  @Test
  void aTimeThatRoundsToTheExpectedOneDoesNotDiffer() {
    Event event = Tables.event(pipeline.layout(), 25.0, "food", "m1", MONDAY_NIGHT);
    float[] same = Tables.transform(pipeline, 25.0, "food", "m1", MONDAY_NIGHT + 60_000);
    float[] other = Tables.transform(pipeline, 25.0, "food", "m1", SUNDAY_AFTERNOON);

    assertThat(pipeline.direction(3, event, same)).isEqualTo(Direction.UNKNOWN);
    assertThat(pipeline.direction(3, event, other)).isEqualTo(Direction.DIFFERENT);
  }

  @Test
  void keepsExpectedNumbersWithinTheTrainingRange() {
    Event event = Tables.event(pipeline.layout(), 4210.5, "food", "m1", MONDAY_NIGHT);
    float[] drawnAlong = Tables.transform(pipeline, 4300.0, "food", "m1", MONDAY_NIGHT);

    assertThat(pipeline.expected(0, drawnAlong)).isEqualTo("40");
    assertThat(pipeline.direction(0, event, drawnAlong)).isEqualTo(Direction.HIGH);
  }

  @Test
  void givesNumbersAsNumbers() {
    Event event = Tables.event(pipeline.layout(), 25.0, "food", "m1", MONDAY_NIGHT);
    float[] usual = Tables.transform(pipeline, 20.0, "food", "m1", MONDAY_NIGHT);

    assertThat(pipeline.isNumber(0)).isTrue();
    assertThat(pipeline.number(0, event)).isEqualTo(25);
    assertThat(pipeline.expectedNumber(0, usual)).isCloseTo(20, within(1e-4));
    assertThat(pipeline.isNumber(1)).isFalse();
    assertThat(pipeline.number(1, event)).isNaN();
    assertThat(pipeline.expectedNumber(1, usual)).isNaN();
  }

  @Test
  void knowsWhereNearlyAllNumbersLay() {
    Interval normal = pipeline.normal(0).orElseThrow();

    assertThat(normal.low()).isCloseTo(10 + 30 * 0.005, within(1e-9));
    assertThat(normal.high()).isCloseTo(40 - 30 * 0.005, within(1e-9));
    assertThat(pipeline.normal(1)).isEmpty();
  }

  @Test
  void readsModelsThatDoNotKnowTheNormalRange() {
    String saved = FeaturePipelineFormat.write(pipeline);
    String older = saved.replaceAll(",\"normal-(low|high)\":[0-9.]+", "");

    FeaturePipeline read = FeaturePipelineFormat.read(older, pipeline.layout());

    assertThat(older).isNotEqualTo(saved);
    assertThat(read.normal(0)).isEmpty();
    assertThat(FeaturePipelineFormat.write(read)).isEqualTo(older);
  }

  @Test
  void savedIsLive() {
    String saved = FeaturePipelineFormat.write(pipeline);

    FeaturePipeline read = FeaturePipelineFormat.read(saved, pipeline.layout());

    assertThat(FeaturePipelineFormat.write(read)).isEqualTo(saved);
    assertThat(Tables.transform(read, 17.3, "fuel", "zz", 1.6e12))
        .isEqualTo(Tables.transform(pipeline, 17.3, "fuel", "zz", 1.6e12));
  }
}
