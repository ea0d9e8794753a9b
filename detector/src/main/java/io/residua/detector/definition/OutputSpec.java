package io.residua.detector.definition;

import java.util.Objects;

/**
 * What is written besides alerts and rejects, which are always written.
 *
 * @param scores which records' scores
 * @param embeddings which records' latent vectors
 * @param format how outputs are encoded
 */
public record OutputSpec(OutputShare scores, OutputShare embeddings, OutputFormat format) {
  public OutputSpec {
    Objects.requireNonNull(scores, "scores");
    Objects.requireNonNull(embeddings, "embeddings");
    Objects.requireNonNull(format, "format");
  }
}
