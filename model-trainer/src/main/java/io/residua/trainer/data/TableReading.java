package io.residua.trainer.data;

import io.residua.detector.event.EventLayout;
import io.residua.detector.event.EventTable;
import io.residua.detector.event.FieldKind;
import io.residua.detector.event.StableHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One pass that fills a table. Larger data is sampled by selection sampling (Knuth, "The Art of
 * Computer Programming", volume 2, algorithm 3.4.2 S): uniform, without replacement, in order. With
 * keyed features, whose histories must be whole, it is some keys that are kept instead, with all of
 * their rows.
 */
final class TableReading {
  /** With a larger share of unreadable rows, the definition does not fit the data. */
  private static final double MOST_REJECTED = 0.1;

  private static final int EXAMPLES = 3;
  private static final int KEY_SLOTS = 10_000;

  private final String dataName;
  private final ReadOptions options;
  private final EventTable events;
  private final List<String> examples = new ArrayList<>();
  private boolean[] labels = new boolean[16];
  private final Optional<ClassNumbers> classes;
  private long rejected;

  TableReading(String dataName, EventLayout layout, ReadOptions options) {
    this.dataName = dataName;
    this.options = options;
    this.events = new EventTable(layout);
    this.classes = options.classes().map(ClassNumbers::new);
  }

  DataTable read(EventRows rows, long total) throws DataException {
    if (total > options.mostRows() && isKeyed()) {
      readSomeKeys(rows, (double) options.mostRows() / total);
    } else {
      readSome(rows, total);
    }
    requireMostRead();
    return new DataTable(
        events, labels(), classes.map(ClassNumbers::classes), total, rejected, warnings(total));
  }

  /** Whether rows mean something only together with the others of their key. */
  private boolean isKeyed() {
    return events.layout().keyPath().isPresent()
        && events.layout().fields().stream().anyMatch(field -> field.kind() == FieldKind.DERIVED);
  }

  /** Some keys with all of their rows, chosen by a hash of the key and the seed. */
  private void readSomeKeys(EventRows rows, double share) throws DataException {
    int below = (int) Math.ceil(share * KEY_SLOTS);
    int salt = StableHash.mixed((int) options.seed());
    while (rows.next()) {
      String key = rows.rejection() == null ? rows.event().key() : String.valueOf(rows.number());
      int slot = Integer.remainderUnsigned(StableHash.mixed(StableHash.of(key) ^ salt), KEY_SLOTS);
      if (slot < below) {
        keep(rows);
      }
    }
  }

  private void readSome(EventRows rows, long total) throws DataException {
    SplittableRandom random = new SplittableRandom(options.seed());
    long wanted = Math.min(total, options.mostRows());
    for (long seen = 0; wanted > 0; seen++) {
      boolean chosen = total - seen <= wanted || random.nextLong(total - seen) < wanted;
      if (!(chosen ? rows.next() : rows.skip())) {
        break;
      }
      if (chosen) {
        wanted--;
        keep(rows);
      }
    }
  }

  private void keep(EventRows rows) throws DataException {
    if (rows.rejection() != null) {
      rejected++;
      if (examples.size() < EXAMPLES) {
        examples.add("row " + rows.number() + ": " + rows.rejection().detail());
      }
      return;
    }
    if (options.label().isPresent()) {
      if (events.rows() == labels.length) {
        labels = Arrays.copyOf(labels, 2 * labels.length);
      }
      labels[events.rows()] = rows.label();
    }
    if (classes.isPresent()) {
      classes.get().add(rows.className());
    }
    events.append(rows.event());
  }

  private void requireMostRead() throws DataException {
    if (rejected > MOST_REJECTED * (rejected + events.rows())) {
      throw new DataException(
          "%,d of %,d rows of %s do not fit the definition; %s"
              .formatted(rejected, rejected + events.rows(), dataName, examples.get(0)));
    }
  }

  private Optional<boolean[]> labels() {
    return options.label().map(column -> Arrays.copyOf(labels, events.rows()));
  }

  private List<String> warnings(long total) {
    List<String> warnings = new ArrayList<>();
    options
        .label()
        .filter(events.layout().paths()::contains)
        .ifPresent(
            label ->
                warnings.add(
                    "label column %s is also a feature: the detector reads the answer"
                        .formatted(label)));
    if (total > options.mostRows()) {
      warnings.add(
          isKeyed()
              ? "%s has %,d rows; all %,d rows of some of its keys are used"
                  .formatted(dataName, total, events.rows())
              : "%s has %,d rows; a uniform sample of %,d is used"
                  .formatted(dataName, total, options.mostRows()));
    }
    if (rejected > 0) {
      warnings.add(
          "left out %,d %s of %s that cannot be read; %s"
              .formatted(
                  rejected, rejected == 1 ? "row" : "rows", dataName, String.join("; ", examples)));
    }
    return warnings;
  }
}
