package dev.hookwarden.probe;

/**
 * One thing that a run looks at.
 *
 * @param name a word for the log
 * @param subject the provider or the key that it looks at
 * @param look does it; throws for what we could not do, never for what a provider did
 */
record Check(String name, String subject, Runnable look) {}
