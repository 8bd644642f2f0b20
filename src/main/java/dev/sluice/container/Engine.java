package dev.sluice.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.api.model.WaitResponse;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The engine, as far as the pool needs it. Calls block; each throws docker-java's unchecked
 * exceptions. Short calls give up after half a minute; streams may be silent for as long as they
 * like, so they have a client of their own.
 */
final class Engine implements Closeable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final String BOOTSTRAP = bootstrap();

  private final DockerClient calls;
  private final DockerClient streams;

  Engine(String address) {
    DockerClientConfig config =
        DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(address).build();
    calls = DockerClientImpl.getInstance(config, transport(config, ANSWER_LIMIT));
    streams = DockerClientImpl.getInstance(config, transport(config, Duration.ZERO));
  }

  /** The digest of an image; throws {@link NotFoundException} without it. */
  String imageId(String image) {
    return calls.inspectImageCmd(image).exec().getId();
  }

  void ping() {
    calls.pingCmd().exec();
  }

  /** Makes a container that waits for its feed on standard input; returns its id. */
  String create(String name, String image, HostConfig config, Map<String, String> labels) {
    return calls
        .createContainerCmd(image)
        .withName(name)
        .withHostName(Hardening.HOST_NAME)
        .withUser(Hardening.USER)
        .withWorkingDir(Hardening.WORK)
        .withEntrypoint("/bin/bash", "--norc", "--noprofile", "-c")
        .withCmd(BOOTSTRAP)
        .withEnv("PATH=/usr/local/bin:/usr/bin:/bin")
        .withLabels(labels)
        .withStdinOpen(true)
        .withStdInOnce(true)
        .withAttachStdin(true)
        .withAttachStdout(true)
        .withAttachStderr(true)
        .withTty(false)
        .withHostConfig(config)
        .exec()
        .getId();
  }

  void attach(String container, InputStream stdin, Capture capture) throws InterruptedException {
    streams
        .attachContainerCmd(container)
        .withStdIn(stdin)
        .withStdOut(true)
        .withStdErr(true)
        .withFollowStream(true)
        .exec(capture)
        .awaitStarted();
  }

  void start(String container) {
    calls.startContainerCmd(container).exec();
  }

  void whenEnded(String container, ResultCallback<WaitResponse> callback) {
    streams.waitContainerCmd(container).exec(callback);
  }

  void measure(String container, ResultCallback<Statistics> callback) {
    streams.statsCmd(container).exec(callback);
  }

  InspectContainerResponse.ContainerState state(String container) {
    return calls.inspectContainerCmd(container).exec().getState();
  }

  /** Kills every process of a container; one that has ended already is fine. */
  void kill(String container) {
    try {
      calls.killContainerCmd(container).exec();
    } catch (ConflictException | NotFoundException ended) {
      // Nothing is left to kill.
    }
  }

  /**
   * Removes a container and all it has. Says whether it was this call that did: one that is gone
   * already, or that somebody else is removing, is fine.
   */
  boolean remove(String container) {
    try {
      calls.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
      return true;
    } catch (NotFoundException | ConflictException othersDoing) {
      return false;
    }
  }

  /** The engine's name of the runtime that a container was made with. */
  String runtime(String container) {
    return calls.inspectContainerCmd(container).exec().getHostConfig().getRuntime();
  }

  /** Every container with the label, whether it runs or not. */
  List<Container> labelled(String label) {
    return calls.listContainersCmd().withShowAll(true).withLabelFilter(List.of(label)).exec();
  }

  @Override
  public void close() throws IOException {
    calls.close();
    streams.close();
  }

  private static ZerodepDockerHttpClient transport(DockerClientConfig config, Duration limit) {
    return new ZerodepDockerHttpClient.Builder()
        .dockerHost(config.getDockerHost())
        .connectionTimeout(CONNECT_LIMIT)
        .responseTimeout(limit)
        .build();
  }

  private static String bootstrap() {
    try (InputStream script = Engine.class.getResourceAsStream("bootstrap.sh")) {
      if (script == null) {
        throw new IllegalStateException("bootstrap.sh is not beside Engine.class");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
