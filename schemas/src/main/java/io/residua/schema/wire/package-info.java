/**
 * How our records travel: Avro in the Confluent framing where a schema registry is configured, in
 * Avro's single-object encoding where none is, or plain JSON; and how they are read back. Leans on
 * Avro, on Jackson (which Avro brings) and on the JDK's HTTP client; knows no broker.
 */
package io.residua.schema.wire;
