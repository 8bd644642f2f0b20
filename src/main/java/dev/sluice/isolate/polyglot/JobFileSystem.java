package dev.sluice.isolate.polyglot;

import dev.sluice.job.Content;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.graalvm.polyglot.io.FileSystem;

/**
 * The files of one program under one folder, in memory and read-only; there is nothing else. The
 * host's file system lends it the syntax of paths and is never asked for a file.
 */
public final class JobFileSystem implements FileSystem {
  public static final String ROOT = "/job";

  private static final Path FOLDER = Path.of(ROOT);

  private static final Pattern IS_PATH = Pattern.compile("/|\\.\\.?(/|$)");

  private final Map<Path, SourceFile> files = new HashMap<>();

  public JobFileSystem(Program program) {
    for (SourceFile file : program.files()) {
      files.put(FOLDER.resolve(file.path()).normalize(), file);
    }
  }

  /** No files at all. */
  public static JobFileSystem empty() {
    return new JobFileSystem(new Program("", java.util.List.of(), ""));
  }

  /** The file that a path, not the name of a package, means in a folder, as Node looks for it. */
  public Optional<SourceFile> find(String folder, String name) {
    if (!IS_PATH.matcher(name).lookingAt()) {
      return Optional.empty();
    }
    Path asked = FOLDER.resolve(folder).resolve(name).normalize();
    for (String suffix : new String[] {"", ".js", ".cjs", ".json", "/index.js", "/index.json"}) {
      SourceFile file = files.get(Path.of(asked + suffix));
      if (file != null) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  @Override
  public Path parsePath(URI uri) {
    return Path.of(uri.getPath());
  }

  @Override
  public Path parsePath(String path) {
    return Path.of(path);
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return FOLDER.resolve(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... linkOptions) {
    return toAbsolutePath(path).normalize();
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... linkOptions)
      throws IOException {
    requireFile(path);
    if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
      throw new AccessDeniedException(path.toString());
    }
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (!Set.of(StandardOpenOption.READ).containsAll(options)) {
      throw new AccessDeniedException(path.toString());
    }
    return new ContentChannel(requireFile(path));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    Content content = requireFile(path);
    return Map.of(
        "size", (long) content.length(),
        "isRegularFile", true,
        "isDirectory", false,
        "isSymbolicLink", false,
        "isOther", false);
  }

  @Override
  public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
    throw new AccessDeniedException(path.toString());
  }

  @Override
  public void delete(Path path) throws IOException {
    throw new AccessDeniedException(path.toString());
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path path, DirectoryStream.Filter<? super Path> filter) throws IOException {
    throw new AccessDeniedException(path.toString());
  }

  private Content requireFile(Path path) throws NoSuchFileException {
    SourceFile file = files.get(toRealPath(path));
    if (file == null) {
      throw new NoSuchFileException(path.toString());
    }
    return file.content();
  }
}
