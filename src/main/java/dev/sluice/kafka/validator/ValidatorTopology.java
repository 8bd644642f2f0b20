package dev.sluice.kafka.validator;

import dev.sluice.kafka.stage.FollowedTopic;
import dev.sluice.kafka.topics.Topics;
import dev.sluice.validate.Validator;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/** The validator's topology: one stateless processor that reads bytes, so no record can stop it. */
public final class ValidatorTopology {
  static final FollowedTopic POLICIES = new FollowedTopic(Topics.TENANTS, "policies");

  private static final String VALIDATOR = "validator";

  private ValidatorTopology() {}

  /**
   * The topology of one process.
   *
   * @param process unique to this life of the process: begins the names of its audit chains
   */
  public static Topology of(Validator validator, String process) {
    Topology topology = new Topology();
    POLICIES.addTo(topology);
    topology.addSource(
        Topics.SUBMISSIONS,
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        Topics.SUBMISSIONS);
    topology.addProcessor(
        VALIDATOR, () -> new ValidatorProcessor(validator, process), Topics.SUBMISSIONS);
    for (String output : List.of(Topics.VALIDATED, Topics.AUDIT, Topics.DEAD_LETTERS)) {
      topology.addSink(
          output, output, new ByteArraySerializer(), new ByteArraySerializer(), VALIDATOR);
    }
    return topology;
  }
}
