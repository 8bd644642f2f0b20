package dev.sluice.kafka.executor;

import dev.sluice.kafka.topics.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The share group of a tier's executors: what the broker must know of it, and its consumers. */
final class ShareGroup {
  private static final int PATIENCE_SECONDS = 30;

  private ShareGroup() {}

  /**
   * Sets the group's own configuration: nothing that is still there is skipped, aborted
   * transactions are not seen, and the broker tries as often as it can be told to.
   */
  static void configure(ExecutorSettings settings, Map<String, Object> client) {
    ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, settings.group());
    List<AlterConfigOp> wanted =
        List.of(
            set("share.auto.offset.reset", "earliest"),
            set("share.isolation.level", "read_committed"),
            set("share.record.lock.duration.ms", Long.toString(settings.lock().toMillis())),
            set("share.delivery.count.limit", "10"));
    try (Admin admin = Admin.create(client)) {
      admin
          .incrementalAlterConfigs(Map.of(group, wanted))
          .all()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new KafkaException("group " + settings.group() + " could not be configured", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while the group was configured", stopped);
    }
  }

  /** A member for one slot: a consumer that renews a record gets no others until it is done. */
  static KafkaShareConsumer<byte @Nullable [], byte @Nullable []> join(
      ExecutorSettings settings, Map<String, Object> client) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    properties.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
    properties.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
    KafkaShareConsumer<byte @Nullable [], byte @Nullable []> consumer =
        new KafkaShareConsumer<>(
            properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(Topics.jobsOf(settings.tier())));
    return consumer;
  }

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }
}
