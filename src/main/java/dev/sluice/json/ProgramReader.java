package dev.sluice.json;

import dev.sluice.job.Content;
import dev.sluice.job.Language;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the code of a submission: {@code code}, or {@code files} with an {@code entrypoint}. */
final class ProgramReader {
  private static final String SOURCE_OF_UNKNOWN_LANGUAGE = "main";

  private ProgramReader() {}

  static Program read(JsonFields fields) throws MistakeException {
    String language = fields.requiredText("language");
    String usualName =
        Languages.named(language).map(Language::sourceFile).orElse(SOURCE_OF_UNKNOWN_LANGUAGE);
    Optional<String> code = fields.text("code");
    if (code.isPresent() == fields.has("files")) {
      throw new MistakeException(
          "code", code.isPresent() ? "not together with files" : "is missing, and so is files");
    }
    if (code.isPresent()) {
      if (fields.has("entrypoint")) {
        throw new MistakeException("entrypoint", "only together with files");
      }
      return new Program(
          language, List.of(new SourceFile(usualName, Content.of(code.get()))), usualName);
    }
    List<SourceFile> files = files(fields);
    return new Program(language, files, entrypoint(fields, files, usualName));
  }

  private static List<SourceFile> files(JsonFields fields) throws MistakeException {
    List<SourceFile> files = new ArrayList<>();
    for (JsonFields file : fields.objects("files")) {
      files.add(
          new SourceFile(file.requiredText("path"), Content.of(file.requiredText("content"))));
      file.requireNoOthers();
    }
    if (files.isEmpty()) {
      throw new MistakeException("files", "must not be empty");
    }
    return files;
  }

  /** The one that is named, else the only file, else the one with the language's usual name. */
  private static String entrypoint(JsonFields fields, List<SourceFile> files, String usualName)
      throws MistakeException {
    Optional<String> named = fields.text("entrypoint");
    if (named.isPresent()) {
      return named.get();
    }
    if (files.size() == 1) {
      return files.getFirst().path();
    }
    if (files.stream().anyMatch(file -> file.path().equals(usualName))) {
      return usualName;
    }
    throw new MistakeException("entrypoint", "is missing, and no file is called " + usualName);
  }
}
