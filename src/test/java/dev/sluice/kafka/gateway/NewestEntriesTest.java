package dev.sluice.kafka.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewestEntriesTest {
  @Test
  void the_entry_that_was_put_first_is_forgotten_first() {
    NewestEntries<String, Integer> entries = new NewestEntries<>(2);

    entries.putNewest("a", 1);
    entries.putNewest("b", 2);
    entries.putNewest("c", 3);

    assertThat(entries).containsOnlyKeys("b", "c");
  }

  @Test
  void putting_again_makes_an_entry_new() {
    NewestEntries<String, Integer> entries = new NewestEntries<>(2);

    entries.putNewest("a", 1);
    entries.putNewest("b", 2);
    entries.putNewest("a", 3);
    entries.putNewest("c", 4);

    assertThat(entries).containsOnlyKeys("a", "c").containsEntry("a", 3);
  }
}
