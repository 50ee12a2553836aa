package dev.hookwarden.local.aws.s3;

import dev.hookwarden.local.aws.journal.Journal;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The objects of one bucket. */
final class Bucket {
    private final Journal journal;
    private final NavigableMap<String, StoredObject> objects = new TreeMap<>();

    Bucket(Journal journal) {
        this.journal = journal;
        journal.load().forEach((key, object) -> objects.put(key, StoredObject.of(object)));
    }

    synchronized List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    synchronized @Nullable StoredObject get(String key) {
        return objects.get(key);
    }

    synchronized void put(String key, StoredObject object) {
        journal.put(key, object.json());
        objects.put(key, object);
    }

    synchronized void remove(String key) {
        journal.remove(key);
        objects.remove(key);
    }
}
