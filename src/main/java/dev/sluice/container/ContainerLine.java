package dev.sluice.container;

import dev.sluice.capability.CapabilitySocket;
import dev.sluice.sandbox.Capabilities;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * The line to one container: what it is fed, what it writes, what it calls, and how it ends. Wakes
 * whoever watches it when there is something to look at. Written by the engine client's threads,
 * read by one.
 */
final class ContainerLine implements AutoCloseable {
  private final String nonce = UUID.randomUUID().toString();
  private final LateInput input = new LateInput();
  private final Capture capture = new Capture(nonce, this::wake);
  private final Ended ended = new Ended(this::wake);
  private final Optional<CapabilitySocket> socket;
  private volatile Runnable watcher = () -> {};

  /**
   * @param socket by which it may call what it is granted; closed with the line
   */
  ContainerLine(Optional<CapabilitySocket> socket) {
    this.socket = socket;
  }

  Optional<Path> socketFile() {
    return socket.map(CapabilitySocket::file);
  }

  /** What it may call from now on, if it has a socket. */
  void serve(Capabilities capabilities) {
    socket.ifPresent(open -> open.serve(capabilities));
  }

  /** What every report of the bootstrap begins with. */
  String nonce() {
    return nonce;
  }

  LateInput input() {
    return input;
  }

  Capture capture() {
    return capture;
  }

  Ended ended() {
    return ended;
  }

  /** Whom to wake from now on. */
  void watchedBy(Runnable wake) {
    watcher = wake;
  }

  private void wake() {
    watcher.run();
  }

  @Override
  public void close() {
    input.close();
    socket.ifPresent(CapabilitySocket::close);
    try {
      capture.close();
    } catch (IOException harmless) {
      // Nobody listens any more.
    }
  }
}
