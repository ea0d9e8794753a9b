package io.residua.benchmarks.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CardsBenchmarkTest {
  private static final String QUICK =
      CardsDefinition.YAML.replace("latent: 1,", "latent: 1, steps: 300,");
  private static final int FRAUDS = 3;

  @TempDir private Path folder;

  @Test
  void writesOneRowAndFindsWhatIsPlain() throws IOException {
    writePayments();
    Path out = folder.resolve("out.csv");

    assertThat(run("--data", folder.toString(), "--out", out.toString())).isZero();

    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(2);
    List<String> names = List.of(lines.get(0).split(","));
    String[] cells = lines.get(1).split(",");
    assertThat(cells).hasSameSizeAs(names);
    assertThat(cells[names.indexOf("rows")]).as("payments of July").isEqualTo("310");
    assertThat(Double.parseDouble(cells[names.indexOf("auc_roc")])).isGreaterThan(0.95);
    assertThat(Double.parseDouble(cells[names.indexOf("baseline_auc_roc")])).isGreaterThan(0.95);
    assertThat(cells[names.indexOf("scenario_1_frauds")]).isEqualTo(String.valueOf(FRAUDS));
    assertThat(cells[names.indexOf("scenario_1_share_in_top")]).isEqualTo("1.0000");
  }

  @Test
  void saysWhatIsMissingInAFolderWithoutPayments() {
    assertThat(run("--data", folder.toString(), "--out", folder.resolve("o").toString())).isOne();
  }

  private static int run(String... arguments) {
    return new CommandLine(new CardsBenchmark(QUICK)).execute(arguments);
  }

  /** Ten cards pay once a day from April to the end of July; three times in July far too much. */
  private void writePayments() throws IOException {
    Random random = new Random(1);
    StringBuilder csv =
        new StringBuilder("CUSTOMER_ID,TX_DATETIME,TX_AMOUNT,TX_FRAUD_SCENARIO,TX_FRAUD\n");
    LocalDateTime begin = LocalDateTime.of(2018, 4, 1, 8, 0);
    int frauds = 0;
    for (int day = 0; day < 122; day++) {
      for (int card = 0; card < 10; card++) {
        boolean fraud = frauds < FRAUDS && day >= 95 && card == day % 10 && day % 8 == 0;
        frauds += fraud ? 1 : 0;
        double amount = fraud ? 900 : (10 + 5 * card) * Math.exp(0.2 * random.nextGaussian());
        csv.append(
            String.format(
                Locale.ROOT,
                "%d,%s,%.2f,%d,%d%n",
                card,
                begin
                    .plusDays(day)
                    .plusMinutes(card)
                    .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")),
                amount,
                fraud ? 1 : 0,
                fraud ? 1 : 0));
      }
    }
    try (OutputStream file =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve(CardsData.FILE_NAME)))) {
      file.write(csv.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
