package io.residua.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.residua.detector.event.Event;
import io.residua.detector.event.EventField;
import io.residua.detector.event.EventLayout;
import io.residua.detector.event.FieldKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordPassageTest {
  private static final EventLayout LAYOUT = layout("mean", "count");
  private static final byte[] VALUE = {1, 2, 3};

  private final RecordPassage passage = new RecordPassage(LAYOUT);

  @Property
  void carriesTheRecordAndItsNumbersExactly(
      @ForAll int partition,
      @ForAll long offset,
      @ForAll long timestamp,
      @ForAll byte[] key,
      @ForAll byte[] value,
      @ForAll boolean late,
      @ForAll double mean)
      throws Exception {
    Event event = event(mean);

    RecordPassage.Arrived arrived =
        passage.read(
            passage.write(
                new SourceRecord("t", partition, offset, timestamp, key, value), event, late));

    assertThat(arrived.record())
        .usingRecursiveComparison()
        .isEqualTo(new SourceRecord("t", partition, offset, timestamp, key, value));
    assertThat(arrived.late()).isEqualTo(late);
    Event restored = new Event(LAYOUT);
    passage.restore(arrived, restored);
    assertThat(Double.doubleToRawLongBits(restored.number(1)))
        .isEqualTo(Double.doubleToRawLongBits(event.number(1)));
    assertThat(restored.number(2)).isNaN();
  }

  @Test
  void keepsAMissingKeyMissing() throws Exception {
    assertThat(passage.read(message()).record().key()).isNull();
  }

  @Test
  void leavesOutNumbersThatAnotherModelMade() throws Exception {
    RecordPassage other = new RecordPassage(layout("mean", "max"));

    assertThat(other.read(message()).numbers()).isEmpty();
    assertThat(other.read(message()).record().value()).isEqualTo(VALUE);
  }

  @Test
  void refusesWhatEndsTooEarlyOrIsOfAnotherVersion() {
    byte[] whole = message();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> passage.read(cut)).isInstanceOf(UnreadablePassageException.class);
    }
    whole[0] = 9;
    assertThatThrownBy(() -> passage.read(whole))
        .hasMessage("expected a record of version 1, found 9");
  }

  @Property
  void refusesAnyOtherBytesInASentence(@ForAll byte[] bytes) {
    try {
      passage.read(bytes);
    } catch (UnreadablePassageException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private byte[] message() {
    return passage.write(new SourceRecord("t", 0, 1, 2, null, VALUE), event(1.5), false);
  }

  private static Event event(double mean) {
    Event event = new Event(LAYOUT);
    event.setNumber(1, mean);
    return event;
  }

  private static EventLayout layout(String... made) {
    return new EventLayout(
        List.of(
            new EventField("amount", FieldKind.NUMBER),
            new EventField(made[0], FieldKind.DERIVED),
            new EventField(made[1], FieldKind.DERIVED)),
        Optional.empty(),
        Optional.empty());
  }
}
