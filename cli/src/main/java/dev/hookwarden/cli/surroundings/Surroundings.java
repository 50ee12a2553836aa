package dev.hookwarden.cli.surroundings;

import java.time.InstantSource;
import java.util.Map;

/** What the commands get from outside. */
public record Surroundings(Map<String, String> environment, Terminal terminal, InstantSource clock, Pause pause) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    public static Surroundings ofProcess() {
        return new Surroundings(System.getenv(), new ProcessTerminal(), InstantSource.system(), Pause.sleeping());
    }

    /** The variables may hold credentials. */
    @Override
    public String toString() {
        return "Surroundings[" + environment.size() + " variables]";
    }
}
