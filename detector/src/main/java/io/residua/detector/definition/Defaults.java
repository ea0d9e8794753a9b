package io.residua.detector.definition;

import io.residua.detector.definition.ModelSpec.Corruption;
import io.residua.detector.definition.ModelSpec.EncoderKind;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** What a definition means where it says nothing. Every default stands here and nowhere else. */
public final class Defaults {
  public static final InputFormat INPUT_FORMAT = InputFormat.AVRO;

  public static final boolean REPARTITION = false;

  /** Of a number's deviation from the key's own: 1,000 events. */
  public static final int DEVIATION_MEMORY = 1_000;

  public static final boolean DEVIATION_LOG = false;
  public static final boolean DEVIATION_FITTED = false;
  public static final int STEPS_BACK = 1;
  public static final Duration TIME_TO_LIVE = Duration.ofDays(30);
  public static final MissingPolicy MISSING = MissingPolicy.IMPUTE_AND_FLAG;
  public static final Family FAMILY = Family.UNDERCOMPLETE;
  public static final EncoderKind ENCODER = EncoderKind.DENSE;
  public static final Corruption CORRUPTION = Corruption.MASKING;
  public static final double CORRUPTION_LEVEL = 0.15;
  public static final int STEPS = 3000;
  public static final int BATCH = 256;
  public static final int AUTO_STEPS = 6000;
  public static final int AUTO_BATCH = 128;
  public static final double LEARNING_RATE = 0.001;
  public static final double VALIDATION = 0.2;
  public static final int PATIENCE = 10;
  public static final Budget BUDGET = new Budget.OneIn(1_000);
  public static final int DISCOVERY_WINDOW = 1_000;
  public static final RecalibrationSpec RECALIBRATION = new RecalibrationSpec(100_000, 4);
  public static final int EXPLAIN = 5;
  public static final ConsecutiveSpec CONSECUTIVE = new ConsecutiveSpec(1, 1);
  public static final Duration CLOSE_AFTER = Duration.ofMinutes(10);
  public static final Duration UPDATE_EVERY = Duration.ZERO;
  public static final Duration COOLDOWN = Duration.ZERO;
  public static final SeverityLevels LEVELS = new SeverityLevels(40, 70, 90);
  public static final ZoneId MAINTENANCE_ZONE = ZoneId.of("UTC");
  public static final OutputShare SCORES = OutputShare.ALL;
  public static final OutputShare EMBEDDINGS = OutputShare.ALL;
  public static final OutputFormat OUTPUT_FORMAT = OutputFormat.AVRO;

  public static final List<TransformSpec> SEQUENCE_TRANSFORMS =
      List.of(TransformSpec.Simple.ROBUST);

  static final SequenceReader.Normalisation NORMALISATION = SequenceReader.Normalisation.KEY;

  /** Of a sequence's normalisation: a key's whole history, as far as anyone will run a job. */
  public static final int SEQUENCE_MEMORY = 1_000_000;

  private Defaults() {}

  /**
   * What becomes of a keyed number that says no transform. Amounts, counts and waiting times have
   * long tails; a z is in standard units already.
   */
  public static List<TransformSpec> transforms(KeyedSpec keyed) {
    if (keyed instanceof KeyedSpec.Novelty
        || keyed instanceof KeyedSpec.Deviation deviation
            && deviation.comparison() == KeyedSpec.Comparison.Z) {
      return List.of(TransformSpec.Simple.NONE);
    }
    return keyed instanceof KeyedSpec.Earlier
        ? List.of(TransformSpec.Simple.ROBUST)
        : List.of(TransformSpec.Simple.LOG1P, TransformSpec.Simple.ROBUST);
  }
}
