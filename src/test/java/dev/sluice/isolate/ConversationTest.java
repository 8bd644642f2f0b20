package dev.sluice.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.isolate.protocol.Finish;
import dev.sluice.isolate.protocol.ProtocolException;
import dev.sluice.isolate.protocol.Report;
import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private final Conversation conversation = new Conversation();
  private final OutputCollector output = new OutputCollector(new ByteSize(10));

  @BeforeEach
  void theWorkerIsReady() throws ProtocolException {
    conversation.hear(new Report.Ready("engine"));
  }

  @Test
  void a_program_writes_and_ends() throws ProtocolException {
    Conversation.Running running = conversation.begin(1, output);

    conversation.hear(new Report.Wrote(1, Report.Stream.STDOUT, Content.of("hi")));
    conversation.hear(new Report.Ended(1, new Finish.Exited(0)));

    assertThat(running.finish()).isCompletedWithValue(new Finish.Exited(0));
    assertThat(output.output(false).stdout().content().text()).isEqualTo("hi");
  }

  @Test
  void output_beyond_the_limit_is_cut_and_seen() throws ProtocolException {
    Conversation.Running running = conversation.begin(1, output);

    conversation.hear(new Report.Wrote(1, Report.Stream.STDOUT, Content.of("0123456")));
    conversation.hear(new Report.Wrote(1, Report.Stream.STDERR, Content.of("0123456")));

    assertThat(running.output().isExceeded()).isTrue();
    assertThat(output.output(false).stderr().content().text()).isEqualTo("012");
    assertThat(output.output(false).stderr().truncated()).isTrue();
    assertThat(output.output(false).stdout().truncated()).isFalse();
  }

  @Test
  void a_worker_that_stopped_at_the_limit_cut_what_it_wrote_last() {
    output.add(Report.Stream.STDOUT, Content.of("all of it"));
    output.add(Report.Stream.STDERR, Content.of("e"));

    assertThat(output.output(true).stdout().truncated()).isFalse();
    assertThat(output.output(true).stderr().truncated()).isTrue();
  }

  @Test
  void a_second_ready_breaks_it() {
    assertThatThrownBy(() -> conversation.hear(new Report.Ready("engine")))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void a_report_about_another_program_breaks_it() {
    conversation.begin(2, output);

    assertThatThrownBy(() -> conversation.hear(new Report.Ended(1, new Finish.Exited(0))))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void a_second_ending_breaks_it() throws ProtocolException {
    conversation.begin(1, output);
    conversation.hear(new Report.Ended(1, new Finish.Exited(0)));

    assertThatThrownBy(() -> conversation.hear(new Report.Ended(1, new Finish.Exited(1))))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void the_end_of_the_worker_ends_its_program() {
    Conversation.Running running = conversation.begin(1, output);

    conversation.end(new WorkerEndedException("it ended"));

    assertThat(running.finish()).isCompletedExceptionally();
  }

  @Test
  void a_program_that_begins_after_the_end_of_the_worker_ends_at_once() {
    conversation.end(new WorkerEndedException("it ended"));

    Conversation.Running running = conversation.begin(1, output);

    assertThat(conversation.isOver()).isTrue();
    assertThat(running.finish()).isCompletedExceptionally();
  }
}
