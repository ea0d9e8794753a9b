package io.residua.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.schema.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class MicroBatchTest {
  private final Payments large = Payments.large();
  private final List<String> written = new ArrayList<>();

  @Test
  void saysOfRecordsThatWaitedWhatItSaysOfEachAtOnce() {
    Payments atOnce = Payments.standard();
    List<String> expected = new ArrayList<>();
    for (int offset = 0; offset < 10; offset++) {
      String value = offset % 4 == 3 ? Payments.STRANGE : Payments.NORMAL;
      assertThat(large.process(offset, null, Payments.utf8(value)))
          .isInstanceOf(Outcome.Held.class);
      expected.add(words(atOnce.process(offset, null, Payments.utf8(value))));
    }
    assertThat(large.accounting.totals()).isEqualTo(new Accounting.Totals(10, 0, 0, 0, 0));

    release();

    assertThat(written).isEqualTo(expected);
    assertThat(large.accounting.totals()).isEqualTo(atOnce.accounting.totals());
  }

  @Test
  void rejectsAtOnceWhatNeedsNoNetwork() {
    large.process(Payments.NORMAL);

    Outcome outcome = large.process("{ broken");

    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    release();
    assertThat(written).hasSize(1);
    assertThat(large.accounting.totals()).isEqualTo(new Accounting.Totals(2, 1, 1, 0, 0));
  }

  @Test
  void isFullAfterAsManyAsAreRunTogetherAndTakesMoreOnceReleased() {
    int taken = 0;
    while (!large.processor.isFull()) {
      large.process(Payments.NORMAL);
      taken++;
    }
    release();

    assertThat(taken).isEqualTo(64);
    assertThat(written).hasSize(64);
    assertThat(large.processor.isFull()).isFalse();
    assertThat(large.process(Payments.NORMAL)).isInstanceOf(Outcome.Held.class);
  }

  @Test
  void releasesNothingTwice() {
    large.process(Payments.NORMAL);
    release();

    release();

    assertThat(written).hasSize(1);
  }

  private void release() {
    large.processor.release((record, outcome) -> written.add(words(outcome)));
  }

  /** What is written, at once as an engine does: the next record fills the same objects. */
  private static String words(Outcome outcome) {
    Outcome.Scored scored = (Outcome.Scored) outcome;
    StringBuilder words = new StringBuilder(json(scored.score().orElseThrow()));
    words.append(json(scored.embedding().orElseThrow()));
    scored.alerts().forEach(alert -> words.append(json(alert.alert())));
    return words.toString();
  }

  private static String json(SpecificRecord record) {
    return new String(RecordEncoder.json().encode(record), StandardCharsets.UTF_8);
  }
}
