package dev.sluice.architecture.planted.route;

import com.github.dockerjava.api.DockerClient;
import dev.sluice.architecture.planted.kafka.wire.generated.Generated;
import io.vertx.core.Vertx;
import org.apache.avro.Schema;
import org.apache.kafka.common.TopicPartition;
import org.graalvm.polyglot.Engine;
import picocli.CommandLine;

/** Every library outside the room that owns it. */
record UsesEveryLibrary(
    DockerClient docker,
    Vertx vertx,
    TopicPartition kafka,
    Engine graal,
    CommandLine commands,
    Schema avro,
    Generated generated) {}
