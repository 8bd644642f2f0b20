package dev.sluice.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CgroupNameTest {
  private static final Owner US = new Owner("here", 7, 1234);

  @Test
  void a_name_tells_its_owner_again() {
    assertThat(CgroupName.owner(CgroupName.of(US), US)).hasValue(US);
    assertThat(CgroupName.of(US)).matches("sluice-[0-9a-f]{8}-7-1234");
  }

  @Test
  void an_owner_that_counts_its_processes_elsewhere_is_not_ours_to_judge() {
    assertThat(CgroupName.owner(CgroupName.of(new Owner("elsewhere", 7, 1234)), US)).isEmpty();
  }

  @Test
  void other_folders_have_no_owner() {
    assertThat(CgroupName.owner("docker", US)).isEmpty();
    assertThat(CgroupName.owner("sluice-0badcafe-x-1", US)).isEmpty();
    assertThat(CgroupName.owner(CgroupName.of(US).replace("7-", "9".repeat(30) + "-"), US))
        .isEmpty();
  }
}
