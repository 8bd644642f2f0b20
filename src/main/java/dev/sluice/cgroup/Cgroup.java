package dev.sluice.cgroup;

import java.nio.file.Path;
import java.util.List;

/** A group of ours: what holds one sandbox and counts what it takes. One thread at a time. */
public final class Cgroup implements Meter {
  private final CgroupPlace place;
  private final CgroupMeter meter;
  private final CgroupHome home;

  Cgroup(CgroupPlace place, CgroupMeter meter, CgroupHome home) {
    this.place = place;
    this.meter = meter;
    this.home = home;
  }

  /**
   * The files to write {@code 0} into for a process that wants to be in it; its children follow.
   */
  public List<Path> entrances() {
    return place.entrances();
  }

  @Override
  public Counts read() {
    return meter.read();
  }

  /** Makes the peak of memory start anew; false where this kernel cannot. */
  public boolean resetPeak() {
    return meter.resetPeak();
  }

  /** Removes it. What still runs in it is killed. */
  @Override
  public void close() {
    meter.close();
    home.remove(place);
  }
}
