package io.residua.detector.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

  @Test
  void theBytesAreThoseOfTheFormat() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("weight", Tensor.matrix(1, 2, new float[] {1, -2}));

    byte[] bytes = Safetensors.write(tensors);

    String header = "{\"weight\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}   ";
    ByteBuffer expected = ByteBuffer.allocate(8 + 64 + 8).order(ByteOrder.LITTLE_ENDIAN);
    expected.putLong(64).put(header.getBytes(UTF_8)).putFloat(1).putFloat(-2);
    assertThat(bytes).isEqualTo(expected.array());
  }

  @Test
  void whatIsWrittenIsRead() throws BundleException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("b", Tensor.vector(new float[] {0.1f, Float.MIN_VALUE, -0f}));
    tensors.put("a", Tensor.matrix(2, 1, new float[] {3, Float.MAX_VALUE}));

    Map<String, Tensor> read = Safetensors.read(Safetensors.write(tensors));

    assertThat(read.keySet()).containsExactly("b", "a");
    read.forEach(
        (name, tensor) -> {
          assertThat(tensor.shape()).isEqualTo(tensors.get(name).shape());
          assertThat(tensor.values()).isEqualTo(tensors.get(name).values());
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1] | [0,4] | 8 | expected the last tensor to end the entry, found 4 more",
        "[2] | [0,8] | 4 | w must end at 8, the entry ends at 4",
        "[1] | [0,8] | 8 | w must lie at [0, 4], lies at [0, 8]",
        "[1] | [4,8] | 8 | w must lie at [0, 4], lies at [4, 8]",
        "[1] | [0] | 4 | w must lie at [0, 4], lies at [0]",
        "[-1] | [0,4] | 4 | w.shape[0] must be a whole number from 1 to 8388608, is -1",
        "[0] | [0,0] | 0 | w.shape[0] must be a whole number from 1 to 8388608, is 0",
        "[8388608,8388608] | [0,4] | 4 | w must have at most 8388608 values, has more",
        "[4294967297] | [0,4] | 4 |"
            + " w.shape[0] must be a whole number from 1 to 8388608, is 4294967297",
        "`1` | [0,4] | 4 | w.shape must be an array, is 1",
      })
  void aHeaderThatDoesNotFitItsValuesIsRefused(
      String shape, String offsets, int valueBytes, String message) {
    byte[] bytes =
        bytes(
            "{\"w\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":%s}}"
                .formatted(shape, offsets),
            valueBytes);

    assertRefused(bytes, message);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "-1", "1048577", "9223372036854775807", "81"})
  void aHeaderLengthOutOfRangeIsRefused(long length) {
    byte[] bytes = bytes("{}" + " ".repeat(70), 8);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);

    assertRefused(bytes, "expected a header of 2 to 1048576 bytes, found " + length);
  }

  @Test
  void metadataAndTensorsThatStandTwiceAreRefused() {
    assertRefused(
        bytes("{\"__metadata__\":{\"format\":\"pt\"}}", 0), "__metadata__.dtype is missing");
    assertThatThrownBy(() -> Safetensors.read(bytes("{\"w\":1,\"w\":2}", 0)))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("Duplicate");
  }

  @Test
  void fewerThanEightBytesAreRefused() {
    assertRefused(new byte[7], "expected a header of 2 to 1048576 bytes, found -1");
  }

  private static void assertRefused(byte[] bytes, String message) {
    assertThatThrownBy(() -> Safetensors.read(bytes))
        .isInstanceOf(BundleException.class)
        .hasMessage("weights.safetensors: " + message);
  }

  private static byte[] bytes(String header, int valueBytes) {
    byte[] json = header.getBytes(UTF_8);
    return ByteBuffer.allocate(8 + json.length + valueBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }
}
