package dev.sluice.kafka.router;

import dev.sluice.kafka.wire.Codecs;
import dev.sluice.ledger.LedgerState;
import dev.sluice.ledger.LedgerStateContractTest;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** On RocksDB; reopening closes the files and opens them again. */
class StoredLedgerStateTest extends LedgerStateContractTest {
  @TempDir private Path folder;

  private final Map<LedgerState, Opened> opened = new HashMap<>();
  private int states;

  private record Opened(
      Path folder, KeyValueStore<Bytes, byte[]> jobs, KeyValueStore<Bytes, byte[]> counts) {
    void close() {
      jobs.close();
      counts.close();
    }
  }

  @Override
  protected LedgerState empty() {
    states++;
    return open(folder.resolve("state-" + states));
  }

  @Override
  protected LedgerState reopened(LedgerState state) {
    Opened before = Objects.requireNonNull(opened.remove(state));
    before.close();
    return open(before.folder());
  }

  @AfterEach
  void close() {
    List<Opened> all = new ArrayList<>(opened.values());
    opened.clear();
    all.forEach(Opened::close);
  }

  private LedgerState open(Path home) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:0");
    File taskFolder = home.toFile();
    MockProcessorContext<Void, Void> context =
        new MockProcessorContext<>(properties, new TaskId(0, 0), taskFolder);
    KeyValueStore<Bytes, byte[]> jobs = store("jobs", context);
    KeyValueStore<Bytes, byte[]> counts = store("counts", context);
    LedgerState state = new StoredLedgerState(jobs, counts, Codecs.SUBMISSION);
    opened.put(state, new Opened(home, jobs, counts));
    return state;
  }

  private static KeyValueStore<Bytes, byte[]> store(
      String name, MockProcessorContext<Void, Void> context) {
    KeyValueStore<Bytes, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .withCachingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    return store;
  }
}
