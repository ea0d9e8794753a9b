/**
 * A table's rows as records on a Kafka topic, in JSON or in Avro by a schema that the columns give.
 * Leans on Kafka's clients, Avro and Jackson; knows no data files.
 */
package io.residua.cli.produce;
