package dev.sluice.audit;

/**
 * A record's place in its writer's chain.
 *
 * @param chain the writer's name
 * @param sequence from 1, without gaps
 * @param previousHash of the link before it; 64 zeros for the first; hexadecimal SHA-256
 * @param hash over the previous hash, the chain, the sequence and the record
 */
public record ChainLink(String chain, long sequence, String previousHash, String hash) {}
