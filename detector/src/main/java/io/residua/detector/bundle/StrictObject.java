package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A JSON object read strictly: a member that is missing, of another type, out of range or never
 * asked for is an error that names its path.
 */
final class StrictObject {
  private static final int SHOWN = 60;

  private final String path;
  private final ObjectNode members;
  private final Set<String> read = new HashSet<>();

  private StrictObject(String path, JsonNode value) throws BundleException {
    this.path = path;
    if (!(value instanceof ObjectNode object)) {
      throw expected(path, "an object", value);
    }
    this.members = object;
  }

  /**
   * Parses an entry.
   *
   * @param entry its name, with which paths begin
   */
  static StrictObject parse(String entry, byte[] json) throws BundleException {
    return new StrictObject(entry + ": ", JsonText.parse(entry, json));
  }

  /** The members' names in their order. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    members.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Whether the member is there and not null. */
  boolean has(String key) {
    return members.hasNonNull(key);
  }

  StrictObject object(String key) throws BundleException {
    return new StrictObject(path(key) + ".", member(key));
  }

  List<StrictObject> objects(String key) throws BundleException {
    List<StrictObject> objects = new ArrayList<>();
    for (JsonNode element : array(key)) {
      objects.add(new StrictObject(path(key) + "[" + objects.size() + "].", element));
    }
    return objects;
  }

  /** All members, each an object. */
  Map<String, StrictObject> objectsByName() throws BundleException {
    Map<String, StrictObject> objects = new LinkedHashMap<>();
    for (String name : keys()) {
      objects.put(name, object(name));
    }
    return objects;
  }

  String text(String key) throws BundleException {
    JsonNode value = member(key);
    if (!value.isTextual()) {
      throw expected(path(key), "text", value);
    }
    return value.textValue();
  }

  /**
   * Text that follows another in the order of characters, so that none stands twice.
   *
   * @param before what it follows; null for the first one
   */
  String textAbove(String key, String before) throws BundleException {
    String found = text(key);
    if (before != null && found.compareTo(before) <= 0) {
      throw expected(path(key), "above \"" + printable(before) + "\"", members.get(key));
    }
    return found;
  }

  /** One of an enumeration's values, by its name in files. */
  <E> E choice(String key, E[] values, Function<E, String> name) throws BundleException {
    String found = text(key);
    for (E value : values) {
      if (name.apply(value).equals(found)) {
        return value;
      }
    }
    String known = Arrays.stream(values).map(name).collect(Collectors.joining(", "));
    throw expected(path(key), "one of " + known, members.get(key));
  }

  long integer(String key, long least, long most) throws BundleException {
    return integer(path(key), member(key), least, most);
  }

  double number(String key) throws BundleException {
    return number(path(key), member(key));
  }

  /** A number, or NaN where there is null. */
  double numberOrUnknown(String key) throws BundleException {
    JsonNode value = member(key);
    return value.isNull() ? Double.NaN : number(path(key), value);
  }

  long[] integers(String key, long least, long most) throws BundleException {
    JsonNode array = array(key);
    long[] values = new long[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = integer(path(key) + "[" + i + "]", array.get(i), least, most);
    }
    return values;
  }

  double[] numbers(String key) throws BundleException {
    JsonNode array = array(key);
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(path(key) + "[" + i + "]", array.get(i));
    }
    return values;
  }

  Map<String, String> texts(String key) throws BundleException {
    StrictObject object = object(key);
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : object.keys()) {
      values.put(name, object.text(name));
    }
    return values;
  }

  Map<String, Double> numbersByName(String key) throws BundleException {
    StrictObject object = object(key);
    Map<String, Double> values = new LinkedHashMap<>();
    for (String name : object.keys()) {
      values.put(name, object.number(name));
    }
    return values;
  }

  /** Checks that every member was read. */
  void done() throws BundleException {
    for (String key : keys()) {
      if (!read.contains(key)) {
        throw new BundleException(path(key) + " is not known");
      }
    }
  }

  /** A member of any type. */
  JsonNode value(String key) throws BundleException {
    return member(key);
  }

  private JsonNode member(String key) throws BundleException {
    read.add(key);
    JsonNode value = members.get(key);
    if (value == null) {
      throw new BundleException(path(key) + " is missing");
    }
    return value;
  }

  private JsonNode array(String key) throws BundleException {
    JsonNode value = member(key);
    if (!value.isArray()) {
      throw expected(path(key), "an array", value);
    }
    return value;
  }

  private static long integer(String path, JsonNode value, long least, long most)
      throws BundleException {
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < least
        || value.longValue() > most) {
      throw expected(path, "a whole number from " + least + " to " + most, value);
    }
    return value.longValue();
  }

  private static double number(String path, JsonNode value) throws BundleException {
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw expected(path, "a finite number", value);
    }
    return value.doubleValue();
  }

  private String path(String key) {
    return path + printable(key);
  }

  private static BundleException expected(String path, String what, JsonNode found) {
    String shown =
        found.isContainerNode()
            ? found.getNodeType().name().toLowerCase(Locale.ROOT)
            : printable(found.toString());
    return new BundleException("%s must be %s, is %s".formatted(path, what, shown));
  }

  private static String printable(String text) {
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    return shown.replaceAll("\\p{Cntrl}", "?");
  }
}
