package io.residua.detector.event;

import io.residua.schema.wire.AvroFraming;
import java.io.EOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Avro values of any schema into events.
 *
 * <p>Which schema wrote a value is decided in this order: bytes C3 01 and a known fingerprint are
 * Avro's single-object encoding; a zero byte, where a registry is configured, is the Confluent
 * framing; anything else is a bare body of the fixed schema, where one is given. Each writer's
 * schema is resolved once into steps that read the wanted fields straight from the bytes and skip
 * the rest; no generic record is built. The {@value #REMEMBERED} schemas used last are remembered.
 *
 * <p>A path that the writer's schema does not have is missing. One instance per thread.
 */
public final class AvroEventDecoder implements EventDecoder {
  /** How many writers' schemas are kept resolved. */
  public static final int REMEMBERED = 100;

  private final WriterSchemas schemas;
  private final int maxBytes;
  private final PathNode root;
  private final AvroInput input;
  private final Optional<AvroStep> fixed;
  private final Map<Long, AvroStep> byFingerprint = remembered();
  private final Map<Integer, AvroStep> byId = remembered();

  /**
   * @param schemas where writers' schemas are found
   * @param fixed the schema of values without a header, where there are such
   * @param maxBytes larger values are rejected unread; 1 or more
   */
  public AvroEventDecoder(
      EventLayout layout, WriterSchemas schemas, Optional<Schema> fixed, int maxBytes) {
    PathNode.Tree tree = PathNode.of(layout);
    this.schemas = schemas;
    this.maxBytes = EventChecks.positive(maxBytes);
    this.root = tree.root();
    this.input = new AvroInput(new SeenNodes(tree));
    this.fixed = fixed.map(schema -> AvroPlan.of(schema, root));
    fixed.ifPresent(schema -> byFingerprint.put(AvroFraming.fingerprint(schema), this.fixed.get()));
  }

  @Override
  public Rejection decode(byte[] value, Event into) {
    into.clear();
    Rejection rejection = EventChecks.size(value, maxBytes);
    if (rejection != null) {
      return rejection;
    }
    if (AvroFraming.looksSingleObject(value)) {
      AvroStep step = ofFingerprint(AvroFraming.fingerprint(value));
      if (step != null) {
        return body(step, value, AvroFraming.SINGLE_OBJECT_LENGTH, into);
      }
    } else if (schemas.framed() && AvroFraming.looksConfluent(value)) {
      AvroStep step = ofId(AvroFraming.confluentId(value));
      return step == null ? unknown(value) : body(step, value, AvroFraming.CONFLUENT_LENGTH, into);
    }
    return fixed.isEmpty() ? unknown(value) : body(fixed.get(), value, 0, into);
  }

  private AvroStep ofFingerprint(long fingerprint) {
    AvroStep known = byFingerprint.get(fingerprint);
    if (known != null) {
      return known;
    }
    AvroStep step = plan(schemas.byFingerprint(fingerprint));
    if (step != null) {
      byFingerprint.put(fingerprint, step);
    }
    return step;
  }

  private AvroStep ofId(int id) {
    AvroStep known = byId.get(id);
    if (known != null) {
      return known;
    }
    AvroStep step = plan(schemas.byId(id));
    if (step != null) {
      byId.put(id, step);
    }
    return step;
  }

  private AvroStep plan(Optional<Schema> writer) {
    return writer.map(schema -> AvroPlan.of(schema, root)).orElse(null);
  }

  private Rejection body(AvroStep step, byte[] value, int offset, Event into) {
    try {
      input.start(value, offset);
      Rejection rejection = step.run(input, into);
      if (rejection != null) {
        return rejection;
      }
      return input.atEnd()
          ? EventChecks.complete(into)
          : malformed("expected the record's end, found more bytes");
    } catch (EOFException e) {
      return malformed("expected more bytes, found the end: the record is truncated");
    } catch (IOException | AvroRuntimeException e) {
      return malformed("broken Avro: " + e.getMessage());
    }
  }

  private Rejection unknown(byte[] value) {
    String found =
        AvroFraming.looksSingleObject(value)
            ? "the fingerprint %016x".formatted(AvroFraming.fingerprint(value))
            : schemas.framed() && AvroFraming.looksConfluent(value)
                ? "the schema id %d".formatted(AvroFraming.confluentId(value))
                : "a value without a header, and no fixed schema is given";
    return new Rejection(
        RejectReason.UNKNOWN_SCHEMA, "expected Avro of a known schema, found " + found);
  }

  private static Rejection malformed(String detail) {
    return new Rejection(RejectReason.MALFORMED, detail);
  }

  private static <K> Map<K, AvroStep> remembered() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, AvroStep> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}
