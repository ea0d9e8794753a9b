package io.residua.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.residua.detector.Detector;
import io.residua.detector.bundle.ModelBundle;
import io.residua.detector.fixture.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The small model of payments, what it reads and what processes it. */
final class Payments {
  static final String NORMAL =
      """
      {"card": "card-1", "at": 1767225600000, "amount": 50, "category": "food"}""";
  static final String STRANGE =
      """
      {"card": "card-1", "at": 1767225600000, "amount": 4000, "category": "food"}""";

  final Detector detector;
  final Accounting accounting;
  final RecordProcessor processor;

  private Payments(String definition, RecordLimits limits) {
    this(Fixtures.smallModel(Fixtures.definition(definition), 3), limits);
  }

  private Payments(ModelBundle model, RecordLimits limits) {
    this.detector = new Detector(model);
    this.accounting = new Accounting(detector, new SimpleMeterRegistry());
    this.processor =
        new RecordProcessor(
            detector,
            Route.of(detector).get(0),
            new Task(2, 3, name -> new MemoryStates()),
            limits,
            Optional.empty(),
            accounting);
  }

  static Payments standard() {
    return of(Fixtures.DEFINITION);
  }

  /** With a network that is run for many records at once. */
  static Payments large() {
    return new Payments(
        Fixtures.largeModel(Fixtures.definition(Fixtures.DEFINITION), 3), RecordLimits.defaults());
  }

  static Payments of(String definition) {
    return new Payments(definition, RecordLimits.defaults());
  }

  static Payments limited(int recordBytes) {
    return new Payments(
        Fixtures.DEFINITION, new RecordLimits(recordBytes, RecordLimits.DEFAULT_FUTURE));
  }

  /** A definition whose events have no key and no time of their own. */
  static String withoutKeyAndTime() {
    return Fixtures.DEFINITION.replace("  key: card\n", "").replace("  time: at\n", "");
  }

  Outcome process(String value) {
    return process(0, null, utf8(value));
  }

  Outcome process(long offset, byte[] key, byte[] value) {
    return processor.process(new SourceRecord("payments", 2, offset, 1000, key, value));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
