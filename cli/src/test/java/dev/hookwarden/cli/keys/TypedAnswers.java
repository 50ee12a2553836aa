package dev.hookwarden.cli.keys;

import dev.hookwarden.cli.surroundings.Terminal;
import java.util.ArrayList;
import java.util.List;

/** A person who types this key and answers every question alike. */
final class TypedAnswers implements Terminal {
    final List<String> questions = new ArrayList<>();
    String key = "";
    boolean answer;
    Runnable beforeAnswer = () -> {};

    @Override
    public String key(String prompt) {
        return key;
    }

    @Override
    public boolean agrees(String question) {
        questions.add(question);
        beforeAnswer.run();
        return answer;
    }

    @Override
    public boolean isWatched() {
        return false;
    }
}
