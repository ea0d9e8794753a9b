package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import java.util.List;

/**
 * A batch on its way through an autoencoder.
 *
 * @param step what came in
 * @param hidden every hidden layer's output of the encoder, in order; none where it has none
 * @param code the latent vectors
 * @param output what the decoder made of the code's samples, as many rows as these
 */
public record Pass(Step step, List<Node> hidden, Code code, Node output) {}
