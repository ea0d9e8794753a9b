package io.residua.detector.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SelectionLayerTest {

  @Test
  void valuesAreReorderedLeftOutAndRepeated() {
    SelectionLayer layer = new SelectionLayer(3, 2, 0, 2, 2);

    assertThat(Runs.of(layer, 1, 2, 3, 4, 5, 6)).containsExactly(3, 1, 3, 3, 6, 4, 6, 6);
    assertThat(layer.multiplyAdds()).isZero();
  }

  @Test
  void anOrderThatCannotBeIsRefused() {
    assertThatThrownBy(() -> new SelectionLayer(3, 0, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a selection of 3 values chooses 0 to 2, got order[1] = 3");
    assertThatThrownBy(() -> new SelectionLayer(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a selection has outputs of 1 to 65536, got 0");
  }

  @Test
  void theOrderCannotBeChangedFromOutside() {
    int[] order = {0, 1};
    SelectionLayer layer = new SelectionLayer(2, order);

    order[0] = 1;
    layer.order()[1] = 0;

    assertThat(layer.order()).containsExactly(0, 1);
  }
}
