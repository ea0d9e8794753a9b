package io.residua.detector.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.event.EventTable;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureFitterTest {
  private static final Offset<Float> ROUNDING = within(1e-5f);

  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource({
    "standard, 3, 0",
    "standard, 5, 1.4142135",
    "minmax, 1, 0",
    "minmax, 4, 0.75",
    "minmax, 9, 2",
    "robust, 3, 0",
    "robust, 4, 0.9138889",
    "log1p, 3, 1.3862944",
    "log1p, -3, -1.3862944",
    "none, 3, 3",
    "clip, 9, 4.996",
    "clip, -9, 1.004",
    "quantile, 3, 0",
    "quantile, 5, 1.2815516",
    "quantile, 1, -1.2815516",
    "'clip:2:3', 4, 3",
    "'[standard, clip:-1:1]', 9, 1",
    "'[clip:2:3, minmax]', 2.5, 0.5",
    "'[log1p, minmax]', 1, 0",
    "'[minmax, log1p]', 5, 0.6931472"
  })
  void fitsEachTransformToTheOutputOfTheOneBefore(String transform, double value, float feature) {
    DetectorDefinition definition = Tables.definition("field: x, transform: " + quoted(transform));

    FeaturePipeline pipeline = Tables.fit(definition, Tables.numbers(definition, 5, 3, 1, 2, 4));

    assertThat(Tables.transform(pipeline, value)[0]).isCloseTo(feature, ROUNDING);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"standard", "robust", "minmax", "quantile", "clip", "log1p"})
  void dividesConstantColumnsByOne(String transform) throws Exception {
    DetectorDefinition definition =
        Tables.definition("field: x, transform: " + transform, "field: y, transform: none");
    EventTable table =
        Tables.table(definition, List.of(new Object[] {7.0, 1.0}, new Object[] {7.0, 2.0}));

    FittedFeatures fitted = FeatureFitter.fit(definition, table);

    float usual = Tables.transform(fitted.pipeline(), 7.0, 1.0)[0];
    float other = Tables.transform(fitted.pipeline(), 9.5, 1.0)[0];
    float distance =
        switch (transform) {
          case "log1p" -> (float) (Math.log(10.5) - Math.log(8));
          default -> 2.5f;
        };
    assertThat(other - usual).isCloseTo(distance, ROUNDING);
    assertThat(fitted.warnings())
        .containsExactly(
            "field x is always 7: its scale is 1, so that another value stands out by its"
                + " distance");
  }

  @Test
  void clipsMostlyConstantColumnsToTheirRange() {
    DetectorDefinition definition = Tables.definition("field: x, transform: clip");
    double[] values = new double[10_000];
    values[0] = 5;

    FeaturePipeline pipeline = Tables.fit(definition, Tables.numbers(definition, values));

    assertThat(Tables.transform(pipeline, 4)[0]).isEqualTo(4);
    assertThat(Tables.transform(pipeline, 6)[0]).isEqualTo(5);
  }

  @Test
  void takesRoundingErrorsForAConstant() {
    DetectorDefinition definition = Tables.definition("field: x, transform: standard");
    double[] values = IntStream.range(0, 100).mapToDouble(i -> 1e6 + i % 3 * 1e-10).toArray();

    FeaturePipeline pipeline = Tables.fit(definition, Tables.numbers(definition, values));

    assertThat(Tables.transform(pipeline, 1e6 + 2)[0]).isCloseTo(2, ROUNDING);
  }

  @Test
  void scalesMostlyConstantColumnsByWhatVariesInThem() {
    DetectorDefinition definition = Tables.definition("field: x, transform: robust");
    double[] values = IntStream.range(0, 1000).mapToDouble(i -> i < 20 ? 10 : 0).toArray();

    FeaturePipeline pipeline = Tables.fit(definition, Tables.numbers(definition, values));

    assertThat(Tables.transform(pipeline, 10)[0]).isCloseTo(10 / 1.4f, ROUNDING);
  }

  @Test
  void keepsOneOutlierFromSettingTheRobustScale() {
    DetectorDefinition definition = Tables.definition("field: x, transform: robust");
    double[] values = IntStream.range(0, 10_000).mapToDouble(i -> i % 101).toArray();
    values[5] = 1e12;

    FeaturePipeline pipeline = Tables.fit(definition, Tables.numbers(definition, values));

    assertThat(Tables.transform(pipeline, 100)[0] - Tables.transform(pipeline, 0)[0])
        .isCloseTo(100 / (90 / 3.29f), within(0.1f));
  }

  @Test
  void keepsTheHundredMostFrequentCategories() throws Exception {
    DetectorDefinition definition = Tables.definition("field: c, encode: one-hot");
    String[] values =
        IntStream.range(0, 150)
            .boxed()
            .flatMap(i -> IntStream.range(0, i < 50 ? 1 : 3).mapToObj(j -> "c" + i))
            .toArray(String[]::new);

    FittedFeatures fitted = FeatureFitter.fit(definition, Tables.texts(definition, values));

    assertThat(fitted.pipeline().width()).isEqualTo(101);
    assertThat(Tables.transform(fitted.pipeline(), "c3")[100]).isEqualTo(1);
    assertThat(Tables.transform(fitted.pipeline(), "c120")[100]).isZero();
    assertThat(fitted.warnings())
        .containsExactly(
            "field c has 150 categories: one-hot keeps the 100 most frequent (86 % of the rows)"
                + " and takes the others for one");
  }

  @Test
  void standardisesTheLogarithmsOfFrequencies() {
    DetectorDefinition definition = Tables.definition("field: c, encode: frequency");

    FeaturePipeline pipeline = Tables.fit(definition, Tables.texts(definition, "a", "a", "a", "b"));

    double mean = (3 * Math.log(0.75) + Math.log(0.25)) / 4;
    double deviation =
        Math.sqrt(
            (3 * Math.pow(Math.log(0.75) - mean, 2) + Math.pow(Math.log(0.25) - mean, 2)) / 4);
    assertThat(Tables.transform(pipeline, "a")[0])
        .isCloseTo((float) ((Math.log(0.75) - mean) / deviation), ROUNDING);
    assertThat(Tables.transform(pipeline, "unseen")[0])
        .isCloseTo((float) ((Math.log(0.125) - mean) / deviation), ROUNDING);
    assertThat(pipeline.expected(0, Tables.transform(pipeline, "a")))
        .isEqualTo("a value seen in 75 % of the training data");
  }

  @Test
  void namesTheMostFrequentCategoryOfAHashsSlot() {
    DetectorDefinition definition = Tables.definition("field: c, encode: 'hash:2'");

    FeaturePipeline pipeline =
        Tables.fit(definition, Tables.texts(definition, "a", "a", "grocery", "b", "c", "d", "e"));

    assertThat(pipeline.expected(0, Tables.transform(pipeline, "a"))).isEqualTo("a");
  }

  @Test
  void warnsOfWhatAUserShouldKnow() throws Exception {
    DetectorDefinition definition =
        Tables.definition(
            "field: x, transform: clip:100:200",
            "field: y, transform: standard",
            "field: is_fraud, transform: none",
            "field: c, encode: one-hot",
            "field: t, encode: hour-of-day");
    EventTable table =
        Tables.table(
            definition,
            List.of(
                new Object[] {1.0, null, 0.0, "a", 0},
                new Object[] {2.0, null, 1.0, "a", 0},
                new Object[] {3.0, 1.0, 1.0, "a", 0}));

    FittedFeatures fitted = FeatureFitter.fit(definition, table);

    assertThat(fitted.warnings())
        .containsExactly(
            "field x varies, but its transforms make the same number of every value",
            "field y is missing in 67 % of the 3 rows",
            "field y is always 1: its scale is 1, so that another value stands out by its distance",
            "field is_fraud is named like a label; a detector that reads the answer learns nothing"
                + " else",
            "field c is always \"a\": any other value is one that was never seen",
            "field t is always 1970-01-01T00:00:00Z: any other time is one that was never seen");
  }

  @Test
  void refusesDataWithoutRows() {
    DetectorDefinition definition = Tables.definition("field: x, transform: none");

    assertRefused(
        definition, Tables.numbers(definition), "expected rows to fit the features to, found none");
  }

  @Test
  void refusesFieldsWithoutAnyValueAndNamesThem() {
    DetectorDefinition definition =
        Tables.definition(
            "field: x, transform: none",
            "field: y, transform: none",
            "field: c, encode: one-hot",
            "field: t, encode: hour-of-day");

    assertRefused(
        definition,
        Tables.table(definition, List.of(new Object[] {1.0}, new Object[] {2.0})),
        "expected every feature's field in the data, found no value in any of the 2 rows for y, c,"
            + " t");
  }

  @Test
  void refusesDataThatNeverVaries() {
    DetectorDefinition definition = Tables.definition("field: x, transform: none");

    assertRefused(
        definition,
        Tables.numbers(definition, 1, 1, 1),
        "expected at least one field that varies, found the same values in all 3 rows");
  }

  @Test
  void refusesDocumentsAsCategories() {
    DetectorDefinition definition = Tables.definition("field: c, encode: one-hot");

    assertRefused(
        definition,
        Tables.texts(definition, "x".repeat(1001), "y".repeat(1001)),
        "expected categories of at most 1000 characters, found only longer texts in c");
  }

  private static void assertRefused(
      DetectorDefinition definition, EventTable table, String message) {
    assertThatThrownBy(() -> FeatureFitter.fit(definition, table))
        .isInstanceOf(UnusableDataException.class)
        .hasMessage(message);
  }

  /** Quotes what YAML's flow style would not take for one text. */
  private static String quoted(String transform) {
    return transform.startsWith("[") ? transform : "'" + transform + "'";
  }
}
