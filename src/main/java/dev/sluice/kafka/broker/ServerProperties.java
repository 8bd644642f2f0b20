package dev.sluice.kafka.broker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The settings of a broker that is alone and small: it is its own controller, keeps one copy of
 * everything, and tells its groups what they wait for at once.
 */
final class ServerProperties {
  static final String CLIENTS = "CLIENTS";
  static final String CONTROLLER = "CONTROLLER";
  static final int NODE = 1;

  private static final String LOOPBACK = "127.0.0.1";
  private static final String MEBIBYTE = Integer.toString(1024 * 1024);
  private static final String FOUR_MEBIBYTES = Integer.toString(4 * 1024 * 1024);

  private ServerProperties() {}

  static Properties of(Path folder, int port, int controllerPort) {
    Properties properties = new Properties();
    identity(properties, folder, port, controllerPort);
    aloneAndSmall(properties);
    promptGroups(properties);
    return properties;
  }

  static String address(int port) {
    return LOOPBACK + ":" + port;
  }

  private static void identity(Properties properties, Path folder, int port, int controllerPort) {
    properties.put("node.id", Integer.toString(NODE));
    properties.put("process.roles", "broker,controller");
    properties.put("controller.quorum.voters", NODE + "@" + address(controllerPort));
    properties.put("controller.listener.names", CONTROLLER);
    properties.put("inter.broker.listener.name", CLIENTS);
    properties.put(
        "listeners",
        CLIENTS + "://" + address(port) + "," + CONTROLLER + "://" + address(controllerPort));
    properties.put("advertised.listeners", CLIENTS + "://" + address(port));
    properties.put(
        "listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    properties.put("log.dirs", folder.toString());
  }

  private static void aloneAndSmall(Properties properties) {
    properties.put("auto.create.topics.enable", "false");
    properties.put("default.replication.factor", "1");
    properties.put("min.insync.replicas", "1");
    for (String coordinator : CoordinatorTopics.SETTING_PREFIXES) {
      properties.put(coordinator + ".replication.factor", "1");
      properties.put(
          coordinator + ".num.partitions", Integer.toString(CoordinatorTopics.PARTITIONS));
    }
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
    properties.put("num.network.threads", "2");
    properties.put("num.io.threads", "4");
    properties.put("background.threads", "2");
    properties.put("log.cleaner.dedupe.buffer.size", FOUR_MEBIBYTES);
    properties.put("log.cleaner.io.buffer.size", MEBIBYTE);
  }

  /** Members that come together need not wait for one another, nor for the next heartbeat. */
  private static void promptGroups(Properties properties) {
    properties.put("group.initial.rebalance.delay.ms", "0");
    properties.put("group.share.min.heartbeat.interval.ms", "500");
    properties.put("group.share.heartbeat.interval.ms", "500");
    properties.put("group.share.min.assignment.interval.ms", "0");
    properties.put("group.share.assignment.interval.ms", "0");
    properties.put("group.share.initialize.retry.interval.ms", "500");
  }
}
