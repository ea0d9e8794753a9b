package io.residua.trainer.family;

import io.residua.trainer.gradient.Node;
import io.residua.trainer.gradient.Parameters;
import java.util.function.Function;

/**
 * What one player of a training minimises, and by which weights. A rival's objective and the
 * autoencoder's take turns within a step.
 *
 * @param parameters the weights that the player changes; those of others are left as they are
 * @param loss 1 × 1
 */
public record Objective(Parameters parameters, Function<Step, Node> loss) {}
