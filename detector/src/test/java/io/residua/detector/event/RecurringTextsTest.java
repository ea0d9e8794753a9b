package io.residua.detector.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecurringTextsTest {
  private final RecurringTexts texts = new RecurringTexts();

  @Property
  void givesTheTextThatTheBytesAre(@ForAll String first, @ForAll String second) throws Exception {
    for (String text : new String[] {first, second, first}) {
      byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);

      assertThat(texts.of(bytes, 1, bytes.length - 2))
          .isEqualTo(new String(bytes, 1, bytes.length - 2, StandardCharsets.UTF_8));
    }
  }

  @Test
  void makesATextThatCameLatelyOnlyOnce() throws Exception {
    byte[] bytes = "host-7 host-7".getBytes(StandardCharsets.UTF_8);

    assertThat(texts.of(bytes, 0, 6)).isSameAs(texts.of(bytes, 7, 6));
  }

  @Test
  void isRightWhereTextsPushEachOtherOut() throws Exception {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 10_000; i++) {
        byte[] bytes = ("host-" + i).getBytes(StandardCharsets.UTF_8);

        assertThat(texts.of(bytes, 0, bytes.length)).isEqualTo("host-" + i);
      }
    }
  }

  @Test
  void refusesBytesThatAreNotUtf8EachTime() {
    byte[] bytes = {'a', (byte) 0xC0};

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> texts.of(bytes, 0, 2))
          .hasMessage("expected UTF-8 in a string, found other bytes");
    }
  }
}
