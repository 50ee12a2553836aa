package dev.hookwarden.local.aws.secretsmanager;

/** Is told of every rotation event, on the thread of the rotation. */
@FunctionalInterface
public interface RotationListener {
    void told(RotationEvent event);
}
