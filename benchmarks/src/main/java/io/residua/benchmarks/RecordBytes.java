package io.residua.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Records of {@link ThirtyFeatures} as a topic holds them. */
public final class RecordBytes {
  private static final long FIRST_TIME = 1_767_225_600_000L;

  private RecordBytes() {}

  /**
   * In Avro, of {@link ThirtyFeatures#avroSchema}.
   *
   * @param millis after the first record
   */
  public static byte[] avro(String host, long millis, double[] values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      encoder.writeString(host);
      encoder.writeLong(FIRST_TIME + millis);
      for (double value : values) {
        encoder.writeDouble(value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * In JSON.
   *
   * @param millis after the first record
   */
  public static byte[] json(String host, long millis, double[] values) {
    String fields =
        IntStream.range(0, values.length)
            .mapToObj(i -> ",\"%s\":%s".formatted(ThirtyFeatures.field(i), values[i]))
            .collect(Collectors.joining());
    return "{\"host\":\"%s\",\"at\":%d%s}"
        .formatted(host, FIRST_TIME + millis, fields)
        .getBytes(StandardCharsets.UTF_8);
  }
}
