package dev.sluice.cli.run;

import dev.sluice.job.JobKey;
import dev.sluice.job.Submission;
import dev.sluice.job.TenantId;
import dev.sluice.json.Mistake;
import dev.sluice.json.Reading;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is expected: the ids of all lines, and the lines that cannot be submitted, known before
 * anything is. One thread. It keeps the ids of a run, about 200 bytes a line.
 */
final class Roll {
  private final Map<JobKey, Integer> open = new HashMap<>();
  private final Map<TenantId, TenantId> tenants = new HashMap<>();
  private final BitSet refusedLines = new BitSet();
  private int lines;
  private int refused;

  /** Hears of every line that is refused. */
  @FunctionalInterface
  interface Refusals {
    void refuse(int line, Reading.Faulty reading) throws IOException;
  }

  /** Reads the whole input once. */
  static Roll call(InputFile input, LineReader reader, Refusals refusals) throws IOException {
    Roll roll = new Roll();
    try (Lines lines = input.lines()) {
      Optional<NumberedLine> next = lines.next();
      while (next.isPresent()) {
        roll.enter(next.get(), reader.read(next.get()), refusals);
        next = lines.next();
      }
    }
    return roll;
  }

  private void enter(NumberedLine line, Reading reading, Refusals refusals) throws IOException {
    lines++;
    switch (reading) {
      case Reading.Faulty faulty -> refuse(line.number(), faulty, refusals);
      case Reading.Clear clear when clear.idChosen() -> {
        Integer first = open.putIfAbsent(shared(clear.submission().key()), line.number());
        if (first != null) {
          refuse(line.number(), repeated(clear.submission(), first), refusals);
        }
      }
      case Reading.Clear _ -> {}
    }
  }

  /** The same key, with one tenant for all its jobs. */
  private JobKey shared(JobKey key) {
    return new JobKey(tenants.computeIfAbsent(key.tenant(), tenant -> tenant), key.job());
  }

  private void refuse(int line, Reading.Faulty reading, Refusals refusals) throws IOException {
    refusedLines.set(line);
    refused++;
    refusals.refuse(line, reading);
  }

  private static Reading.Faulty repeated(Submission submission, int first) {
    return new Reading.Faulty(
        new Mistake("id", "the same as in line " + first),
        Optional.of(submission.key().job().value()),
        Optional.of(submission.key().tenant().value()),
        submission.tags().labels());
  }

  /** All lines but blank ones. */
  int lines() {
    return lines;
  }

  int refused() {
    return refused;
  }

  boolean isRefused(int line) {
    return refusedLines.get(line);
  }

  /** Whether the job belongs to this run and has no result yet. */
  boolean isOpen(JobKey key) {
    return open.containsKey(key);
  }

  /** Enters a job whose id was generated. */
  void enter(JobKey key, int line) {
    open.put(key, line);
  }

  /** Takes a job off the roll; false when it was not open. */
  boolean settle(JobKey key) {
    return open.remove(key) != null;
  }

  /** The jobs that have no result yet. */
  Set<JobKey> open() {
    return Set.copyOf(open.keySet());
  }
}
