package dev.sluice.architecture.planted.kafka.wire.generated;

/** Stands for a class that Avro's compiler made. */
public record Generated() {}
