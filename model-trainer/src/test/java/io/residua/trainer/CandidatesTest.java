package io.residua.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.residua.detector.definition.ModelSpec;
import io.residua.trainer.Candidates.Candidate;
import io.residua.trainer.matrix.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private static final ModelSpec AUTO = Samples.spec("family: auto, steps: 70");

  @Test
  void theOrderIsFixed() {
    assertThat(Candidates.of(AUTO, 128, 30))
        .extracting(Candidate::name)
        .containsExactly(
            "undercomplete 64-15",
            "denoising 64-15",
            "autoregressive",
            "memory 64-15",
            "wasserstein 64-15",
            "variational 64-15",
            "contractive",
            "linear",
            "undercomplete 128-15",
            "denoising 128-15",
            "memory 128-15",
            "wasserstein 128-15",
            "variational 128-15",
            "undercomplete 64-8",
            "denoising 64-8",
            "memory 64-8",
            "wasserstein 64-8",
            "variational 64-8");
  }

  @Test
  void allShareTheTrainingOfTheDefinition() {
    assertThat(Candidates.of(AUTO, 128, 30))
        .allSatisfy(it -> assertThat(it.spec().training()).isEqualTo(AUTO.training()));
  }

  @Test
  void oneFeatureHasNoNarrowerLatentVector() {
    List<Candidate> candidates = Candidates.of(AUTO, 8, 1);

    assertThat(candidates).extracting(Candidate::name).doesNotHaveDuplicates().hasSize(13);
  }
}
