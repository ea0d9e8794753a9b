/**
 * Kafka's own server inside this JVM, for a machine that has no cluster: KRaft, one node that is
 * broker and controller, storage in a directory or temporary. Leans on Kafka's server jars, which
 * nothing else here sees.
 */
package io.residua.broker;
