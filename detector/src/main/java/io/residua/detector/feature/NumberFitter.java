package io.residua.detector.feature;

import io.residua.detector.definition.FeatureSpec;
import io.residua.detector.definition.KeyedSpec;
import io.residua.detector.definition.TransformSpec;
import io.residua.detector.event.EventTable;
import io.residua.detector.feature.NumberEncoder.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Fits a number's chain of transforms. */
final class NumberFitter {
  private NumberFitter() {}

  static Optional<FieldEncoder> fit(
      FeatureSpec feature, int index, EventTable table, Findings findings) {
    double[] present =
        IntStream.range(0, table.rows())
            .mapToDouble(row -> table.number(row, index))
            .filter(Double::isFinite)
            .toArray();
    if (!findings.present(feature.field(), present.length)) {
      return Optional.empty();
    }
    SortedValues values = SortedValues.sorting(present);
    // What a field was earlier is as constant as the field, of which the user has been told.
    if (!values.isConstant() || !isEarlier(feature)) {
      findings.varies(
          feature.field(),
          !values.isConstant(),
          ValueText.exactly(values.min()),
          "its scale is 1, so that another value stands out by its distance");
    }
    return Optional.of(
        new NumberEncoder(feature.field(), index, chain(feature, values, findings), range(values)));
  }

  private static boolean isEarlier(FeatureSpec feature) {
    return feature.keyed().filter(KeyedSpec.Earlier.class::isInstance).isPresent();
  }

  private static Range range(SortedValues values) {
    Interval normal = new Interval(values.quantile(Range.TAIL), values.quantile(1 - Range.TAIL));
    return new Range(values.quantile(0.5), values.min(), values.max(), Optional.of(normal));
  }

  private static List<NumberTransform> chain(
      FeatureSpec feature, SortedValues values, Findings findings) {
    List<NumberTransform> chain = new ArrayList<>();
    SortedValues current = values;
    for (TransformSpec spec : feature.transforms()) {
      Optional<NumberTransform> transform = TransformFitter.fit(spec, current);
      if (transform.isPresent()) {
        chain.add(transform.get());
        current = current.after(transform.get());
      }
    }
    if (current.isConstant() && !values.isConstant()) {
      findings.warn(
          "field %s varies, but its transforms make the same number of every value"
              .formatted(feature.field()));
    }
    return chain;
  }
}
