package dev.sluice.isolate;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Files that an engine reads beside its class path, such as a language's standard library: unpacked
 * once on this machine, outside of any sandbox, and seen read-only in each.
 *
 * @param name of its folder, with the version in it: another version is another folder
 * @param property the system property that tells a worker where the folder is
 * @param unpacking writes the files
 */
record WorkerResource(String name, String property, Unpacking unpacking) {

  /** Writes files into an empty folder. */
  interface Unpacking {
    void into(Path folder) throws IOException;
  }
}
