package io.residua.detector.bundle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named float32 arrays in the safetensors format (huggingface/safetensors, "Format"): the header's
 * length in eight bytes, a JSON header with each tensor's type, shape and place, then the values,
 * little endian. Stricter than the format: only F32, tensors in the header's order without gaps, no
 * metadata, every value finite.
 */
final class Safetensors {
  private static final int MOST_HEADER = 1 << 20;
  private static final int LENGTH_BYTES = 8;
  private static final String TYPE = "F32";

  private Safetensors() {}

  static byte[] write(Map<String, Tensor> tensors) {
    byte[] header = header(tensors);
    int values = tensors.values().stream().mapToInt(tensor -> tensor.values().length).sum();
    ByteBuffer out =
        ByteBuffer.allocate(LENGTH_BYTES + header.length + values * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(header.length).put(header);
    for (Tensor tensor : tensors.values()) {
      out.asFloatBuffer().put(tensor.values());
      out.position(out.position() + tensor.values().length * Float.BYTES);
    }
    return out.array();
  }

  private static byte[] header(Map<String, Tensor> tensors) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    int offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      ObjectNode line = header.putObject(entry.getKey()).put("dtype", TYPE);
      Arrays.stream(entry.getValue().shape()).forEach(line.putArray("shape")::add);
      int end = offset + entry.getValue().values().length * Float.BYTES;
      line.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = JsonText.compact(header);
    // Readers that map the file want the values aligned; the format allows spaces for that.
    byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    return padded;
  }

  static Map<String, Tensor> read(byte[] bytes) throws BundleException {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long length = bytes.length < LENGTH_BYTES ? -1 : in.getLong();
    if (length < 2 || length > Math.min(MOST_HEADER, bytes.length - LENGTH_BYTES)) {
      throw fault("expected a header of 2 to %d bytes, found %d", MOST_HEADER, length);
    }
    byte[] header = new byte[(int) length];
    in.get(header);
    StrictObject lines = StrictObject.parse(BundleFormat.WEIGHTS, header);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    ByteBuffer values = in.slice().order(ByteOrder.LITTLE_ENDIAN);
    for (String name : lines.keys()) {
      tensors.put(name, tensor(name, lines.object(name), values));
    }
    if (values.hasRemaining()) {
      throw fault("expected the last tensor to end the entry, found %d more", values.remaining());
    }
    return tensors;
  }

  private static Tensor tensor(String name, StrictObject line, ByteBuffer values)
      throws BundleException {
    String type = line.text("dtype");
    long[] shape = line.integers("shape", 1, BundleFormat.MOST_WEIGHTS);
    long[] offsets = line.integers("data_offsets", 0, BundleFormat.MOST_BYTES);
    line.done();
    if (!type.equals(TYPE)) {
      throw fault("%s must have dtype F32, has %s", name, type);
    }
    long count = count(name, shape);
    long end = values.position() + count * Float.BYTES;
    if (offsets.length != 2 || offsets[0] != values.position() || offsets[1] != end) {
      throw fault(
          "%s must lie at [%d, %d], lies at %s",
          name, values.position(), end, Arrays.toString(offsets));
    }
    if (end > values.limit()) {
      throw fault("%s must end at %d, the entry ends at %d", name, end, values.limit());
    }
    int[] lengths = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
    return new Tensor(lengths, floats(name, values, (int) count));
  }

  private static long count(String name, long[] shape) throws BundleException {
    long count = 1;
    for (long length : shape) {
      count *= length;
      if (count > BundleFormat.MOST_WEIGHTS) {
        throw fault("%s must have at most %d values, has more", name, BundleFormat.MOST_WEIGHTS);
      }
    }
    return count;
  }

  private static float[] floats(String name, ByteBuffer from, int count) throws BundleException {
    float[] values = new float[count];
    from.asFloatBuffer().get(values);
    from.position(from.position() + count * Float.BYTES);
    for (int i = 0; i < count; i++) {
      if (!Float.isFinite(values[i])) {
        throw fault("%s[%d] must be finite, is %s", name, i, values[i]);
      }
    }
    return values;
  }

  private static BundleException fault(String sentence, Object... values) {
    return new BundleException(BundleFormat.WEIGHTS + ": " + sentence.formatted(values));
  }
}
