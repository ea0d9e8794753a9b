package io.residua.detector.bundle;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.feature.FeaturePipeline;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses a bundle's golden records: at most eight rows that between them show what a loader must
 * reproduce. These are rows evenly spread over the table, the rows of lowest and highest score, and
 * the row with most features missing. Where the model has several parts there is one more for each:
 * its first row, and for the global part a row without its value. Deterministic.
 */
public final class GoldenRecords {
  private static final int SPREAD = 5;
  private static final int MOST_LOOKED_AT = 10_000;

  private final EventTable table;
  private final ModelParts parts;
  private final GoldenRun run;
  private final Event event;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final List<Integer> usable = new ArrayList<>();
  private int lowest = -1;
  private int highest = -1;
  private int fewest = -1;

  private GoldenRecords(FeaturePipeline features, ModelParts parts, EventTable table) {
    this.table = table;
    this.parts = parts;
    this.run = new GoldenRun(features, parts);
    this.event = new Event(table.layout());
  }

  /**
   * Chooses from a table of the pipeline's layout.
   *
   * @throws IllegalArgumentException when no row can be scored
   */
  public static List<GoldenRecord> choose(
      FeaturePipeline features, ModelParts parts, EventTable table) {
    GoldenRecords choice = new GoldenRecords(features, parts, table);
    choice.look();
    if (choice.usable.isEmpty()) {
      throw new IllegalArgumentException(
          "none of the table's %d rows can be scored".formatted(table.rows()));
    }
    Set<Integer> rows = choice.rows();
    rows.addAll(choice.firstOfEachPart());
    List<GoldenRecord> records = new ArrayList<>();
    rows.forEach(row -> records.add(choice.record(row)));
    choice.withoutValue().ifPresent(records::add);
    return records;
  }

  private void look() {
    int looks = Math.min(MOST_LOOKED_AT, table.rows());
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    int observed = Integer.MAX_VALUE;
    for (int i = 0; i < looks; i++) {
      int row = (int) ((long) i * table.rows() / looks);
      double score = score(row);
      if (!Double.isFinite(score) || !isWritable()) {
        continue;
      }
      usable.add(row);
      lowest = score < least ? row : lowest;
      highest = score > most ? row : highest;
      fewest = run.present() < observed ? row : fewest;
      least = Math.min(least, score);
      most = Math.max(most, score);
      observed = Math.min(observed, run.present());
    }
  }

  /** Half of a surrogate pair, which JSON can escape, has no UTF-8. */
  private boolean isWritable() {
    boolean writable = event.key() == null || encoder.canEncode(event.key());
    for (int i = 0; i < table.layout().size(); i++) {
      writable &= event.text(i) == null || encoder.canEncode(event.text(i));
    }
    return writable;
  }

  private Set<Integer> rows() {
    Set<Integer> rows = new LinkedHashSet<>();
    for (int i = 0; i < SPREAD; i++) {
      rows.add(usable.get((usable.size() - 1) * i / (SPREAD - 1)));
    }
    rows.add(lowest);
    rows.add(highest);
    rows.add(fewest);
    return rows;
  }

  private Set<Integer> firstOfEachPart() {
    Set<String> left = new HashSet<>(parts.own().keySet());
    Set<Integer> rows = new LinkedHashSet<>();
    for (int row = 0; row < table.rows() && !left.isEmpty(); row++) {
      String value = table.text(row, parts.index(table.layout()));
      if (left.contains(value) && Double.isFinite(score(row)) && isWritable()) {
        left.remove(value);
        rows.add(row);
      }
    }
    return rows;
  }

  private Optional<GoldenRecord> withoutValue() {
    if (parts.own().isEmpty()) {
      return Optional.empty();
    }
    Event copy = copy(usable.get(0));
    copy.setText(parts.index(table.layout()), null);
    return Optional.of(record(copy)).filter(golden -> Double.isFinite(golden.score()));
  }

  private GoldenRecord record(int row) {
    return record(copy(row));
  }

  private GoldenRecord record(Event copy) {
    double score = run.score(copy);
    return new GoldenRecord(copy, run.input().clone(), score, run.latent().clone());
  }

  private Event copy(int row) {
    Event copy = new Event(table.layout());
    table.read(row, copy);
    return copy;
  }

  private double score(int row) {
    table.read(row, event);
    return run.score(event);
  }
}
