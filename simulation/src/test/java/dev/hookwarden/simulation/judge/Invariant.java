package dev.hookwarden.simulation.judge;

/** What must hold, whatever goes wrong. */
public enum Invariant {
    I1("200 means processed or dead-lettered in the end"),
    I2("one effect for each delivery id"),
    I3("nothing forged is accepted"),
    I4("a genuine delivery is never refused for good"),
    I5("no secret, signature or payload in any output"),
    I7("an untested key is never current, and every rotation ends"),
    I8("no input makes a fault"),
    I12("a key opens its own route alone"),
    I13("a key that was taken away stops verifying");

    private final String words;

    Invariant(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
