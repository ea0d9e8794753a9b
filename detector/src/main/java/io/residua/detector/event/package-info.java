/**
 * Events: a user's record, reduced to the fields that a detector reads. Decoders turn bytes (Avro
 * of any schema, JSON) into a reusable {@link io.residua.detector.event.Event}, a row reader does
 * the same for rows of a database; what cannot be read becomes a {@link
 * io.residua.detector.event.Rejection}, a value like any other. Leans on Avro and Jackson; knows
 * nothing of features.
 *
 * <p>All routes follow one set of rules, so that a value means the same wherever it comes from:
 *
 * <table>
 * <caption>What a value becomes</caption>
 * <tr><th>found</th><th>as NUMBER</th><th>as TEXT, and as key</th><th>as TIME</th></tr>
 * <tr><td>null, absent</td><td>missing</td><td>missing</td><td>missing</td></tr>
 * <tr><td>number</td><td>itself</td><td>its shortest JSON spelling, whole numbers without a
 * fraction</td><td>milliseconds since 1970 UTC; from 1e14 on microseconds, from 1e17 on
 * nanoseconds; below 1e11, other than 0, it looks like seconds and is a wrong type</td></tr>
 * <tr><td>NaN, infinity</td><td>missing</td><td>missing</td><td>missing</td></tr>
 * <tr><td>boolean</td><td>0 or 1</td><td>{@code true}, {@code false}</td><td>wrong type</td></tr>
 * <tr><td>text, enum, UUID</td><td>wrong type, numerals too</td><td>itself</td><td>ISO 8601, UTC
 * where no zone is given; any other text is a wrong type</td></tr>
 * <tr><td>timestamp, date</td><td>milliseconds since 1970 UTC</td><td>ISO 8601</td><td>itself; a
 * date is its midnight in UTC</td></tr>
 * <tr><td>time of day</td><td>milliseconds since midnight</td><td>ISO 8601</td><td>wrong
 * type</td></tr>
 * <tr><td>object, array, bytes</td><td>wrong type</td><td>wrong type</td><td>wrong type</td></tr>
 * </table>
 */
package io.residua.detector.event;
