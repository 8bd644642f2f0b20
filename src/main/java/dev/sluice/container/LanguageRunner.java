package dev.sluice.container;

import dev.sluice.job.Limits;
import java.util.List;

/**
 * How programs of one language are checked and started in a container. Commands are argument
 * vectors, never a shell's text; their first words are looked up on the image's own path.
 */
interface LanguageRunner {

  /** The language's name, as submissions say it. */
  String language();

  /** Succeeds when the file is a program, and runs none of it; prints what is wrong otherwise. */
  List<String> check(String file);

  /** Starts the program; the job's arguments are added at the end. */
  List<String> start(String file, Limits limits);

  /** Threads that the language's own engine starts, which do not count as the program's. */
  int engineThreads();
}
