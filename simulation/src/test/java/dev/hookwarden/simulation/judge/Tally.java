package dev.hookwarden.simulation.judge;

/** What a run came to, counted by the judge. */
public final class Tally {
    public long attempts;
    public long acceptedAttempts;
    public long refusedWithOverlap;
    public long refusedWithout;
    public long faultedAttempts;
    public long forgeries;
    public long replaysTaken;
    public long malformed;
    public long deliveries;
    public long accepted;
    public long givenUp;
    public long published;
    public long repeats;
    public long logLines;
    public long currentMoves;
    public long retiredKeysTried;
}
