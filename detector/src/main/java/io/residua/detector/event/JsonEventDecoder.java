package io.residua.detector.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;

/**
 * JSON objects (RFC 8259, UTF-8) into events, token by token, without building a tree.
 *
 * <p>A dotted path steps into nested objects; an object may as well hold the whole path as one flat
 * name. A field that stands twice is refused as MALFORMED, for nobody knows which one is meant;
 * names that the layout does not read are skipped. {@code NaN} and {@code Infinity}, which Python
 * writes, are missing values. Nesting deeper than {@value #MAX_DEPTH} is refused. One instance per
 * thread.
 */
public final class JsonEventDecoder implements EventDecoder {
  /** How deep objects and arrays may nest. */
  public static final int MAX_DEPTH = 100;

  private final int maxBytes;
  private final PathNode root;
  private final SeenNodes seen;
  private final JsonFactory factory;

  /**
   * @param maxBytes larger values are rejected unread; 1 or more
   */
  public JsonEventDecoder(EventLayout layout, int maxBytes) {
    PathNode.Tree tree = PathNode.of(layout);
    this.maxBytes = EventChecks.positive(maxBytes);
    this.root = tree.root();
    this.seen = new SeenNodes(tree);
    this.factory = factory(maxBytes);
  }

  private static JsonFactory factory(int maxBytes) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxStringLength(maxBytes)
                .maxNumberLength(FieldTarget.MOST_DIGITS)
                .build())
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .build();
  }

  @Override
  public Rejection decode(byte[] value, Event into) {
    into.clear();
    seen.nextRecord();
    Rejection rejection = EventChecks.size(value, maxBytes);
    if (rejection == null) {
      rejection = encoding(value);
    }
    if (rejection == null) {
      rejection = parse(value, into);
    }
    return rejection == null ? EventChecks.complete(into) : rejection;
  }

  // Jackson would take leading zero bytes for UTF-16 and lets some broken UTF-8 pass.
  private static Rejection encoding(byte[] value) {
    int broken = Utf8.firstBroken(value, 0, value.length);
    if (broken < 0 && value.length > 1 && (value[0] == 0 || value[1] == 0)) {
      broken = value[0] == 0 ? 0 : 1;
    }
    return broken < 0 ? null : malformed("expected UTF-8, found other bytes at " + broken);
  }

  private Rejection parse(byte[] value, Event into) {
    try (JsonParser parser = factory.createParser(value)) {
      if (parser.nextToken() == null) {
        return malformed("expected a JSON object, found nothing");
      }
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        return notAnObject(parser);
      }
      Rejection rejection = object(parser, root, into);
      return rejection == null ? end(parser) : rejection;
    } catch (JsonProcessingException e) {
      return malformed("broken JSON%s: %s".formatted(place(e), Quote.of(e.getOriginalMessage())));
    } catch (IOException e) {
      return malformed("broken JSON: " + Quote.of(String.valueOf(e.getMessage())));
    }
  }

  // A limit that is exceeded has no location.
  private static String place(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " at byte " + e.getLocation().getByteOffset();
  }

  private static Rejection notAnObject(JsonParser parser) throws IOException {
    String found = describe(parser.currentToken());
    parser.skipChildren();
    Rejection rejection = end(parser);
    return rejection != null
        ? rejection
        : new Rejection(
            RejectReason.NOT_AN_OBJECT, "expected a JSON object, found %s".formatted(found));
  }

  private static Rejection end(JsonParser parser) throws IOException {
    return parser.nextToken() == null
        ? null
        : malformed(
            "expected the record's end at byte %d, found more"
                .formatted(parser.currentTokenLocation().getByteOffset()));
  }

  private Rejection object(JsonParser parser, PathNode node, Event into) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      PathNode child = node.child(name);
      if (child == null) {
        parser.skipChildren();
        continue;
      }
      Rejection rejection = seen.see(child);
      if (rejection == null && token != JsonToken.VALUE_NULL) {
        rejection = value(parser, token, child, into);
      }
      if (rejection != null) {
        return rejection;
      }
    }
    return null;
  }

  private Rejection value(JsonParser parser, JsonToken token, PathNode node, Event into)
      throws IOException {
    FieldTarget target = node.target();
    if (target == null) {
      return token == JsonToken.START_OBJECT ? object(parser, node, into) : noObject(node, token);
    }
    switch (token) {
      case VALUE_STRING:
        return target.text(parser.getText(), into);
      case VALUE_NUMBER_INT:
        return integer(parser, target, into);
      case VALUE_NUMBER_FLOAT:
        return target.number(parser.getDoubleValue(), into);
      case VALUE_TRUE:
      case VALUE_FALSE:
        return target.bool(token == JsonToken.VALUE_TRUE, into);
      default:
        return target.wrongType(describe(token));
    }
  }

  private static Rejection integer(JsonParser parser, FieldTarget target, Event into)
      throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? target.integer(parser.getBigIntegerValue(), into)
        : target.integer(parser.getLongValue(), into);
  }

  private static Rejection noObject(PathNode node, JsonToken found) {
    return new Rejection(
        RejectReason.WRONG_TYPE,
        "field %s: expected an object, found %s".formatted(node.path(), describe(found)));
  }

  private static String describe(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NULL -> "null";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      default -> "a number";
    };
  }

  private static Rejection malformed(String detail) {
    return new Rejection(RejectReason.MALFORMED, detail);
  }
}
