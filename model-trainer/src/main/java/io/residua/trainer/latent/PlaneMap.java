package io.residua.trainer.latent;

import java.util.Objects;

/**
 * A map of latent vectors.
 *
 * @param name of the way it was made
 * @param meaning how to read it, in a sentence or two
 * @param places of the vectors
 */
public record PlaneMap(String name, String meaning, Places places) {
  public PlaneMap {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(places, "places");
  }
}
