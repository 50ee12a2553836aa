package dev.hookwarden.explain;

/** What providers sign. */
enum Content {
    PAYLOAD("the body alone"),
    TIME_AND_PAYLOAD("the time, a dot and the body"),
    VERSION_TIME_AND_PAYLOAD("the version, the time and the body"),
    ID_TIME_AND_PAYLOAD("the id, the time and the body");

    private final String words;

    Content(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
