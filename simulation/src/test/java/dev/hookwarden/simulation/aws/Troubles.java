package dev.hookwarden.simulation.aws;

/** Decides what goes wrong with each call. */
@FunctionalInterface
public interface Troubles {
    Trouble of(Call call);
}
