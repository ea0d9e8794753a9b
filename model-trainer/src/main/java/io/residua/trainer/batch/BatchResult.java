package io.residua.trainer.batch;

/**
 * What batch scoring did.
 *
 * @param rows rows read
 * @param scored rows with a score
 * @param rejected rows without one; their reason stands in column {@code reject}
 * @param anomalies scored rows whose p-value is within the budget
 */
public record BatchResult(long rows, long scored, long rejected, long anomalies) {}
