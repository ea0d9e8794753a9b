package io.residua.detector.definition;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Set;

/** A time in which alerts are expected and not worth telling. */
public sealed interface MaintenanceWindow {

  /** Whether a point in time lies within; the begin does, the end does not. */
  boolean includes(Instant time);

  /** Once, from one point in time to another. */
  record Period(Instant from, Instant to) implements MaintenanceWindow {
    public Period {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("expected from before to, got " + from + " and " + to);
      }
    }

    @Override
    public boolean includes(Instant time) {
      return !time.isBefore(from) && time.isBefore(to);
    }
  }

  /**
   * Every week.
   *
   * @param days on which the window begins; all of them where it is every day
   * @param from by the clock of the zone
   * @param to on the next day where it is not after {@code from}
   * @param zone whose clock it is, summer time included
   */
  record Weekly(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone)
      implements MaintenanceWindow {
    public Weekly {
      if (days.isEmpty() || from.equals(to)) {
        throw new IllegalArgumentException(
            "expected at least one day and two times, got %s from %s to %s"
                .formatted(days, from, to));
      }
      days = Set.copyOf(days);
      Objects.requireNonNull(zone, "zone");
    }

    @Override
    public boolean includes(Instant time) {
      ZonedDateTime local = time.atZone(zone);
      LocalTime clock = local.toLocalTime();
      boolean today = days.contains(local.getDayOfWeek()) && !clock.isBefore(from);
      if (from.isBefore(to)) {
        return today && clock.isBefore(to);
      }
      boolean sinceYesterday = days.contains(local.getDayOfWeek().minus(1)) && clock.isBefore(to);
      return today || sinceYesterday;
    }
  }
}
