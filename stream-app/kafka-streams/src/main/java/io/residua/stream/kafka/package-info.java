/**
 * The job on Kafka Streams: the topology as a function, its settings, the checks before it starts
 * and its life. Leans on the runtime and on Kafka's clients; nothing else here sees Kafka Streams.
 */
package io.residua.stream.kafka;
