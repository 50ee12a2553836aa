package dev.hookwarden.explain;

/**
 * A mistake that explains a refusal, alone or together with others.
 *
 * @param meaning what happened, in words, with what was found
 */
public record Cause(Mistake mistake, String meaning) {
    /** What to do next. */
    public String next() {
        return mistake.next();
    }
}
