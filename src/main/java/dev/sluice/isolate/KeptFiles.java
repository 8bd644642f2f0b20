package dev.sluice.isolate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is made once on this machine for its workers and kept from start to start, in folders that
 * only we can write: workers trust it as they trust our jar. Any thread, any number of processes: a
 * folder is made beside its place and appears there whole.
 */
record KeptFiles(Path root) {
  private static final Set<PosixFilePermission> OURS_ALONE =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> WRITABLE_BY_OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** The user's cache folder, as the XDG Base Directory Specification names it. */
  static KeptFiles ofThisUser() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path caches =
        configured != null && configured.startsWith("/")
            ? Path.of(configured)
            : Path.of(System.getProperty("user.home"), ".cache");
    return new KeptFiles(caches.resolve("sluice").resolve("workers"));
  }

  /**
   * The folder of this name, made now if it is not there yet.
   *
   * @throws IOException where the folder cannot be made, or others could have written it
   */
  Path folder(String name, WorkerResource.Unpacking making) throws IOException {
    Path folder = root.resolve(name);
    if (existing(name).isEmpty()) {
      Files.createDirectories(root, PosixFilePermissions.asFileAttribute(OURS_ALONE));
      requireOurs(root);
      Path beside = Files.createTempDirectory(root, name + ".");
      try {
        making.into(beside);
        Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException | RuntimeException failed) {
        remove(beside);
        boolean anotherWasFirst =
            failed instanceof FileSystemException && Files.isDirectory(folder);
        if (!anotherWasFirst) {
          throw failed;
        }
      }
    }
    return existing(name)
        .orElseThrow(() -> new IOException(folder + " was taken away as soon as it was made"));
  }

  /**
   * The folder of this name, if it was made before; noted as used today.
   *
   * @throws IOException where others could have written it
   */
  Optional<Path> existing(String name) throws IOException {
    Path folder = root.resolve(name);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    requireOurs(root);
    requireOurs(folder);
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
    return Optional.of(folder);
  }

  /** Removes folders that no start has used for so long. */
  void removeUnused(Duration longest) throws IOException {
    Instant oldest = Instant.now().minus(longest);
    try (Stream<Path> folders = Files.list(root)) {
      for (Path folder : folders.toList()) {
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(oldest)) {
          remove(folder);
        }
      }
    }
  }

  /** By number, because a user of a container may have no name. */
  private static UserPrincipal us() throws IOException {
    Path process = Path.of("/proc/self");
    return Files.getOwner(
        Files.exists(process) ? process : Path.of(System.getProperty("user.home")));
  }

  private static void requireOurs(Path folder) throws IOException {
    UserPrincipal owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS);
    Set<PosixFilePermission> permissions =
        Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
    if (!owner.equals(us()) || permissions.stream().anyMatch(WRITABLE_BY_OTHERS::contains)) {
      throw new IOException(
          folder
              + " must belong to the user that runs Sluice and be writable by nobody else, because"
              + " workers run what is in it; it belongs to "
              + owner.getName()
              + ", "
              + PosixFilePermissions.toString(permissions));
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException gone) {
      // Somebody else removed it.
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
