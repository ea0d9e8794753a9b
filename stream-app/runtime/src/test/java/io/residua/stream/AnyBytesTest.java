package io.residua.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.fixture.Fixtures;
import io.residua.schema.Reject;
import io.residua.schema.wire.RecordEncoder;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever bytes come, each record has one outcome, and the outcome can be written. */
class AnyBytesTest {
  private static final String AVRO_SCHEMA =
      """
      {"type":"record","name":"Payment","fields":[
        {"name":"card","type":"string"},{"name":"at","type":"long"},
        {"name":"amount","type":"double"},{"name":"category","type":["null","string"]}]}""";

  private final Payments json = Payments.standard();
  private final Payments avro =
      Payments.of(
          Fixtures.DEFINITION.replace(
              "format: json", "format: avro\n  schema: '" + AVRO_SCHEMA.replace("\n", " ") + "'"));

  @Property(tries = 2000)
  void neverStopTheJsonJob(@ForAll("values") byte[] value, @ForAll byte[] key) {
    process(json, key, value);
  }

  @Property(tries = 2000)
  void neverStopTheAvroJob(@ForAll("values") byte[] value, @ForAll byte[] key) {
    process(avro, key, value);
  }

  @Provide
  Arbitrary<byte[]> values() {
    Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(80);
    Arbitrary<byte[]> damaged =
        any.map(
            noise -> {
              byte[] value = Payments.utf8(Payments.NORMAL);
              int at = noise.length == 0 ? 0 : Byte.toUnsignedInt(noise[0]) % value.length;
              System.arraycopy(noise, 0, value, at, Math.min(noise.length, value.length - at));
              return value;
            });
    Arbitrary<byte[]> cut =
        Arbitraries.integers()
            .between(0, Payments.NORMAL.length())
            .map(length -> Arrays.copyOf(Payments.utf8(Payments.STRANGE), length));
    return Arbitraries.oneOf(any, damaged, cut);
  }

  private static void process(Payments payments, byte[] key, byte[] value) {
    Accounting.Totals before = payments.accounting.totals();

    Outcome outcome = payments.process(5, key, value);

    Accounting.Totals after = payments.accounting.totals();
    assertThat(after.in()).isEqualTo(before.in() + 1);
    assertThat(after.scored() + after.rejected() + after.filtered()).isEqualTo(after.in());
    if (outcome instanceof Outcome.Rejected rejected) {
      Reject reject = rejected.reject();
      assertThat(reject.getReason()).isNotEqualTo("INTERNAL_ERROR");
      assertThat(RecordEncoder.json().encode(reject)).isNotEmpty();
    }
  }
}
