package dev.sluice.sandbox;

/**
 * A program's call to something outside its sandbox. All of it is the program's word.
 *
 * @param binding the name of what is called
 * @param operation what to do with it
 * @param arguments a JSON array
 */
public record CapabilityCall(String binding, String operation, String arguments) {}
