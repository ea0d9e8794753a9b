package io.residua.detector.event;

/** Why a record could not be scored. The names are part of the Reject schema's contract. */
public enum RejectReason {
  /** The value is larger than the job accepts. */
  TOO_LARGE,
  /** The bytes are not what the format promises: broken JSON, truncated Avro. */
  MALFORMED,
  /** JSON that is valid but not an object. */
  NOT_AN_OBJECT,
  /** Avro bytes whose schema nobody knows. */
  UNKNOWN_SCHEMA,
  /** A field holds another type than the definition reads. */
  WRONG_TYPE,
  /** A field is missing and the definition says {@code missing: reject}. */
  MISSING_FIELD,
  /** The definition names a key field and the record has none. */
  MISSING_KEY,
  /** The definition names a time field and the record has none. */
  MISSING_TIME,
  /** The event time is further in the future than the job accepts. */
  FUTURE_TIME,
  /** No feature at all could be observed. */
  NOTHING_OBSERVED,
  /** The score is not a finite number. */
  NOT_FINITE,
  /** The detector itself failed on the record: a defect worth reporting. */
  INTERNAL_ERROR
}
