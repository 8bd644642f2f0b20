package dev.sluice.kafka.broker;

import dev.sluice.kafka.KafkaSettings;
import dev.sluice.kafka.topics.TopicAdministrator;
import dev.sluice.kafka.topics.TopicCatalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker that is its own controller, in this process, on 127.0.0.1, with every topic of
 * Sluice. Any thread; closed by who started it. When its metadata cannot be kept, Kafka ends the
 * whole process.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private final KafkaRaftServer server;
  private final DataFolder folder;
  private final String bootstrapServers;

  private EmbeddedBroker(KafkaRaftServer server, DataFolder folder, String bootstrapServers) {
    this.server = server;
    this.folder = folder;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker and returns when clients can use it.
   *
   * @throws BrokerException when the folder is in use, the port is taken, or Kafka refuses
   */
  public static EmbeddedBroker start(EmbeddedBrokerSettings settings) {
    DataFolder folder = DataFolder.open(settings.folder());
    try {
      int port = settings.port().map(EmbeddedBroker::ifFree).orElseGet(EmbeddedBroker::freePort);
      EmbeddedBroker broker =
          new EmbeddedBroker(started(folder, port), folder, ServerProperties.address(port));
      broker.makeTopics(settings.partitions());
      return broker;
    } catch (RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** How clients of this process reach it. */
  public KafkaSettings clientSettings() {
    return KafkaSettings.plain(bootstrapServers);
  }

  /** Stops the broker once what it was given is on disk. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    folder.close();
  }

  private static KafkaRaftServer started(DataFolder folder, int port) {
    Path log = folder.path().resolve("log");
    Properties properties = ServerProperties.of(log, port, freePort());
    format(folder.path(), log, properties);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException failure) {
      server.shutdown();
      throw new BrokerException(
          "the embedded broker did not start: " + failure.getMessage(), failure);
    }
    return server;
  }

  /** Gives a new folder its identity; leaves one that has it alone. */
  private static void format(Path folder, Path log, Properties properties) {
    Path file = folder.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    } catch (IOException failure) {
      throw new BrokerException("cannot write " + file, failure);
    }
    if (Files.exists(log.resolve("meta.properties"))) {
      return;
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int exit =
        StorageTool.execute(
            new String[] {
              "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
            },
            new PrintStream(said, true, StandardCharsets.UTF_8));
    if (exit != 0) {
      throw new BrokerException(
          "cannot format " + log + ": " + said.toString(StandardCharsets.UTF_8).strip());
    }
  }

  /** New topics only: those that a folder brings along stay as they are. */
  private void makeTopics(int partitions) {
    try (TopicAdministrator administrator = new TopicAdministrator(clientSettings())) {
      administrator.apply(administrator.plan(CoordinatorTopics.catalog()));
      administrator.apply(
          administrator.plan(TopicCatalog.shipped().withReplicas(1).withPartitions(partitions)));
    } catch (RuntimeException failure) {
      server.shutdown();
      throw failure;
    }
  }

  private static int freePort() {
    try {
      return bound(0);
    } catch (IOException failure) {
      throw new BrokerException("no free port on 127.0.0.1", failure);
    }
  }

  private static int ifFree(int port) {
    try {
      return bound(port);
    } catch (IOException failure) {
      throw new BrokerException("port " + port + " on 127.0.0.1 is in use", failure);
    }
  }

  private static int bound(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
