package io.residua.trainer.latent;

import io.residua.detector.event.EventTable;
import io.residua.detector.feature.FeaturePipeline;
import io.residua.detector.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What people are shown of a latent space: four maps of a sample of records, and the sample's
 * groups. The same rows and seed give the same result. Time is about 1.5 s for 600 records, and by
 * the cube of their number for fewer.
 *
 * @param notes what was mapped, what must be known of it, and why there are no maps or groups where
 *     there are none; sentences in the order of reading
 * @param maps of the sample, the same records in the same order; none where latent vectors do not
 *     differ enough
 * @param numbers of each record, the index of its group, or {@link #ANOMALY}; handed out as it is,
 *     not to be written to
 * @param groups of the normal records, the largest first
 */
public record LatentSpace(
    List<String> notes, List<PlaneMap> maps, int[] numbers, List<LatentGroup> groups) {
  /** The number of a labelled anomaly, which is of no group. */
  public static final int ANOMALY = -1;

  /** All that is mapped: time grows by its cube. */
  static final int MOST_RECORDS = 600;

  static final int MOST_ANOMALIES = 150;

  public LatentSpace {
    notes = List.copyOf(notes);
    maps = List.copyOf(maps);
    groups = List.copyOf(groups);
  }

  /** No space: a model without latent vectors, for example, and a sentence that says so. */
  public static LatentSpace without(String note) {
    return new LatentSpace(List.of(note), List.of(), new int[0], List.of());
  }

  /** The same with one more sentence at the end of the notes. */
  public LatentSpace with(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new LatentSpace(more, maps, numbers, groups);
  }

  private static List<String> clusters(Network network, List<String> classes) {
    return IntStream.range(0, network.clusters())
        .mapToObj(i -> i < classes.size() ? "class " + classes.get(i) : "cluster " + (i + 1))
        .toList();
  }

  /**
   * Samples and maps rows.
   *
   * @param network whose latent vectors are mapped
   * @param events of the features' layout
   * @param normal rows of the table that the network was not fitted to
   * @param anomalies rows that are labelled as such; empty where nothing is labelled
   * @param classes names of the network's first clusters, where it has clusters
   */
  public static LatentSpace of(
      Network network,
      FeaturePipeline features,
      EventTable events,
      int[] normal,
      int[] anomalies,
      List<String> classes,
      long seed) {
    LatentRows marked = LatentRows.of(network, features, events, anomalies, MOST_ANOMALIES, seed);
    LatentRows mapped =
        LatentRows.of(network, features, events, normal, MOST_RECORDS - marked.count(), seed);
    DifferentVectors vectors = DifferentVectors.of(mapped.and(marked));
    LatentSpace space =
        without(
            SampleInWords.sample(
                mapped.count(), normal.length, marked.count(), anomalies.length, vectors));
    if (vectors.count() < PlaneMaps.FEWEST) {
      return space.with(SampleInWords.tooFew(vectors));
    }
    for (String note : SampleInWords.width(network.latentWidth(), vectors)) {
      space = space.with(note);
    }
    LatentGroups groups =
        LatentGroups.of(
            mapped.vectors(),
            clusters(network, classes),
            new RowsInWords(features, events, mapped.rows()),
            seed);
    int[] numbers = Arrays.copyOf(groups.numbers(), vectors.indices().length);
    Arrays.fill(numbers, mapped.count(), numbers.length, ANOMALY);
    return new LatentSpace(space.notes, PlaneMaps.of(vectors, seed), numbers, groups.groups())
        .with(groups.note());
  }
}
