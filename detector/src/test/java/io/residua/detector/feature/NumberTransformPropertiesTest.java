package io.residua.detector.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.detector.definition.TransformSpec;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class NumberTransformPropertiesTest {
  @Property(tries = 1000)
  void invertsWhatItAppliesWithinTheRange(
      @ForAll("specs") TransformSpec spec,
      @ForAll("columns") List<Double> column,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    SortedValues values = SortedValues.sorting(column.stream().mapToDouble(x -> x).toArray());
    double x = values.quantile(share);

    NumberTransform transform = fitted(spec, values);

    double range = Math.max(values.max() - values.min(), 1);
    boolean cut = transform instanceof Clip clip && (x < clip.low() || x > clip.high());
    if (!cut) {
      assertThat(transform.invert(transform.apply(x))).isCloseTo(x, within(1e-6 * range));
    }
  }

  @Property(tries = 1000)
  void neverDecreases(
      @ForAll("specs") TransformSpec spec,
      @ForAll("columns") List<Double> column,
      @ForAll("numbers") double one,
      @ForAll("numbers") double other) {
    SortedValues values = SortedValues.sorting(column.stream().mapToDouble(x -> x).toArray());

    NumberTransform transform = fitted(spec, values);

    double low = transform.apply(Math.min(one, other));
    double high = transform.apply(Math.max(one, other));
    double rounding = Double.isInfinite(high) ? 0 : 1e-9 * Math.abs(high);
    assertThat(low).isNotNaN().isLessThanOrEqualTo(high + rounding);
  }

  /** The transform, or one that changes nothing where there is nothing to clip. */
  private static NumberTransform fitted(TransformSpec spec, SortedValues values) {
    return TransformFitter.fit(spec, values).orElse(new Linear(Linear.Kind.STANDARD, 0, 1));
  }

  @Provide
  Arbitrary<TransformSpec> specs() {
    return Arbitraries.oneOf(
        Arbitraries.of(TransformSpec.Simple.class)
            .filter(spec -> spec != TransformSpec.Simple.NONE),
        Arbitraries.just(new TransformSpec.ClipTo(-10, 10)));
  }

  @Provide
  Arbitrary<List<Double>> columns() {
    Arbitrary<Double> one = Arbitraries.doubles().between(-1e6, 1e6).ofScale(6);
    Arbitrary<Double> few = Arbitraries.of(-1.0, 0.0, 2.5);
    return Arbitraries.oneOf(one.list().ofMinSize(1).ofMaxSize(200), few.list().ofMinSize(1));
  }

  @Provide
  Arbitrary<Double> numbers() {
    return AnyFeatures.numbers();
  }
}
