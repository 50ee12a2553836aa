package dev.hookwarden.cli.demo;

/**
 * One line of the demo's table.
 *
 * @param what what was tried
 * @param expected what should come of it
 * @param seen what came of it
 */
record Line(String what, String expected, String seen) {
    boolean isAsItShouldBe() {
        return expected.equals(seen);
    }
}
