package io.residua.trainer.latent;

import java.util.List;

/** The four maps of the same vectors, each with what it keeps and what it does not. */
final class PlaneMaps {
  /** With fewer different vectors there are no neighbours to speak of. */
  static final int FEWEST = 10;

  private PlaneMaps() {}

  /**
   * @param vectors at least {@value #FEWEST} different ones
   */
  static List<PlaneMap> of(DifferentVectors vectors, long seed) {
    double[][] points = vectors.points();
    double[][] distances = Distances.of(points);
    PrincipalComponents plane = PrincipalComponents.of(points);
    return List.of(
        map("PCA", meaning(plane), plane.places(), vectors),
        embedding(NeighbourEmbedding.of(distances, plane.places(), seed), vectors),
        isomap(distances, vectors),
        eigenmaps(distances, vectors));
  }

  private static String meaning(PrincipalComponents plane) {
    return "The flat view with the most variance: %s of it across, %s up. Distances are true, but"
            .formatted(Words.percent(plane.share()[0]), Words.percent(plane.share()[1]))
        + " for what lies behind the plane.";
  }

  private static PlaneMap embedding(NeighbourEmbedding embedding, DifferentVectors vectors) {
    return map(
        "t-SNE",
        "Keeps neighbours together (perplexity %s, divergence %s nats). Sizes of heaps and the"
                .formatted(
                    Math.round(NeighbourEmbedding.perplexity(vectors.count())),
                    Words.hundredths(embedding.divergence()))
            + " distances between them say little.",
        embedding.places(),
        vectors);
  }

  private static PlaneMap isomap(double[][] distances, DifferentVectors vectors) {
    NeighbourGraph graph = NeighbourGraph.of(distances, Isomap.neighbours(distances.length));
    Isomap isomap = Isomap.of(graph);
    return map(
        "Isomap",
        "Unrolls: distances along paths of neighbours (%s each), of whose variance it keeps %s.%s"
            .formatted(graph.neighbours(), Words.percent(isomap.kept()), joined(graph)),
        isomap.places(),
        vectors);
  }

  private static PlaneMap eigenmaps(double[][] distances, DifferentVectors vectors) {
    NeighbourGraph graph =
        NeighbourGraph.of(distances, LaplacianEigenmaps.neighbours(distances.length));
    LaplacianEigenmaps eigenmaps = LaplacianEigenmaps.of(graph);
    return map(
        "Laplacian eigenmaps",
        "Pulls apart what hangs together loosely, by the links of neighbours (%s each): the smaller"
                .formatted(graph.neighbours())
            + " an eigenvalue (%s across, %s up), the weaker the link between the axis's ends.%s"
                .formatted(
                    Words.thousandths(eigenmaps.values()[0]),
                    Words.thousandths(eigenmaps.values()[1]),
                    joined(graph)),
        eigenmaps.places(),
        vectors);
  }

  private static String joined(NeighbourGraph graph) {
    return graph.parts() == 1
        ? ""
        : " Neighbours alone left %s parts, which were joined by their nearest pairs."
            .formatted(graph.parts());
  }

  private static PlaneMap map(
      String name, String meaning, Places places, DifferentVectors vectors) {
    return new PlaneMap(name, meaning, places.select(vectors.indices()));
  }
}
