/**
 * The network as data, a chain of layers, and its forward pass in plain Java. A {@link
 * io.residua.detector.network.Network} is immutable and shared; a {@link
 * io.residua.detector.network.NetworkRunner} holds one thread's workspace. Leans on nothing.
 */
package io.residua.detector.network;
