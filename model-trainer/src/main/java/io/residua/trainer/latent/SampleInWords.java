package io.residua.trainer.latent;

import java.util.ArrayList;
import java.util.List;

/** What was mapped, in sentences. */
final class SampleInWords {
  private SampleInWords() {}

  static String sample(
      int normal, int heldOut, int marked, int anomalies, DifferentVectors vectors) {
    String records = "%s held-out normal records".formatted(of(normal, heldOut));
    String and =
        anomalies == 0 ? "" : " and %s labelled anomalies".formatted(of(marked, anomalies));
    return records
        + and
        + " by their latent vectors (%s different ones).".formatted(Words.count(vectors.count()));
  }

  private static String of(int some, int all) {
    return some == all
        ? Words.count(all)
        : "%s of %s".formatted(Words.count(some), Words.count(all));
  }

  static String tooFew(DifferentVectors vectors) {
    return vectors.count() == 1
        ? "All of them are the same: the latent vector tells nothing of a record."
        : "That is too few to map and to group: %d are needed.".formatted(PlaneMaps.FEWEST);
  }

  static List<String> width(int width, DifferentVectors vectors) {
    List<String> notes = new ArrayList<>();
    int constant = vectors.constantNumbers();
    if (constant > 0) {
      notes.add(
          "%d of the latent vector's %d numbers are the same in all of them."
              .formatted(constant, width));
    }
    if (width - constant == 1) {
      notes.add("One number varies, so that the records lie on a line: only one direction counts.");
    } else if (width - constant == 2) {
      notes.add("Two numbers vary: the first map shows all that there is.");
    }
    return notes;
  }
}
