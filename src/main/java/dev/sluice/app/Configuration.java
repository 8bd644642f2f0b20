package dev.sluice.app;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every setting there is, by its place in the file. What is left out is the default of the part
 * that it sets up. The same names work in the environment ({@code SLUICE_HTTP_PORT} for {@code
 * http.port}), which comes before the file.
 */
@ConfigMapping(prefix = Configuration.PREFIX)
interface Configuration {
  String PREFIX = "sluice";

  Kafka kafka();

  Broker broker();

  Router router();

  Isolate isolate();

  Container container();

  Secrets secrets();

  Http http();

  /** The cluster. */
  interface Kafka {
    Optional<String> bootstrapServer();

    /** Given to every client as they are: {@code security.protocol} and the like. */
    Map<String, String> properties();
  }

  /** The broker in this process, where there is no cluster. */
  interface Broker {
    Optional<Path> folder();

    Optional<Integer> port();

    Optional<Integer> partitions();
  }

  /** The ledger's stage. */
  interface Router {
    /** Where the state's local copy is kept; a temporary folder when left out. */
    Optional<Path> stateFolder();
  }

  /** The isolate pool. */
  interface Isolate {
    Optional<Integer> slots();

    /** {@code bubblewrap}, or {@code none} to run without any, which every result then says. */
    Optional<String> confinement();

    /** Languages whose hot code is compiled to machine code. */
    Optional<Set<String>> optimise();

    /** Workers of each kind kept ready that belong to no tenant yet. */
    Optional<Integer> spares();

    /** Languages that spares are kept for from the start; others once they were asked for. */
    Optional<Set<String>> warm();
  }

  /** The container pool. */
  interface Container {
    Optional<String> engine();

    Optional<String> image();

    Optional<String> runtime();

    /** Containers of each shape asked for lately that are kept started ahead. */
    Optional<Integer> warm();

    Optional<Integer> slots();

    Optional<String> cgroupParent();

    /** Where sockets for granted capabilities are made; the engine sees it under the same path. */
    Optional<Path> socketFolder();
  }

  /** What is attached to programs' calls, outside of their sandboxes. */
  interface Secrets {
    /** A file each; a variable {@code SLUICE_SECRET_NAME} does as well. */
    Optional<Path> folder();
  }

  /** The gateway's HTTP edge. */
  interface Http {
    Optional<String> host();

    Optional<Integer> port();

    Optional<Long> maxBodyBytes();

    Optional<Long> idleMillis();
  }
}
