package dev.sluice.isolate.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecsTest {
  static Stream<Order> orders() {
    return Stream.of(
        new Order.Stop(7),
        new Order.Run(
            1,
            new Program(
                "javascript",
                List.of(
                    new SourceFile("main.js", Content.of("print('ünï')")),
                    new SourceFile("data.bin", Content.of(new byte[] {0, -1, 127}))),
                "main.js"),
            new Invocation(
                List.of("one", ""), Content.of("in"), Map.of("NAME", "value"), Optional.empty()),
            new ByteSize(1 << 20)));
  }

  static Stream<Report> reports() {
    return Stream.of(
        new Report.Ready("GraalJS 25"),
        new Report.Wrote(3, Report.Stream.STDERR, Content.of("words")),
        new Report.Wrote(3, Report.Stream.VALUE, Content.EMPTY),
        new Report.Ended(4, new Finish.Exited(255)),
        new Report.Ended(4, new Finish.Threw("Error: x")),
        new Report.Ended(4, new Finish.DidNotCompile("SyntaxError: y")),
        new Report.Ended(4, new Finish.WroteTooMuch()),
        new Report.Ended(4, new Finish.Stopped()));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void an_order_comes_back_as_it_was(Order order) throws ProtocolException {
    assertThat(OrderCodec.decode(OrderCodec.encode(order))).isEqualTo(order);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void a_report_comes_back_as_it_was(Report report) throws ProtocolException {
    assertThat(ReportCodec.decode(ReportCodec.encode(report))).isEqualTo(report);
  }

  @Test
  void what_the_output_is_held_against_is_not_told_to_a_worker() throws ProtocolException {
    Order.Run run =
        new Order.Run(
            1,
            new Program("javascript", List.of(), "main.js"),
            new Invocation(List.of(), Content.EMPTY, Map.of(), Optional.of("the answer")),
            new ByteSize(10));

    byte[] encoded = OrderCodec.encode(run);

    assertThat(Content.of(encoded).text()).doesNotContain("the answer");
    assertThat(OrderCodec.decode(encoded))
        .isInstanceOfSatisfying(
            Order.Run.class, told -> assertThat(told.invocation().expectedStdout()).isEmpty());
  }

  /** number, branch, then a length of 2 GiB, of 8 EiB, a negative one, an unknown branch … */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "02",
        "0200feffffff0f",
        "020200feffffff0f",
        "020200feffffffffffffffff01",
        "02020001",
        "0206",
        "020400",
        "02040a0000",
        "0203",
        "ffffffffffffffffffffff",
        "0204000000ff",
        "020400800400",
        "0204000100"
      })
  void a_report_of_hostile_bytes_is_refused(String hexadecimal) {
    byte[] bytes = HexFormat.of().parseHex(hexadecimal);

    assertThatThrownBy(() -> ReportCodec.decode(bytes)).isInstanceOf(ProtocolException.class);
  }

  /** A run of files and arguments whose counts or lengths lie, behind a size of nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0200" + "0261" + "0261" + "ffffffff010000" + "00" + "00" + "00" + "02",
        "0200" + "0261" + "0261" + "00" + "ffffffff010000" + "00" + "00" + "02",
        "0200" + "0261" + "0261" + "00" + "00" + "00" + "ffffffff010000" + "02",
        "0200" + "0261" + "0261" + "00" + "010cfeffffff010000" + "00" + "00" + "02",
        "0200" + "0261" + "0261" + "00" + "00" + "00" + "010efeffffff0100000000" + "02"
      })
  void an_order_of_hostile_bytes_is_refused(String hexadecimal) {
    byte[] bytes = HexFormat.of().parseHex(hexadecimal);

    assertThatThrownBy(() -> OrderCodec.decode(bytes)).isInstanceOf(ProtocolException.class);
  }
}
