package io.residua.trainer.family;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Bidirectional adversarial autoencoders (Donahue, Krähenbühl and Darrell, "Adversarial Feature
 * Learning", 2017, BiGAN; Dumoulin et al., "Adversarially Learned Inference", 2017, ALI): encoder
 * and decoder never meet, each learns to make pairs that pass for the other's. In this pure form
 * they reconstruct badly, as both papers show; so the squared error of records that went through
 * both, their cycle, is added (Li et al., "ALICE", 2017, section 3.1).
 */
final class Bidirectional {
  private Bidirectional() {}

  static Composition of(AutoencoderPlan plan, int width, SplittableRandom random) {
    double cycle = plan.own().number("cycle-weight");
    Composition plain = Families.plain(plan, width, random);
    Discriminator judge = Discriminator.of(width + plan.latent(), random);
    JointAdversary adversary = new JointAdversary(judge, plain.decoder());
    LossTerm error = new SquaredError();
    List<LossTerm> terms =
        cycle == 0 ? List.of(adversary) : List.of(adversary, pass -> error.of(pass).scaled(cycle));
    return new Composition(plain.encoder(), plain.code(), plain.decoder(), terms, List.of())
        .against(adversary.objective(plain));
  }
}
