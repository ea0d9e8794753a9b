package io.residua.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.residua.integration.PaymentStream.Kind;
import java.io.IOException;
import java.time.Duration;

/** Compares what a job has committed with what went in: complete, and nothing twice. */
final class ExactlyOnce {
  private ExactlyOnce() {}

  /** Waits until as many scores and rejects are committed as there must be, then compares all. */
  static void verify(PaymentJob job, PaymentStream stream, Duration timeout) throws IOException {
    int scored = stream.positions(Kind.NORMAL, Kind.STRANGE).size();
    int rejected = stream.positions(Kind.BROKEN).size();
    await()
        .atMost(timeout)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> job.read("scores").size() >= scored && job.read("rejects").size() >= rejected);
    assertThat(job.positions("scores", "ScoredRecord"))
        .isEqualTo(stream.positions(Kind.NORMAL, Kind.STRANGE));
    assertThat(job.positions("embeddings", "LatentEmbedding"))
        .isEqualTo(stream.positions(Kind.NORMAL, Kind.STRANGE));
    assertThat(job.positions("alerts", "Alert")).isEqualTo(stream.positions(Kind.STRANGE));
    assertThat(job.positions("rejects", "Reject")).isEqualTo(stream.positions(Kind.BROKEN));
  }
}
