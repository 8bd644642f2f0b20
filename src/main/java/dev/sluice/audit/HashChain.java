package dev.sluice.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * Links the audit records of one writer, so that a reader sees when one was changed, left out or
 * put in: each link's hash covers the link before it (Haber and Stornetta, "How to time-stamp a
 * digital document", 1991). One thread.
 */
public final class HashChain {
  private static final String NO_HASH = "0".repeat(64);

  private final String name;
  private long sequence;
  private String head;

  private HashChain(String name, long sequence, String head) {
    this.name = name;
    this.sequence = sequence;
    this.head = head;
  }

  /** A chain without a link yet. */
  public static HashChain begin(String name) {
    return new HashChain(name, 0, NO_HASH);
  }

  /** A chain that goes on after a link that was written earlier. */
  public static HashChain after(ChainLink last) {
    return new HashChain(last.chain(), last.sequence(), last.hash());
  }

  /** Puts a record at the end of the chain. */
  public ChainLink append(AuditRecord record) {
    String previous = head;
    sequence++;
    head = hash(previous, name, sequence, record);
    return new ChainLink(name, sequence, previous, head);
  }

  /** Whether a link really covers this record. */
  public static boolean covers(ChainLink link, AuditRecord record) {
    return link.hash().equals(hash(link.previousHash(), link.chain(), link.sequence(), record));
  }

  private static String hash(String previous, String chain, long sequence, AuditRecord record) {
    MessageDigest digest = sha256();
    add(digest, previous);
    add(digest, chain);
    add(digest, Long.toString(sequence));
    add(digest, record.id());
    add(digest, Long.toString(record.at().toEpochMilli()));
    add(digest, record.stage().word());
    add(digest, record.tenant().value());
    add(digest, record.job().map(job -> job.value()).orElse(""));
    add(digest, record.type());
    new TreeMap<>(record.details())
        .forEach(
            (detail, value) -> {
              add(digest, detail);
              add(digest, value);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
