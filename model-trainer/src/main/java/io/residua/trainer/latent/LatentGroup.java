package io.residua.trainer.latent;

import java.util.List;

/**
 * Records whose latent vectors lie near each other, or that a network sorts into one cluster.
 *
 * @param name what it is called; empty where it has a number alone
 * @param records of the sample that it has, at least 1
 * @param apart what sets it apart from the others, most telling first; empty where no single field
 *     does
 * @param typical the record nearest to the group's mean: its most telling fields first
 * @param fieldsLeftOut of the typical record, for room
 */
public record LatentGroup(
    String name, int records, List<String> apart, List<FieldValue> typical, int fieldsLeftOut) {
  public LatentGroup {
    apart = List.copyOf(apart);
    typical = List.copyOf(typical);
  }

  /** One without a name. */
  public LatentGroup(int records, List<String> apart, List<FieldValue> typical, int fieldsLeftOut) {
    this("", records, apart, typical, fieldsLeftOut);
  }

  LatentGroup named(String other) {
    return new LatentGroup(other, records, apart, typical, fieldsLeftOut);
  }
}
