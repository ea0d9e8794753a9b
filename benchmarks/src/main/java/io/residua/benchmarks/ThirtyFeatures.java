package io.residua.benchmarks;

import io.residua.detector.Detector;
import io.residua.detector.event.Event;
import io.residua.detector.network.Network;
import java.util.Random;

/**
 * A detector of thirty standardised numbers with a 30-16-8-16-30 network, which most benchmarks
 * share, so that their figures compare.
 */
public final class ThirtyFeatures {
  public static final int FIELDS = 30;
  public static final int[] WIDTHS = {FIELDS, 16, 8, 16, FIELDS};
  public static final long SEED = 1;

  static final NumberDetector MAKER = new NumberDetector(WIDTHS);

  private ThirtyFeatures() {}

  /** As {@link NumberDetector#detector}. */
  public static Detector detector(String topic, String format, String outputs) {
    return MAKER.detector(topic, format, outputs);
  }

  /** The name of a field, from {@code f00}. */
  public static String field(int index) {
    return NumberDetector.field(index);
  }

  /** The Avro schema of the records: a key, a time and the fields as doubles. */
  public static String avroSchema() {
    return MAKER.avroSchema();
  }

  /** One record's fields: noise around 50. */
  public static double[] values(Random random) {
    return MAKER.values(random);
  }

  /** A network of the widths, tanh between them, with weights of about 1/√inputs. */
  public static Network network() {
    return MAKER.network();
  }

  /** Sets the fields of an event of this detector's layout. */
  public static void fill(Event event, double[] values) {
    MAKER.fill(event, values);
  }
}
