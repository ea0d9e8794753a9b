package io.residua.detector.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.event.Event;
import io.residua.detector.feature.AnyFeatures.Case;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FeaturePropertiesTest {
  @Property(tries = 300)
  void featuresAreFiniteWhateverTheTrainingDataAndTheEvent(
      @ForAll("cases") Case any, @ForAll("rows") Object[] row) {
    FeaturePipeline pipeline = Tables.fit(any.definition(), any.table());

    float[] features = Tables.transform(pipeline, row);

    for (float feature : features) {
      assertThat(feature).isFinite().isBetween(-NumberEncoder.LARGEST, NumberEncoder.LARGEST);
    }
  }

  @Property(tries = 300)
  void missingFieldsAreMaskedAndNoOthers(@ForAll("cases") Case any, @ForAll("rows") Object[] row) {
    FeaturePipeline pipeline = Tables.fit(any.definition(), any.table());
    boolean[] observed = new boolean[pipeline.width()];

    int count =
        pipeline.transform(
            Tables.event(pipeline.layout(), row), new float[observed.length], observed, 0);

    int expected = 0;
    for (int field = 0; field < row.length; field++) {
      for (int i = pipeline.firstFeature(field); i < pipeline.firstFeature(field + 1); i++) {
        assertThat(observed[i]).isEqualTo(row[field] != null);
        expected += row[field] != null ? 1 : 0;
      }
    }
    assertThat(count).isEqualTo(expected);
  }

  @Property(tries = 300)
  void savedIsLiveBitForBit(@ForAll("cases") Case any, @ForAll("rows") Object[] row) {
    FeaturePipeline live = Tables.fit(any.definition(), any.table());
    String json = FeaturePipelineFormat.write(live);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

    FeaturePipeline saved =
        FeaturePipelineFormat.read(new String(bytes, StandardCharsets.UTF_8), live.layout());

    assertThat(bits(Tables.transform(saved, row))).isEqualTo(bits(Tables.transform(live, row)));
    assertThat(FeaturePipelineFormat.write(saved)).isEqualTo(json);
    assertThat(texts(saved, row)).isEqualTo(texts(live, row));
  }

  @Property(tries = 300)
  void everyFieldCanBeExplained(@ForAll("cases") Case any, @ForAll("rows") Object[] row) {
    FeaturePipeline pipeline = Tables.fit(any.definition(), any.table());

    assertThat(texts(pipeline, row)).doesNotContain("null", "NaN", "Infinity");
  }

  @Property(tries = 300)
  void writingBeyondItsSliceHappensToNoOne(
      @ForAll("cases") Case any, @ForAll("rows") Object[] row) {
    FeaturePipeline pipeline = Tables.fit(any.definition(), any.table());
    float[] features = new float[pipeline.width() + 2];
    Arrays.fill(features, Float.NaN);
    boolean[] observed = new boolean[features.length];

    pipeline.transform(Tables.event(pipeline.layout(), row), features, observed, 1);

    assertThat(features[0]).isNaN();
    assertThat(features[features.length - 1]).isNaN();
    assertThat(observed[0] || observed[observed.length - 1]).isFalse();
    assertThat(Arrays.copyOfRange(features, 1, features.length - 1))
        .isEqualTo(Tables.transform(pipeline, row));
  }

  @Provide
  Arbitrary<Case> cases() {
    return AnyFeatures.cases();
  }

  @Provide
  Arbitrary<Object[]> rows() {
    return AnyFeatures.row();
  }

  private static int[] bits(float[] features) {
    int[] bits = new int[features.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(features[i]);
    }
    return bits;
  }

  /** Everything that an explanation says of an event, reconstructed as it is. */
  private static String texts(FeaturePipeline pipeline, Object[] row) {
    Event event = Tables.event(pipeline.layout(), row);
    float[] features = Tables.transform(pipeline, row);
    StringBuilder texts = new StringBuilder();
    for (int field = 0; field < pipeline.fields(); field++) {
      String observed = pipeline.observed(field, event);
      texts
          .append(observed == null ? "missing" : observed)
          .append(pipeline.expected(field, features))
          .append(pipeline.direction(field, event, features))
          .append('\n');
    }
    return texts.toString();
  }
}
