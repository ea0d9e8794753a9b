package io.residua.trainer.matrix;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.detector.feature.FeaturePipeline;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Transformed records, row-major, without an object per row. The arrays are handed out as they are:
 * whoever reads them leaves them as they are.
 */
public final class FeatureMatrix {
  /** The class of a row whose class is unknown. */
  public static final int UNKNOWN_CLASS = -1;

  private final int width;
  private final float[] values;
  private final boolean[] observed;

  /** Empty where no row's class is known. */
  private final int[] classes;

  private final Optional<SequenceLayout> sequence;

  /**
   * Rows of unknown classes.
   *
   * @param width features a row, at least 1
   * @param values rows of {@code width} values
   * @param observed which of them were observed; of the same length
   * @throws IllegalArgumentException when the lengths do not fit
   */
  public FeatureMatrix(int width, float[] values, boolean[] observed) {
    this(width, values, observed, new int[0], Optional.empty());
  }

  private FeatureMatrix(
      int width,
      float[] values,
      boolean[] observed,
      int[] classes,
      Optional<SequenceLayout> sequence) {
    if (width < 1 || values.length % width != 0 || values.length != observed.length) {
      throw new IllegalArgumentException(
          "expected rows of %d values and as many flags, got %d values and %d flags"
              .formatted(width, values.length, observed.length));
    }
    this.width = width;
    this.values = values;
    this.observed = observed;
    this.classes = classes;
    this.sequence = sequence;
  }

  /** Transforms the given rows of a table, in the given order. */
  public static FeatureMatrix of(FeaturePipeline pipeline, EventTable table, int[] rows) {
    int width = pipeline.width();
    float[] values = new float[Math.multiplyExact(rows.length, width)];
    boolean[] observed = new boolean[values.length];
    Event event = new Event(table.layout());
    for (int i = 0; i < rows.length; i++) {
      table.read(rows[i], event);
      pipeline.transform(event, values, observed, i * width);
    }
    return new FeatureMatrix(width, values, observed);
  }

  public int width() {
    return width;
  }

  public int rows() {
    return values.length / width;
  }

  public float[] values() {
    return values;
  }

  public boolean[] observed() {
    return observed;
  }

  /**
   * The same rows with their classes.
   *
   * @param numbers one for each row, from 0; {@value #UNKNOWN_CLASS} where it is unknown
   * @throws IllegalArgumentException when they are not as many as the rows, or below {@value
   *     #UNKNOWN_CLASS}
   */
  public FeatureMatrix withClasses(int[] numbers) {
    if (numbers.length != rows()) {
      throw new IllegalArgumentException(
          "expected a class for each of %d rows, got %d".formatted(rows(), numbers.length));
    }
    int least = Arrays.stream(numbers).min().orElse(0);
    if (least < UNKNOWN_CLASS) {
      throw new IllegalArgumentException(
          "expected classes from %d, got %d".formatted(UNKNOWN_CLASS, least));
    }
    return new FeatureMatrix(width, values, observed, numbers, sequence);
  }

  /**
   * The same rows, with where a sequence stands in each.
   *
   * @throws IllegalArgumentException when it is of rows of another width
   */
  public FeatureMatrix withSequence(SequenceLayout layout) {
    if (layout.width() != width) {
      throw new IllegalArgumentException(
          "expected a sequence among %d features, got one among %d"
              .formatted(width, layout.width()));
    }
    return new FeatureMatrix(width, values, observed, classes, Optional.of(layout));
  }

  /** Where a sequence stands in each row; empty where there is none. */
  public Optional<SequenceLayout> sequence() {
    return sequence;
  }

  /** The same rows, flags and classes with other values of the same width. */
  public FeatureMatrix withValues(float[] others) {
    return new FeatureMatrix(width, others, observed, classes, sequence);
  }

  /** Whether any row's class is known. */
  public boolean classified() {
    return Arrays.stream(classes).anyMatch(number -> number != UNKNOWN_CLASS);
  }

  /** A row's class, from 0; {@value #UNKNOWN_CLASS} where it is unknown. */
  public int classOf(int row) {
    return classes.length == 0 ? UNKNOWN_CLASS : classes[row];
  }

  /** One more than the largest class; 0 where no row's class is known. */
  public int classCount() {
    return Arrays.stream(classes).max().orElse(UNKNOWN_CLASS) + 1;
  }

  /** Whether no entry is missing. */
  public boolean complete() {
    for (boolean entry : observed) {
      if (!entry) {
        return false;
      }
    }
    return true;
  }

  /** A copy in which what was not observed is the mean of what was, feature by feature. */
  public FeatureMatrix imputed() {
    float[] filled = values.clone();
    for (int column = 0; column < width; column++) {
      double sum = 0;
      int count = 0;
      for (int i = column; i < values.length; i += width) {
        sum += observed[i] ? values[i] : 0;
        count += observed[i] ? 1 : 0;
      }
      for (int i = column; i < values.length; i += width) {
        filled[i] = observed[i] ? filled[i] : (float) (sum / Math.max(1, count));
      }
    }
    return withValues(filled);
  }

  /** A copy of the first rows, or of all where there are fewer. */
  public FeatureMatrix first(int most) {
    int length = Math.min(rows(), most) * width;
    return new FeatureMatrix(
        width,
        Arrays.copyOf(values, length),
        Arrays.copyOf(observed, length),
        Arrays.copyOf(classes, Math.min(classes.length, most)),
        sequence);
  }

  /** A copy of the given rows, in the given order. */
  public FeatureMatrix select(int[] rows) {
    float[] chosen = new float[rows.length * width];
    boolean[] flags = new boolean[chosen.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * width, chosen, i * width, width);
      System.arraycopy(observed, rows[i] * width, flags, i * width, width);
    }
    int[] theirs =
        classes.length == 0 ? classes : IntStream.of(rows).map(row -> classes[row]).toArray();
    return new FeatureMatrix(width, chosen, flags, theirs, sequence);
  }

  /** This matrix with another's rows below. */
  public FeatureMatrix and(FeatureMatrix below) {
    float[] joined = Arrays.copyOf(values, values.length + below.values.length);
    System.arraycopy(below.values, 0, joined, values.length, below.values.length);
    boolean[] flags = Arrays.copyOf(observed, joined.length);
    System.arraycopy(below.observed, 0, flags, observed.length, below.observed.length);
    return new FeatureMatrix(width, joined, flags, joinedClasses(below), sequence);
  }

  private int[] joinedClasses(FeatureMatrix below) {
    return classes.length == 0 && below.classes.length == 0
        ? classes
        : IntStream.concat(
                IntStream.range(0, rows()).map(this::classOf),
                IntStream.range(0, below.rows()).map(below::classOf))
            .toArray();
  }
}
