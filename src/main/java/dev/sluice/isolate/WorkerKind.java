package dev.sluice.isolate;

import dev.sluice.job.ByteSize;
import java.util.List;
import java.util.Set;

/**
 * A kind of worker process: the languages it runs, and what its process needs for them. Kinds are
 * apart where their engines differ too much in size and start to share a process.
 *
 * @param name what its main class is told
 * @param languages the names of the languages it runs
 * @param libraries one class of each library on its class path
 * @param resources what its engine reads beside its class path
 * @param base heap that the engine itself needs, beyond the program's limit
 */
record WorkerKind(
    String name,
    Set<String> languages,
    List<String> libraries,
    List<WorkerResource> resources,
    ByteSize base) {

  WorkerKind {
    languages = Set.copyOf(languages);
    libraries = List.copyOf(libraries);
    resources = List.copyOf(resources);
  }
}
