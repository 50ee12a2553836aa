package dev.hookwarden.signing;

public enum KeyStage {
    CURRENT,
    PENDING,
    PREVIOUS
}
