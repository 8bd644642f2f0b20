package dev.sluice.isolate.javascript;

import dev.sluice.isolate.polyglot.ContentChannel;
import dev.sluice.isolate.polyglot.JobFileSystem;
import dev.sluice.job.Content;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.io.FileSystem;

/**
 * The files that a program's {@code import} finds: its own, and for what is no ECMAScript module, a
 * built-in module or a file of CommonJS, a module that exports what {@code require} would give. The
 * program's thread only.
 */
final class ModuleFiles implements FileSystem {
  /** Where built-in modules seem to lie. */
  private static final Path BUILT_IN = Path.of("/node");

  /**
   * What the context of these files says; it is made after them.
   *
   * @param exportsOf the names, one a line, that a built-in module or a file of CommonJS exports;
   *     empty where there is no such module
   */
  record Loader(Context context, Function<String, Optional<String>> exportsOf) {}

  private final Program program;
  private final JobFileSystem own;
  private Optional<Loader> loader = Optional.empty();

  ModuleFiles(Program program) {
    this.program = program;
    this.own = new JobFileSystem(program);
  }

  /** The files themselves. */
  JobFileSystem own() {
    return own;
  }

  /** To be told before the program runs. */
  void loadBy(Loader known) {
    loader = Optional.of(known);
  }

  @Override
  public Path parsePath(URI uri) {
    return "node".equals(uri.getScheme())
        ? BUILT_IN.resolve(uri.getSchemeSpecificPart())
        : own.parsePath(uri);
  }

  @Override
  public Path parsePath(String path) {
    boolean isBare = !path.isEmpty() && !path.startsWith("/") && !path.startsWith(".");
    return isBare && loader.isPresent() ? BUILT_IN.resolve(path) : own.parsePath(path);
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return own.toAbsolutePath(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... linkOptions) {
    return own.toRealPath(path, linkOptions);
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... linkOptions)
      throws IOException {
    if (path.startsWith(BUILT_IN)) {
      builtIn(path);
    } else {
      own.checkAccess(path, modes, linkOptions);
    }
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (path.startsWith(BUILT_IN)) {
      return new ContentChannel(builtIn(path));
    }
    Optional<Content> wrapped = commonJs(path);
    return wrapped.isPresent()
        ? new ContentChannel(wrapped.get())
        : own.newByteChannel(path, options, attributes);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return own.readAttributes(path, attributes, options);
  }

  @Override
  public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
    own.createDirectory(path, attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    own.delete(path);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path path, DirectoryStream.Filter<? super Path> filter) throws IOException {
    return own.newDirectoryStream(path, filter);
  }

  private Content builtIn(Path path) throws NoSuchFileException {
    String name = BUILT_IN.relativize(path.normalize()).toString();
    return loader
        .flatMap(known -> known.exportsOf().apply(name))
        .map(names -> wrapping(name, names))
        .orElseThrow(() -> new NoSuchFileException(name));
  }

  /** Empty where the path is not a file of CommonJS. */
  private Optional<Content> commonJs(Path path) {
    String real = own.toRealPath(path).toString();
    Optional<SourceFile> file =
        own.find(JobFileSystem.ROOT, real)
            .filter(found -> found.path().endsWith(".js") || found.path().endsWith(".cjs"));
    return loader.flatMap(
        known ->
            file.filter(found -> !JavaScriptSources.isModule(known.context(), program, found))
                .flatMap(_ -> known.exportsOf().apply(real))
                .map(names -> wrapping(real, names)));
  }

  /** A module whose exports are those of what has this name for {@code require}. */
  private static Content wrapping(String name, String exported) {
    StringBuilder text =
        new StringBuilder("const found = globalThis[Symbol.for('sluice.module')](")
            .append(quoted(name))
            .append(");\nexport default found;\n");
    List<String> names = exported.lines().toList();
    for (int index = 0; index < names.size(); index++) {
      String variable = "found" + index;
      text.append("const ").append(variable).append(" = found?.").append(names.get(index));
      text.append(";\nexport { ").append(variable).append(" as ").append(names.get(index));
      text.append(" };\n");
    }
    return Content.of(text.toString());
  }

  private static String quoted(String name) {
    return "'" + name.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
  }
}
