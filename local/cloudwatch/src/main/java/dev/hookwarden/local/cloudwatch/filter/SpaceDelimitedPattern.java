package dev.hookwarden.local.cloudwatch.filter;

import dev.hookwarden.local.cloudwatch.definition.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern for events of fields between spaces, as {@code [ip, ..., status_code = 4*, bytes]}. A last field without a condition takes
 * all that is left, as AWS's example {@code [w1=ERROR, w2]} has it.
 *
 * @param ellipsis where {@code ...} stands among the fields; -1 for nowhere
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">Filter pattern syntax</a>
 */
record SpaceDelimitedPattern(List<Optional<Field>> fields, int ellipsis) {

    static Condition parse(Cursor cursor) {
        cursor.expect("[");
        List<Optional<Field>> fields = new ArrayList<>();
        int ellipsis = -1;
        do {
            if (!cursor.take("...")) {
                fields.add(Field.next(cursor));
            } else if (ellipsis >= 0) {
                throw cursor.refusal("a second ellipsis");
            } else {
                ellipsis = fields.size();
            }
        } while (cursor.take(","));
        cursor.expect("]");
        cursor.expectEnd();
        var pattern = new SpaceDelimitedPattern(List.copyOf(fields), ellipsis);
        return line -> pattern.on(line.words());
    }

    private Verdict on(List<String> words) {
        int more = words.size() - fields.size();
        if (more < 0) {
            return Verdict.NO_MATCH;
        }
        if (ellipsis >= 0) {
            return allOf(words, 0, ellipsis, 0).and(allOf(words, ellipsis, fields.size(), more));
        }
        Verdict verdict = allOf(words, 0, fields.size(), 0);
        boolean lastTakesTheRest = fields.getLast().isEmpty();
        return more == 0 || lastTakesTheRest ? verdict : verdict.and(Verdict.UNDOCUMENTED);
    }

    private Verdict allOf(List<String> words, int from, int to, int shift) {
        Verdict verdict = Verdict.MATCH;
        for (int i = from; i < to; i++) {
            String word = words.get(i + shift);
            verdict = verdict.and(fields.get(i).map(field -> field.on(word)).orElse(Verdict.MATCH));
        }
        return verdict;
    }
}
