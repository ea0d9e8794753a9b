package io.residua.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The two sockets of a broker, bound before Kafka starts: a port is then known to be ours, also one
 * that the system chose. Hands them to Kafka when it asks.
 */
final class ListeningSockets implements ServerSocketFactory, AutoCloseable {
  private static final String LOOPBACK = "localhost";

  private final String host;
  private final ServerSocketChannel clients;
  private final ServerSocketChannel controller;
  private final int clientPort;
  private final int controllerPort;

  private ListeningSockets(String host, ServerSocketChannel clients, ServerSocketChannel controller)
      throws IOException {
    this.host = host.contains(":") ? "[" + host + "]" : host;
    this.clients = clients;
    this.controller = controller;
    this.clientPort = port(clients);
    this.controllerPort = port(controller);
  }

  static ListeningSockets bind(BrokerSettings settings) throws BrokerException {
    ServerSocketChannel clients = bind(settings.host(), settings.port());
    ServerSocketChannel controller = null;
    try {
      controller = bind(LOOPBACK, settings.controllerPort());
      return new ListeningSockets(settings.host(), clients, controller);
    } catch (BrokerException | IOException e) {
      close(clients);
      close(controller);
      throw e instanceof BrokerException known
          ? known
          : new BrokerException("cannot listen: " + e.getMessage(), e);
    }
  }

  String bootstrapServers() {
    return host + ":" + clientPort;
  }

  String controllerAddress() {
    return LOOPBACK + ":" + controllerPort;
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listener, InetSocketAddress address, int backlog, int receiveBuffer)
      throws IOException {
    ServerSocketChannel channel = address.getPort() == clientPort ? clients : controller;
    channel.configureBlocking(false);
    return channel;
  }

  @Override
  public void close() {
    close(clients);
    close(controller);
  }

  private static ServerSocketChannel bind(String host, int port) throws BrokerException {
    ServerSocketChannel channel = null;
    try {
      channel = ServerSocketChannel.open();
      return channel.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      close(channel);
      throw new BrokerException("cannot listen on " + host + ": the host is not known", e);
    } catch (IOException e) {
      close(channel);
      throw new BrokerException(
          "cannot listen on %s:%d: %s".formatted(host, port, e.getMessage()), e);
    }
  }

  private static int port(ServerSocketChannel channel) throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  private static void close(ServerSocketChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
