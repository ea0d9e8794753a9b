package io.residua.detector.feature;

import io.residua.detector.definition.EncodingSpec;
import io.residua.detector.definition.EncodingSpec.Hash;
import io.residua.detector.definition.FeatureSpec;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.StableHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Fits a category's encodings to how often each category was seen. */
final class CategoryFitter {
  private CategoryFitter() {}

  static Optional<FieldEncoder> fit(
      FeatureSpec feature, int index, EventTable table, Findings findings) {
    CategoryCounts counts = CategoryCounts.of(table, index);
    if (!findings.present(feature.field(), counts.rows())) {
      return Optional.empty();
    }
    if (counts.ranked().isEmpty()) {
      findings.onlyLongTexts(feature.field());
      return Optional.empty();
    }
    String typical = counts.ranked().get(0).category();
    findings.varies(
        feature.field(),
        counts.ranked().size() > 1,
        "\"" + ValueText.text(typical) + "\"",
        "any other value is one that was never seen");
    List<CategoryEncoding> encodings = new ArrayList<>();
    for (EncodingSpec spec : feature.encodings()) {
      encodings.add(fit(spec, feature.field(), counts, findings));
    }
    return Optional.of(new CategoryEncoder(feature.field(), index, encodings, typical));
  }

  private static CategoryEncoding fit(
      EncodingSpec spec, String field, CategoryCounts counts, Findings findings) {
    if (spec instanceof Hash hash) {
      return hashSlots(hash.slots(), counts);
    }
    return switch ((EncodingSpec.Simple) spec) {
      case ONE_HOT ->
          new OneHot(
              kept(OneHot.MOST_CATEGORIES, "one-hot", field, counts, findings).stream()
                  .map(CategoryCount::category)
                  .toList());
      case FREQUENCY ->
          new Frequency(
              kept(Frequency.MOST_CATEGORIES, "frequency", field, counts, findings), counts.rows());
      case HOUR_OF_DAY, DAY_OF_WEEK, DAY_OF_MONTH, MONTH_OF_YEAR ->
          throw new IllegalArgumentException(spec + " does not encode a category");
    };
  }

  private static List<CategoryCount> kept(
      int most, String encoding, String field, CategoryCounts counts, Findings findings) {
    List<CategoryCount> ranked = counts.ranked();
    if (ranked.size() <= most) {
      return ranked;
    }
    List<CategoryCount> kept = ranked.subList(0, most);
    long rows = kept.stream().mapToLong(CategoryCount::rows).sum();
    findings.warn(
        "field %s has %d categories: %s keeps the %d most frequent (%s %% of the rows) and takes"
                .formatted(
                    field,
                    ranked.size(),
                    encoding,
                    most,
                    ValueText.briefly(100.0 * rows / counts.rows()))
            + " the others for one");
    return kept;
  }

  private static CategoryEncoding hashSlots(int slots, CategoryCounts counts) {
    List<String> examples = new ArrayList<>(Collections.nCopies(slots, null));
    for (CategoryCount count : counts.ranked()) {
      int slot = StableHash.slot(count.category(), slots);
      if (examples.get(slot) == null) {
        examples.set(slot, count.category());
      }
    }
    return new HashSlots(examples);
  }
}
