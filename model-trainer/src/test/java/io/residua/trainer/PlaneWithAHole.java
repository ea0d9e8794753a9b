package io.residua.trainer;

import io.residua.detector.definition.DefinitionException;
import io.residua.detector.definition.DefinitionParser;
import io.residua.detector.definition.DetectorDefinition;
import io.residua.detector.definition.EventLayouts;
import io.residua.detector.event.Event;
import io.residua.detector.event.EventTable;
import io.residua.trainer.matrix.Samples;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Records on a plane in six dimensions. Normal ones leave out a disc of it, in which one kind of
 * anomalies lies: none of these has a residual. The other kind lies beside the plane.
 */
final class PlaneWithAHole {
  private static final int WIDTH = 6;
  private static final double[][] AXES = Samples.axes(WIDTH);
  private static final double CENTRE = 0.8;

  private final EventTable table;
  private final Event event;
  private final SplittableRandom random;

  PlaneWithAHole(DetectorDefinition definition, long seed) {
    table = new EventTable(EventLayouts.of(definition));
    event = new Event(table.layout());
    random = new SplittableRandom(seed);
  }

  /**
   * @param model what stands under {@code model}, with commas between
   */
  static DetectorDefinition definition(String model) {
    String fields =
        IntStream.range(0, WIDTH).mapToObj(i -> "f" + i).collect(Collectors.joining(","));
    try {
      return DefinitionParser.parse(
          """
          detector: plane
          input: { topic: plane, time: at }
          features: [ { fields: [%s], transform: none } ]
          model: { %s }
          calibration: { budget: 1 in 100 }
          """
              .formatted(fields, model),
          null);
    } catch (DefinitionException e) {
      throw new IllegalArgumentException(e);
    }
  }

  PlaneWithAHole normal(int rows) {
    for (int row = 0; row < rows; row++) {
      double a;
      double b;
      do {
        a = 4 * random.nextDouble() - 2;
        b = 4 * random.nextDouble() - 2;
      } while (Math.hypot(a - CENTRE, b - CENTRE) < 0.9);
      add(a, b, 0.05);
    }
    return this;
  }

  PlaneWithAHole inTheHole(int rows) {
    for (int row = 0; row < rows; row++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double radius = 0.6 * Math.sqrt(random.nextDouble());
      add(CENTRE + radius * Math.cos(angle), CENTRE + radius * Math.sin(angle), 0.05);
    }
    return this;
  }

  PlaneWithAHole beside(int rows) {
    for (int row = 0; row < rows; row++) {
      add(-2 + random.nextDouble(), -2 + random.nextDouble(), 1);
    }
    return this;
  }

  private void add(double a, double b, double noise) {
    event.clear();
    for (int i = 0; i < WIDTH; i++) {
      event.setNumber(i, a * AXES[0][i] + b * AXES[1][i] + noise * random.nextGaussian());
    }
    table.append(event);
  }

  EventTable table() {
    return table;
  }
}
