package io.residua.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.trainer.train.TrainingProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {
  private final StringWriter text = new StringWriter();

  @Test
  void theBarWritesOverItself() {
    TrainingBar bar = new TrainingBar(new PrintWriter(text));

    bar.progress(progress(750, 0.01234));
    bar.clear();
    bar.clear();

    assertThat(text.toString())
        .isEqualTo(
            "\r\u001b[Ktraining  [######..................]  25 %  loss 0.5000, validation 0.01234,"
                + " 30 s left\r\u001b[K");
  }

  @Test
  void linesTellEachTenthOnce() {
    TrainingLines lines = new TrainingLines(new PrintWriter(text));

    for (int step = 1; step <= 3000; step++) {
      lines.progress(progress(step, Double.NaN));
    }
    lines.message("few rows");

    assertThat(text.toString().lines()).hasSize(11);
    assertThat(text.toString())
        .contains("training  step 300 of 3,000, loss 0.5000, 30 s left")
        .endsWith("note: few rows\n");
  }

  @Test
  void linesOfATableStandAsTheyAre() {
    String line = "wasserstein 128-256  combined  " + "1.000 ".repeat(20);
    TrainingBar bar = new TrainingBar(new PrintWriter(text));
    bar.row(line);
    bar.progress(progress(750, 0.01234));
    bar.row(line);
    new TrainingLines(new PrintWriter(text)).row(line);

    assertThat(text.toString().split("\n"))
        .hasSize(3)
        .allMatch(each -> each.endsWith(line))
        .satisfies(each -> assertThat(each[1]).endsWith("30 s left\r\u001b[K" + line));
  }

  private static TrainingProgress progress(int step, double validation) {
    return new TrainingProgress(step, 3000, 0.5, validation, Duration.ofSeconds(30));
  }
}
