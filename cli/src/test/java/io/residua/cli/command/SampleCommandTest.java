package io.residua.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.residua.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file to a model with a prior, to records drawn from it. */
class SampleCommandTest {
  private static final int ROWS = 3000;
  private static final String DEFINITION =
      """
      detector: payments
      input: { topic: payments, format: json }
      features:
        - { field: amount, transform: [log1p, standard] }
        - { field: fee, transform: standard }
        - { field: channel, encode: one-hot }
      model: { family: variational, hidden: [16], latent: 3, steps: 1500, learning-rate: 0.01 }
      calibration: { budget: 1 in 100 }
      """;

  @TempDir static Path folder;
  private static Path data;

  @BeforeAll
  static void train() throws IOException {
    Path definition = Files.writeString(folder.resolve("payments.yaml"), DEFINITION);
    data = Files.writeString(folder.resolve("data.csv"), rows());
    Run training =
        Run.of("train", definition, "--data", data, "--registry", folder.resolve("models"));
    assertThat(training.exitCode()).as(training.err()).isZero();
  }

  @Test
  void recordsResembleThoseOfTheTraining() throws IOException {
    Path drawn = folder.resolve("drawn.csv");

    Run run = sample(drawn, "--count", ROWS);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("drew 3,000 records into ");
    assertThat(Files.readAllLines(drawn).get(0)).isEqualTo("amount,fee,channel");
    for (int column = 0; column < 2; column++) {
      assertThat(distance(numbers(data, column), numbers(drawn, column))).isLessThan(0.12);
    }
    assertThat(webs(drawn)).isCloseTo(webs(data), within(0.1));
    assertThat(correlation(drawn)).isCloseTo(correlation(data), within(0.1));
  }

  @Test
  void theSameSeedGivesTheSameRecords() throws IOException {
    Path one = folder.resolve("one.jsonl");
    Path same = folder.resolve("same.jsonl");
    Path other = folder.resolve("other.jsonl");
    sample(one, "--count", 1500, "--seed", 7);
    sample(same, "--count", 1500, "--seed", 7);
    Run run = sample(other, "--count", 1500, "--seed", 8, "--json");

    assertThat(Files.readString(one)).isEqualTo(Files.readString(same)).startsWith("{\"amount\":");
    assertThat(Files.readAllLines(other))
        .hasSize(1500)
        .doesNotContainAnyElementsOf(Files.readAllLines(one));
    assertThat(run.out()).contains("\"model\":\"payments:1\"").contains("\"rows\":1500");
  }

  @Test
  void theModelIsShownWithWhatRecordsAreDrawnFrom() {
    Run shown = Run.of("models", "show", "payments", "--registry", folder.resolve("models"));

    assertThat(shown.out()).containsPattern("prior +standard normal");
  }

  /** Of the rows that say their kind, as of all, a fifth is large. */
  @Test
  void recordsOfAModelWithClustersAreOfItsClassesByTheirFrequencies() throws IOException {
    Path definition =
        Files.writeString(
            folder.resolve("kinds.yaml"),
            """
            detector: kinds
            input: { topic: kinds, format: json }
            features: [ { field: x, transform: standard }, { field: y, transform: standard } ]
            model:
              { family: adversarial, clusters: 2, class: kind, latent: 1, steps: 500, batch: 64,
                learning-rate: 0.006, hidden: [16] }
            """);
    Path kinds = Files.writeString(folder.resolve("kinds.csv"), kinds());
    Path models = folder.resolve("models");
    Path drawn = folder.resolve("kinds-drawn.csv");
    Run training = Run.of("train", definition, "--data", kinds, "--registry", models);
    assertThat(training.exitCode()).as(training.err()).isZero();

    Run run =
        Run.of("sample", "--model", "kinds", "--registry", models, "--out", drawn, "--count", 2000);
    Run shown = Run.of("models", "show", "kinds", "--registry", models);

    assertThat(run.exitCode()).as(run.err()).isZero();
    double large = Arrays.stream(numbers(drawn, 0)).filter(x -> x > 5).count() / 2000.0;
    assertThat(large).isCloseTo(0.2, within(0.06));
    assertThat(shown.out())
        .containsPattern("prior +2 clusters, standard normal")
        .contains("class_accuracy");
  }

  /** Every fifth row is of the second kind; each tenth row or so says its kind. */
  private static String kinds() {
    Random random = new Random(2);
    StringBuilder rows = new StringBuilder("x,y,kind\n");
    for (int row = 0; row < 1200; row++) {
      int large = row % 5 == 0 ? 10 : 0;
      double load = random.nextGaussian();
      String kind = row % 11 != 0 ? "" : large > 0 ? "large" : "small";
      rows.append(
          "%s,%s,%s%n".formatted(large + load, large - load + 0.1 * random.nextGaussian(), kind));
    }
    return rows.toString();
  }

  private static Run sample(Path out, Object... more) {
    Object[] words = {
      "sample", "--model", "payments", "--registry", folder.resolve("models"), "--out", out
    };
    Object[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Run.of(all);
  }

  /** The fee follows the amount; three of four are paid on the web. */
  private static String rows() {
    Random random = new Random(1);
    StringBuilder rows = new StringBuilder("amount,fee,channel\n");
    for (int row = 0; row < ROWS; row++) {
      double size = random.nextGaussian();
      double fee = 5 + size + 0.3 * random.nextGaussian();
      String channel = random.nextInt(4) > 0 ? "web" : "shop";
      rows.append("%s,%s,%s%n".formatted(Math.exp(3 + size), fee, channel));
    }
    return rows.toString();
  }

  private static double[] numbers(Path file, int column) throws IOException {
    return Files.readAllLines(file).stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",")[column]))
        .toArray();
  }

  private static double webs(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return (double) lines.stream().filter(line -> line.endsWith(",web")).count() / lines.size();
  }

  /** The largest distance of two distribution functions (Kolmogorov and Smirnov). */
  private static double distance(double[] one, double[] other) {
    double largest = 0;
    for (double at : one) {
      largest = Math.max(largest, Math.abs(share(one, at) - share(other, at)));
    }
    return largest;
  }

  private static double share(double[] values, double atMost) {
    return (double) Arrays.stream(values).filter(value -> value <= atMost).count() / values.length;
  }

  private static double correlation(Path file) throws IOException {
    double[] sizes = Arrays.stream(numbers(file, 0)).map(Math::log1p).toArray();
    double[] fees = numbers(file, 1);
    double size = Arrays.stream(sizes).average().orElseThrow();
    double fee = Arrays.stream(fees).average().orElseThrow();
    double both = 0;
    double sizeSquares = 0;
    double feeSquares = 0;
    for (int i = 0; i < sizes.length; i++) {
      both += (sizes[i] - size) * (fees[i] - fee);
      sizeSquares += (sizes[i] - size) * (sizes[i] - size);
      feeSquares += (fees[i] - fee) * (fees[i] - fee);
    }
    return both / Math.sqrt(sizeSquares * feeSquares);
  }
}
