package dev.sluice.isolate.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A worker trusts its pool, but a frame that was damaged must not trouble it either. Fuzzed by
 * {@code JAZZER_FUZZ=1 ./mvnw test -Dtest=OrderFuzzTest}; without the variable the known inputs
 * run, and a bounded number of random ones.
 */
class OrderFuzzTest {
  /** About a second. */
  private static final int ROUNDS = 50_000;

  private static final long ALLOWANCE_BYTES = 2 * Frames.LARGEST_REPORT.bytes();

  static Stream<byte[]> whatPoolsSay() {
    return CodecsTest.orders()
        .map(
            order -> {
              ByteArrayOutputStream bytes = new ByteArrayOutputStream();
              try {
                Frames.write(bytes, OrderCodec.encode(order));
              } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
              }
              return bytes.toByteArray();
            });
  }

  @BeforeAll
  static void loadWhatIsNeeded() throws IOException {
    for (byte[] said : whatPoolsSay().toList()) {
      readAll(said);
    }
  }

  @MethodSource("whatPoolsSay")
  @FuzzTest(maxDuration = "5m")
  void whatever_a_pool_says_is_an_order_or_refused(byte[] said) throws IOException {
    List<Order> orders = new ArrayList<>();

    long allocated = AllocationMeter.during(() -> orders.addAll(readAll(said)));

    assertThat(allocated).isLessThan(ALLOWANCE_BYTES + 1000L * said.length);
    for (Order order : orders) {
      assertThat(OrderCodec.decode(OrderCodec.encode(order))).isEqualTo(order);
    }
  }

  @Test
  void so_it_is_with_honest_words_that_were_damaged_and_mixed() throws IOException {
    Mutilation mutilation = new Mutilation(new Random(25), whatPoolsSay().toList());
    for (int round = 0; round < ROUNDS; round++) {
      whatever_a_pool_says_is_an_order_or_refused(mutilation.next());
    }
  }

  /** Up to the first that is refused. */
  private static List<Order> readAll(byte[] said) throws IOException {
    List<Order> orders = new ArrayList<>();
    ByteArrayInputStream stream = new ByteArrayInputStream(said);
    try {
      Optional<byte[]> frame = Frames.read(stream, Frames.LARGEST_REPORT);
      while (frame.isPresent()) {
        orders.add(OrderCodec.decode(frame.get()));
        frame = Frames.read(stream, Frames.LARGEST_REPORT);
      }
    } catch (ProtocolException refused) {
      // What was understood before is what counts.
    }
    return orders;
  }
}
