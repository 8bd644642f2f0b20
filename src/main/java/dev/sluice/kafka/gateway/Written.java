package dev.sluice.kafka.gateway;

/** Where the cluster has put a record: it is durable there. */
public record Written(String topic, int partition, long offset) {}
