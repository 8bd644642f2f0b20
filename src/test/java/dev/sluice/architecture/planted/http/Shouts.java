package dev.sluice.architecture.planted.http;

/** Prints outside cli. */
final class Shouts {
  void shout() {
    System.out.println("here");
  }
}
