package dev.sluice.cgroup;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** The name of the folder that holds all groups of one process, by which it is known again. */
final class CgroupName {
  private static final Pattern FORM = Pattern.compile("sluice-([0-9a-f]{8})-(\\d+)-(\\d+)");

  private CgroupName() {}

  static String of(Owner owner) {
    return "sluice-%s-%d-%d".formatted(mark(owner), owner.process(), owner.startTicks());
  }

  /**
   * Whose folder it is, if it is of a process that counts where {@code us} does; of others it
   * cannot be said whether they live.
   */
  static Optional<Owner> owner(String folder, Owner us) {
    Matcher name = FORM.matcher(folder);
    if (!name.matches() || !name.group(1).equals(mark(us))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Owner(us.host(), Long.parseLong(name.group(2)), Long.parseLong(name.group(3))));
    } catch (NumberFormatException foreign) {
      return Optional.empty();
    }
  }

  private static String mark(Owner owner) {
    CRC32 sum = new CRC32();
    sum.update(owner.host().getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(sum.getValue());
  }
}
