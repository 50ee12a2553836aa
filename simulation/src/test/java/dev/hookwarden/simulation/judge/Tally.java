package dev.hookwarden.simulation.judge;

import java.util.Map;
import java.util.TreeMap;

/** What a run came to, counted by the judge. */
public final class Tally {
    public long attempts;
    public long refusedWithOverlap;
    public long refusedWithout;
    public long forgeries;
    public long replaysTaken;
    public long malformed;
    public long deliveries;
    public long accepted;
    public long givenUp;
    /** How often each status answered the attempts of those that were given up. */
    public final Map<Integer, Long> answersToGivenUp = new TreeMap<>();

    public long published;
    public long repeats;
    public long logLines;
    public long currentMoves;
    public long retiredKeysTried;
}
