package dev.sluice.capability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sluice.job.Assignment;
import dev.sluice.sandbox.Capabilities;
import dev.sluice.sandbox.CapabilityAnswer;
import dev.sluice.sandbox.CapabilityCall;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt's calls. */
final class Desk implements Capabilities {
  private static final Logger log = LoggerFactory.getLogger(Desk.class);

  /**
   * Of one attempt. A program that needs more is a flood, to the service and to the audit trail.
   */
  static final int MOST_CALLS = 1_000;

  static final int MOST_AT_ONCE = 8;

  private static final Pattern OPERATION = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,62}");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Assignment assignment;
  private final Map<String, Optional<Connector>> granted;
  private final CallListener listener;
  private final AtomicInteger calls = new AtomicInteger();
  private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);
  private volatile boolean closed;

  Desk(Assignment assignment, Map<String, Optional<Connector>> granted, CallListener listener) {
    this.assignment = assignment;
    this.granted = granted;
    this.listener = listener;
  }

  @Override
  public Set<String> names() {
    return granted.keySet();
  }

  @Override
  public CapabilityAnswer call(CapabilityCall call) {
    int number = calls.updateAndGet(count -> Math.min(count + 1, MOST_CALLS + 2));
    Connector.Reply reply = number > MOST_CALLS ? tooMany() : reply(call);
    if (number <= MOST_CALLS + 1) {
      tell(number, Shown.name(call.binding()), reply);
    }
    return reply.answer();
  }

  @Override
  public void close() {
    closed = true;
  }

  private Connector.Reply reply(CapabilityCall call) {
    if (closed) {
      return Connector.Reply.denied("ended", "the job has ended");
    }
    Optional<Connector> connector = granted.getOrDefault(call.binding(), Optional.empty());
    if (connector.isEmpty()) {
      return Connector.Reply.denied(
          "grant", "\"%s\" is not granted to this job".formatted(Shown.name(call.binding())));
    }
    if (!OPERATION.matcher(call.operation()).matches()) {
      return Connector.Reply.denied("operation", "an operation's name is letters and digits");
    }
    if (!atOnce.tryAcquire()) {
      return Connector.Reply.denied(
          "at-once", "more than %d calls at once".formatted(MOST_AT_ONCE));
    }
    try {
      return JSON.readTree(call.arguments()) instanceof ArrayNode arguments
          ? connector.get().call(call.operation(), arguments)
          : Connector.Reply.denied("arguments", "arguments must be a JSON array");
    } catch (JsonProcessingException notJson) {
      return Connector.Reply.denied("arguments", "arguments must be a JSON array");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Connector.Reply.failed("interrupted", "interrupted");
    } catch (RuntimeException failure) {
      log.atWarn()
          .addKeyValue("job", assignment.key())
          .setCause(failure)
          .log("A capability's call failed on our side");
      return Connector.Reply.failed("the broker failed", "the broker failed");
    } finally {
      atOnce.release();
    }
  }

  private static Connector.Reply tooMany() {
    return Connector.Reply.denied("calls", "more than %d calls of one job".formatted(MOST_CALLS));
  }

  private void tell(int number, String binding, Connector.Reply reply) {
    if (reply.answer() instanceof CapabilityAnswer.Denied(String rule, String reason)) {
      listener.denied(assignment.key(), assignment.attempt(), number, binding, rule, reason);
    } else {
      listener.allowed(assignment.key(), assignment.attempt(), number, binding, reply.detail());
    }
  }
}
