package dev.hookwarden.cli.keys;

/** What a command printed, and its exit code. */
record Run(int exit, String out, String err) {
    String all() {
        return out + err;
    }
}
