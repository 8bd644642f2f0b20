package dev.sluice.isolate.language;

import dev.sluice.job.Invocation;
import dev.sluice.job.Program;

/** Runs programs of one language, each in a context of its own. */
public interface LanguageRunner {

  /** The language's name. */
  String language();

  /** Name and version of the engine. */
  String engine();

  /** A program of our own that touches what most programs use, cheaply. */
  Program warmUp();

  /** Makes a context that holds this program and nothing else; nothing of it has run yet. */
  RunningProgram prepare(Program program, Invocation invocation, GuestOutput output);
}
