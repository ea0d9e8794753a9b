/**
 * What a key did before: keyed features read the state of the key's earlier events, write their
 * numbers into the event, and then add the event to the state. A state is a fixed number of 64-bit
 * words, so that its size has a bound, and an engine keeps it as bytes. The trainer's replay, batch
 * scoring and the streaming job run this very code. Leans on {@code event} and {@code definition}.
 */
package io.residua.detector.history;
