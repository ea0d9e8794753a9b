/**
 * Explanations: what features contributed to a score, folded back to the fields of the definition
 * and put into words. Asked for alerts only. Leans on {@code feature}, {@code definition}, {@code
 * event} and the lines of {@code alert}.
 */
package io.residua.detector.explain;
